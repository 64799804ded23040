import type { Indicator } from '../plan/plan';
import { fold } from '../text';

/**
 * What the names of indicators are compared by. Everything here is folded: lower case, without
 * marks, so that a slip of the tone ("sản dữ liệu") does not part two names.
 */
const abbreviations: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bdmst\b/g, 'doi moi sang tao'],
  [/\bkh ?cn\b|\bkh va cn\b/g, 'khoa hoc cong nghe'],
  [/\bcds\b/g, 'chuyen doi so'],
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bdvctt\b/g, 'dich vu cong truc tuyen'],
  [/\bdvc\b/g, 'dich vu cong'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\bcsdl\b/g, 'co so du lieu'],
  [/\bcqnn\b/g, 'co quan nha nuoc'],
  [/\bdn\b/g, 'doanh nghiep'],
  [/\bnsnn\b/g, 'ngan sach nha nuoc'],
  [/\btep\b/g, 'tfp'],
  [/\bpii\b/g, 'chi so doi moi sang tao cap dia phuong'],
  [/\bdti\b/g, 'chi so chuyen doi so'],
];

const place = '(?:viet nam|thanh pho|tp|tinh|thi xa|thi tran|quan|huyen|xa|phuong|dia phuong)';

/** The own name of a place after its kind, "Mỹ Tho" in "thành phố Mỹ Tho": every plan names its own. */
const ownName =
  /(?<=(?<!\p{L})(?:[Tt]hành phố|[Tt]ỉnh|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|[Hh]uyện|[Xx]ã|[Pp]hường))(?: \p{Lu}\p{Ll}+)+/gu;

/** Phrases that only say where a plan is at home: every plan says its own. */
const homes: readonly RegExp[] = [
  /\b(?:tu|giua) (?:cap )?(?:trung uong|thanh pho|tinh) (?:va|den|xuong) (?:cap )?(?:dia phuong|xa|co so)\b/g,
  new RegExp(
    `\\b(?:hoat dong )?(?:tai|tren dia ban|toan|cua|cho|doi voi) ${place}(?: ${place})*\\b`,
    'g',
  ),
  /\b(?:cac )?(?:tinh )?thanh pho truc thuoc trung uong\b/g,
  /\bmot so (?:tinh |thanh pho )+(?:co )?du dieu kien\b/g,
  /(?<=\bcon nguoi )viet nam\b/g,
  /\b(?:cap )?(?:dia phuong|tinh|thanh pho|thi xa)$/g,
  /\bcap (?:dia phuong|tinh|thanh pho|thi xa)\b/g,
];

/** Words that carry no meaning of their own in a name. */
const idle = new Set(
  `ti le trong so luong cac mot nhung cua ve tai tren trong va den duoc co cho voi tu giua theo la
  hoac de thuc hien hoan thanh phan dau muc dat tong gop phan quan trong duy tri hang nam
  tang trung binh quan so voi nam xep hang danh gia`.split(/\s+/),
);

/** Whom a figure stands among: countries, provinces, or what is below a province. */
export type Scope = 'world' | 'province' | 'district';

const scopes: readonly (readonly [RegExp, Scope])[] = [
  [
    /\b(?:toan cau|the gioi|quoc te|(?:cac )?nuoc (?:tien tien|phat trien)|dong nam a|chau a)\b/,
    'world',
  ],
  [/\bcap (?:huyen|thi xa|xa|quan|phuong|co so)\b/, 'district'],
  [
    /\b(?:dia phuong|cap tinh|cap thanh pho|trong vung|khu vuc vung|ca nuoc|toan quoc)\b/,
    'province',
  ],
];

const growth =
  /^tang\b|\btang (?:trung binh|binh quan|them|so voi|it nhat|toi thieu)\b|\btoc do tang\b/;

/** The parts of a name that two names are compared by. */
export type NameWords = {
  /** The name without abbreviations, places and idle words: equal for the same name. */
  readonly key: string;
  /** Single words and pairs of neighbours. */
  readonly features: readonly string[];
  readonly words: readonly string[];
  /** True for a figure that tells how much something grows, not how much there is. */
  readonly grows: boolean;
  /** Numbers in the name ("5G", "15 tuổi"): two names with different numbers differ. */
  readonly numbers: readonly string[];
  /** Null where the name does not say. */
  readonly scope: Scope | null;
};

/** A unit of so many words says what is measured, such as "Chỉ số phát triển con người (HDI)". */
const NAMING_UNIT = 4;

/**
 * Takes the name of an indicator apart for comparing. `home` is the name of the plan's locality,
 * which is not part of what is measured.
 */
export function nameWords(
  { name, unit, targetText }: Pick<Indicator, 'name' | 'unit' | 'targetText'>,
  home: string,
): NameWords {
  const named = unit !== null && fold(unit).split(' ').length >= NAMING_UNIT && !/[%/]/.test(unit);
  const folded = fold((named ? `${name} ${unit}` : name).replace(ownName, ''))
    .replace(/(?<=\d) (?=000\b)/g, '')
    .replace(/(?<=\d)(?=\p{L})/gu, ' ');
  const long = abbreviations.reduce((text, [short, full]) => text.replace(short, full), folded);
  const own = fold(home);
  const away = own === '' ? long : long.replaceAll(new RegExp(`\\b${own}\\b`, 'g'), 'dia phuong');
  const bare = homes.reduce((text, phrase) => text.replace(phrase, ' '), away);
  const words = bare.split(' ').filter((word) => word !== '' && !idle.has(word));
  return {
    key: words.join(' '),
    words,
    features: [
      ...new Set([...words, ...words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)]),
    ],
    grows: [name, unit ?? '', targetText ?? ''].some((text) => growth.test(fold(text))),
    numbers: words.filter((word) => /^\d+$/.test(word)),
    scope: scopes.find(([phrase]) => phrase.test(away))?.[1] ?? null,
  };
}
