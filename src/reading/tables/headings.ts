import { fold } from '../../domain/text';

/**
 * What a column of a plan's table holds. `outcome` is a heading ("Kết quả") that means the
 * target in a table of indicators and the product in a table of tasks; `other` is a column the
 * plan has no place for (money, remarks, today's level).
 */
export type Role =
  | 'number'
  | 'name'
  | 'unit'
  | 'target'
  | 'outcome'
  | 'lead'
  | 'coord'
  | 'result'
  | 'time'
  | 'other';

/** A heading as understood: its role, and the year it names ("Mục tiêu 2030"), if any. */
export type Heading = { readonly role: Role; readonly year: number | null };

const LONGEST = 90;
const MOST_WORDS = 14;

/**
 * The usual headings of Vietnamese plans, as folded text. The first that matches decides, so
 * the more telling words stand first.
 */
const lexicon: readonly (readonly [Role, RegExp])[] = [
  [
    'number',
    /^(?:s ?t ?t|tt|so (?:tt|thu tu)|thu tu|ma(?: so| nv| nhiem vu| chi tieu| ct)?|ki hieu)$/,
  ],
  ['unit', /^(?:don vi(?: (?:tinh|do))?|d ?v ?t|dv tinh|dv)$/],
  ['other', /\b(?:lanh dao|(?:ty le|ti le|muc do) hoan thanh|trang thai)\b/],
  [
    'other',
    /^(?:(?:co quan|don vi|cap) )(?:co )?(?:(?:tham quyen )?(?:trinh|ban hanh|phe duyet|quyet dinh|tham dinh|thong qua)(?: (?:trinh|ban hanh|phe duyet|quyet dinh))?|tham quyen)$/,
  ],
  ['other', /^(?:linh vuc|nhom|thuoc linh vuc)$/],
  ['lead', /\bchu tri\b.*\bphoi hop\b/],
  [
    'coord',
    /\bphoi hop\b|^(?:don vi|co quan) (?:(?:co )?lien quan|(?:cung )?tham gia)$|^(?:cung thuc hien|tham gia)$/,
  ],
  [
    'lead',
    /\b(?:chu tri|chu quan|chu dau tu|dau moi|phu trach|chiu trach nhiem|trach nhiem (?:thuc hien|chinh)|(?:don vi|co quan|to chuc|bo phan) (?:duoc )?(?:thuc hien|giao|tham muu|soan thao|xay dung|quan li|cung cap|theo doi|bao cao|danh gia)|phan cong|theo doi danh gia)\b|^(?:co quan|don vi(?= ))(?: (?:co quan|don vi|dia phuong))*(?: thuc hien)?$|^(?:noi |cap )?thuc hien$|^(?:trach nhiem|soan thao|theo doi)$|^(?:cac )?(?:so|bo|ban|phong|nganh|cap|dia phuong|nguoi|chu the) .*\bthuc hien$|^bo (?:nganh|co quan)(?: (?:nganh|co quan|dia phuong))*$/,
  ],
  [
    'other',
    /\b(?:kinh phi|du toan|nguon (?:von|luc)|von|ghi chu|can cu|hien trang|thuc trang|hien nay|hien tai|thuc te|so lieu|uoc (?:thuc hien|dat)|da dat|thuc hien nam|ket qua (?:thuc hien )?nam|goc|(?:nam|muc|gia tri|so lieu) (?:nen|co so)|xuat phat diem|phuong phap|nguon)\b/,
  ],
  [
    'result',
    /\b(?:san pham|dau ra|ket qua (?:du kien|hoan thanh|can dat|dat duoc)|hinh thuc|loai van ban|du kien ket qua)\b|^(?:tai lieu )?(?:minh|kiem) chung$/,
  ],
  ['outcome', /^(?:ket qua|yeu cau)\b/],
  [
    'time',
    /\b(?:thoi (?:gian|han|diem|ky)|tien do|lo trinh|han (?:hoan thanh|cuoi)|hoan thanh|bat dau|ket thuc)\b|^(?:han(?: chot)?|thang|nam|quy|giai doan|moc)$|^(?:nam|giai doan|thang|quy|han|moc) (?:thuc hien|hoan thanh|ban hanh|trinh|trien khai)\b/,
  ],
  [
    'target',
    /\b(?:muc tieu|ke hoach|chi tieu (?:(?:duoc )?giao|ke hoach|phan dau|nam|den|\d{4})|gia tri|muc (?:can )?dat|phan dau|(?:nam|den|giai doan) \d{4}|(?:kh|mt|ct) (?:nam )?\d{4})\b|^\d{4}(?: \d{4})?$|^muc$/,
  ],
  [
    'name',
    /\b(?:chi tieu|nhiem vu|noi dung|cong viec|hoat dong|giai phap|tieu chi|de an|du an|ten|chi so|van de|hang muc|phan viec|dau viec|viec (?:can lam|phai lam)|hanh dong|bien phap|thuoc do)\b/,
  ],
];

/** Reads a heading cell; null when it is none of the usual headings. */
export function readHeading(text: string): Heading | null {
  if (text.length > LONGEST || !/^[\p{Lu}\d(]/u.test(text)) return null;
  const words = fold(text);
  if (words === '' || words.split(' ').length > MOST_WORDS) return null;
  const role = lexicon.find(([, pattern]) => pattern.test(words))?.[0];
  if (!role) return null;
  const years = words.match(/\b20\d\d\b/g);
  return { role, year: years ? Number.parseInt(years.at(-1) ?? '', 10) : null };
}

const FOOTER = /^[*(]*(?:ghi chú|nguồn(?: (?:tra cứu|số liệu|dữ liệu|tài liệu))?)\s*[:.(*]/iu;
const SIGNATURE =
  /^(?:T[/.]?M[.:]? \p{Lu}|(?:KT|TL|TUQ|Q)[.:] ?\p{Lu}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)$)/u;
const RECIPIENTS = /^nơi nhận\s*:?$/iu;
const ANNEX =
  /^(?:PHỤ LỤC|BIỂU(?: SỐ)?|MẪU(?: SỐ)?|BẢNG(?: SỐ)?|DANH MỤC)(?: |$)|^(?:Phụ lục|Biểu số|Mẫu số|Bảng số)(?: (?:số )?[IVX\d]+)?\s*[.:]?$|^(?:Phụ lục|Biểu|Mẫu|Bảng)(?: số)? (?:[IVX]+|\d{1,2})\s*[.:–-]\s*\p{Lu}/u;

/** True for a line that ends a table and is no cell of it. */
export function closesTable(text: string): boolean {
  return FOOTER.test(text) || SIGNATURE.test(text) || RECIPIENTS.test(text) || ANNEX.test(text);
}

/** True for a remark or a source under a table: neither a cell nor running text. */
export function isFooter(text: string): boolean {
  return FOOTER.test(text);
}

const PAGE_NUMBER = /^(?:[-–—] ?\d{1,3} ?[-–—]|trang \d{1,3}(?: ?\/ ?\d{1,3})?)$/iu;

/** True for the number of a page, as it stands between dashes or after "Trang". */
export function numbersPage(text: string): boolean {
  return PAGE_NUMBER.test(text);
}
