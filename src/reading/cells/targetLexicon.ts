/** The words of targets in plans, as patterns over plain text (see `plain`). */

/** Words that tie a bound to its number and say nothing about it. */
const filler =
  'dat(?: duoc)?|co|la|them|tu|khoang|chung|uoc|duoc|con|xuong|len|toi|gan|o|muc|so luong|duy tri|giu vung|chiem|tang|giam|phu|gap|binh quan|trung binh|hang nam|moi nam|phan dau|du kien|den|vao|lot|dung|xep|nam|thuoc|trong do|trong|tren duoi|dao dong|ve dich|ca|ty le|ti le';

/** Verbs that open a target whose number stands right after them: "Xây dựng 05 mô hình". */
const openingVerb =
  'xay dung|hinh thanh|thanh lap|thu hut|phat trien|ho tro|trien khai|to chuc|hoan thanh|dao tao|boi duong|cap|ban hanh|tao|lap|hinh thanh moi|thi diem|ket noi|cong nhan|dau tu|nang cap|so hoa|cat giam|rut ngan';

const chain = (words: string) => `(?:[\\s¤]*\\b(?:${words})\\b)*[\\s¤:“"'+~≈]*$`;

/**
 * A bound that stands before its number; the pattern's group is the word itself, `only` the ways
 * it must be spelt with its marks where the plain word has other meanings.
 */
export type BoundWord = {
  readonly kind: 'atLeast' | 'atMost' | 'top' | 'place';
  readonly strict: boolean;
  readonly pattern: RegExp;
  readonly only?: readonly string[];
};

const before = (words: string) => new RegExp(`(?<![a-z])(${words})(?![a-z])${chain(filler)}`);

/** In the order in which they are tried: what contains another comes first. */
export const boundWords: readonly BoundWord[] = [
  { kind: 'top', strict: false, pattern: before('top|nhom') },
  {
    kind: 'place',
    strict: false,
    pattern: before('hang|thu|thu hang|thu bac|xep hang|vi tri|vi tri thu'),
    only: ['hạng', 'thứ', 'thứ hạng', 'thứ bậc', 'xếp hạng', 'vị trí', 'vị trí thứ'],
  },
  {
    kind: 'atLeast',
    strict: false,
    pattern: before(
      '≥|(?:lon|cao|nhieu) hon hoac bang|bang hoac (?:lon|cao|nhieu) hon|toi thieu|it nhat|khong duoi|khong (?:thap|it|nho|kem) hon',
    ),
  },
  {
    kind: 'atMost',
    strict: false,
    pattern: before(
      '≤|(?:nho|thap|it) hon hoac bang|bang hoac (?:nho|thap|it) hon|toi da|nhieu nhat|khong qua|khong vuot(?: qua)?|khong (?:cao|nhieu|lon) hon|giam (?:xuong )?con|giam xuong',
    ),
  },
  {
    kind: 'atMost',
    strict: true,
    pattern: before('<|(?:nho|thap|it) hon|(?<!tren )duoi|chua den'),
  },
  {
    kind: 'atLeast',
    strict: true,
    pattern: before(
      '>|(?:lon|cao|nhieu) hon|vuot(?: qua| muc| tren)?|hon|tren(?! duoi| trung binh)',
    ),
  },
  { kind: 'atLeast', strict: false, pattern: before('tu'), only: ['từ'] },
];

/** Nothing but fillers and opening verbs stand between the last mark and the number. */
export const leadsToNumber = new RegExp(
  `(?:^|[,;:(.+]|\\bva\\b)[\\s¤~≈-]*${chain(`${filler}|${openingVerb}`)}`,
);

/** Nothing but fillers stand before the number: no label such as "Cấp tỉnh". */
export const opensWithNumber = new RegExp(`^[\\s¤-]*${chain(filler)}`);

/** After the number: "trở lên", or a plus sign. */
export const andMore = /^ ?\+|^[^;]*?\btro len\b/;
/** After the number: "trở xuống". */
export const andLess = /^[^;]*?\btro xuong\b/;

/** "10 tỉnh, thành phố dẫn đầu": a top without the word. */
export const leadersAfter =
  /^ ?(?:tinh|thanh pho|thanh|dia phuong|quoc gia|nuoc|truong|don vi)\b[^;]*\b(?:dan dau|dung dau|hang dau|cao nhat|tot nhat)\b/;

/** What a "nhóm" of so many consists of; without it "nhóm 2" may be a group's number. */
export const membersAfter =
  /^ ?(?:%|tinh|thanh|dia phuong|quoc gia|nuoc|don vi|truong|co quan|bo|so|doanh nghiep|dan dau|dau)/;

/** "Tăng 02 bậc": so many places up, not a place. */
export const placesAfter = /^ ?(?:bac|hang|thu hang|vi tri)\b/;

/** The text says that the target itself rises. */
export const growingWords =
  /\btang dan\b|\bnam sau cao hon nam truoc\b|\bnam sau tang hon nam truoc\b/;

/** A clause without a number that adds no target: "duy trì hằng năm". */
export const remarkWords =
  /^(?:va )?(?:tang dan|duy tri|giu vung|hang nam|theo|phu hop|dam bao|bao dam|so voi|nam sau|dong thoi tang dan)\b/;

/** A clause that opens with a level in words: "Đạt mức trên trung bình …". */
export const levelWords =
  /^(?:dat (?:muc|trinh do)|o muc|muc|thuoc nhom|nam trong nhom|tien tien|hien dai|trinh do)\b/;

/** Units whose values carry decimals, so that "1.234" could be a decimal point. */
export const ratioUnit =
  /%|phan tram|\blan\b|chi so|\bdiem so\b|he so|\bhdi\b|ty (?:le|trong|suat)/;

/** Units of a place in a ranking. */
export const rankUnit = /^(?:thu bac|thu hang|xep (?:hang|thu)|hang|vi tri|bac)\b/;

/** Words for numbers, where a bound stands before them. */
export const wordNumber =
  /(?<=\b(?:gap|it nhat|toi thieu|toi da|khong qua) )(?:mot|hai|ba|bon|muoi|doi|ruoi)\b(?! so\b| phan\b)/g;
/** What the words for numbers stand for. */
export const wordNumbers: ReadonlyMap<string, number> = new Map([
  ['mot', 1],
  ['ruoi', 1.5],
  ['hai', 2],
  ['doi', 2],
  ['ba', 3],
  ['bon', 4],
  ['muoi', 10],
]);

/** Words that multiply the number before them. */
export const scaleWords: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^(?:nghin|ngan) ty\b/, 1e12],
  [/^(?:ty|ti)\b(?! le| trong| suat)/, 1e9],
  [/^trieu\b/, 1e6],
  [/^van\b/, 1e4],
  [/^(?:nghin|ngan)\b/, 1e3],
];

/** Slips of typing and OCR for "phấn đấu", in small letters with their marks. */
export const strivingSlips =
  /(?<!\p{L})(?:phần đầu(?! tư)|phần đấu|phân đầu|phân đấu|phấn đầu|phán đấu|phấn đáu)(?!\p{L})/u;

/**
 * Digits that are no target.
 *
 * - `always`: never a quantity (a year, a document, a generation of networks, a footnote mark).
 * - `measure`: a quantity of something else, unless the unit names it or nothing else is there.
 * - `level`: a named level, unless the unit says that levels are counted.
 */
export type Decoy = {
  readonly kind: 'always' | 'measure' | 'level';
  readonly pattern: RegExp;
  /** Units for which the digits are the target after all. */
  readonly unit?: RegExp;
};

const anyYear = '(?:19|20)\\d\\d(?!\\d|[.,]\\d|\\s*%)';
const planYear = '20[1-6]\\d(?!\\d|[.,]\\d|\\s*%)';
const number = '\\d+(?:[.,]\\d+)?';

/** Numbers beside a target that are not the target: years, ages, levels, speeds, marks. */
export const decoys: readonly Decoy[] = [
  // Marks of a footnote or of a list.
  { kind: 'always', pattern: /\[\d+\]|\(\*+\)|(?<=\S ?)\([1-9]\)(?=\s*(?:$|[;,.]))/g },
  { kind: 'always', pattern: /(?<=^|; ?)\(?[1-9]\) /g },
  // Documents and their parts.
  { kind: 'always', pattern: /\b\d+(?:[-/]\d{4})?[-/][a-z]{2,}-[a-z]+[\w-]*/g },
  { kind: 'always', pattern: /\b\d+-[a-z]{2,}\/[a-z]+/g },
  {
    kind: 'always',
    pattern:
      /\b(?:nghi quyet|quyet dinh|ke hoach|chi thi|ket luan|nghi dinh|thong tu|luat|de an|cong van|van ban|chuong trinh|dieu|khoan|phu luc|tcvn|iso(?:\/iec)?)(?: so)? \d[\d:./-]*(?![\d%]|\s*%)/g,
  },
  // Times.
  { kind: 'always', pattern: /\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b/g },
  { kind: 'always', pattern: /\b(?:thang )?\d{1,2}\/(?:19|20)\d\d\b/g },
  { kind: 'always', pattern: /\bngay \d{1,2}(?:\/\d{1,2})?\b|\bthang \d{1,2}\b|\bquy \d\b/g },
  { kind: 'always', pattern: /\b20[1-6]\d ?- ?20[1-6]\d\b/g },
  {
    kind: 'always',
    pattern: new RegExp(
      `\\b(?:nam(?: hoc)?|giai doan|thoi ky|nhiem ky)(?: tu)? ${anyYear}(?: ?[-,] ?${anyYear})*`,
      'g',
    ),
  },
  {
    kind: 'always',
    pattern: new RegExp(
      `\\b(?:den|truoc|sau|tu|cuoi|dau|so voi|vao|trong|het|ke tu|tam nhin|moc)(?: nam)? ${planYear}`,
      'g',
    ),
  },
  // Names with digits in them.
  { kind: 'always', pattern: /\b[2-6]g\b|\b(?:ipv|covid-|co|pm)\d+/g },
  {
    kind: 'always',
    pattern: /\b(?:cong nghiep|cmcn|web|internet|phien ban) (?:lan thu )?\d(?:\.\d)?\b/g,
  },
  { kind: 'always', pattern: /\b24\/(?:7|24)\b/g },
  { kind: 'always', pattern: /\bgiai doan [1-9ivx]+\b/g },
  // Denominators: "/1.000 dân", "trên 10.000 dân", "từ 15% lên …".
  { kind: 'always', pattern: /\/ ?\d[\d.]*(?:[., ]\d{3})*/g },
  {
    kind: 'always',
    pattern:
      /(?<=\d[^;]*)\btren (?:moi )?10{0,2}(?:[. ]?000)* (?:dan|nguoi|ho|doanh nghiep|lao dong)\b/g,
  },
  {
    kind: 'always',
    pattern: new RegExp(`\\btu ${number} ?%?[^;,\\d]{0,20}(?<!\\btro )\\blen(?= [^;,]*\\d)`, 'g'),
  },
  // Quantities of something else.
  {
    kind: 'measure',
    unit: /\btuoi\b/,
    pattern:
      /(?:\b(?:tu|tren|duoi|du|den) )*(?:\d+ ?(?:-|den) ?)?\b\d+ ?tuoi\b(?: tro (?:len|xuong))?/g,
  },
  {
    kind: 'measure',
    unit: /[kmgt]b|bps/,
    pattern: new RegExp(
      `(?:(?:≥|>|\\b(?:tren|tu|toi thieu|it nhat)) ?)?\\b${number} ?[kmgt]b(?:ps|/s|it)?(?:/s)?\\b(?: tro len)?`,
      'g',
    ),
  },
  {
    kind: 'measure',
    unit: /\b(?:nam|thang|ngay|gio|phut|giay|tuan)\b/,
    pattern: new RegExp(
      `(?:\\b(?:trong vong|sau|dinh ky|moi) )?\\b${number} (?:nam|thang|ngay|gio|phut|giay|tuan)\\b(?! (?:khoa|hoc|nhan))`,
      'g',
    ),
  },
  // Named levels, and "2 con số".
  {
    kind: 'level',
    unit: /muc|cap do|loai/,
    pattern:
      /\b(?:cap do|muc do|muc|loai|bac) 0?[1-9](?![\d.,]*\d|\s*%| (?:ty|trieu|nghin))(?: ?(?:,|-|va|hoac) ?[1-9]\b(?!\s*%))*(?: tro len)?/g,
  },
  { kind: 'level', pattern: /\bcap [1-4](?=\s*(?:[,;.)]|va\b|$))|\b\d con so\b/g },
];
