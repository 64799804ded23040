/**
 * Words that officers write around figures and the words by which units are told apart. They
 * are data about the texts that come in, never shown. All are folded (see `fold`).
 */

/** Words behind a figure that make it approximate. */
export const approximateAfter: readonly string[] = [
  'uoc dat',
  'uoc tinh',
  'uoc thuc hien',
  'uoc',
  'tro len',
];

/** Words before a figure that make it approximate. */
export const approximateWords: readonly string[] = [
  'khoang',
  'xap xi',
  'uoc dat',
  'uoc tinh',
  'uoc thuc hien',
  'uoc',
  'gan',
  'hon',
  'tren',
  'duoi',
  'chung',
  'tam',
  'toi thieu',
  'it nhat',
  'khong qua',
  'toi da',
];

/** Words before a figure that say nothing about it. */
export const plainWords: readonly string[] = ['dat', 'da dat', 'la', 'duoc', 'co'];

/** Words after an amount of money, and how many million đồng one of them is. */
export const moneyScales: readonly (readonly [string, number])[] = [
  ['nghin ti', 1e6],
  ['ti', 1e3],
  ['trieu', 1],
  ['tr', 1],
  ['nghin', 1e-3],
  ['ngan', 1e-3],
  ['dong', 1e-6],
  ['vnd', 1e-6],
  ['d', 1e-6],
];

/** Words after a figure that multiply it. */
export const scaleWords: readonly string[] = ['tram', 'nghin', 'ngan', 'van', 'trieu', 'ti'];

/** How the unit of a thing that is counted one by one begins. */
export const countedThings: readonly string[] = [
  'doanh nghiep',
  'to chuc',
  'trung tam',
  'co so',
  'don vi',
  'quan',
  'huyen',
  'thi xa',
  'thanh pho',
  'tinh',
  'xa',
  'phuong',
  'thon',
  'khu',
  'cum',
  'nguoi',
  'chuyen gia',
  'can bo',
  'ho',
  'hop tac xa',
  'sang che',
  'giai phap',
  'don',
  'van bang',
  'bai bao',
  'cong bo',
  'de tai',
  'nhiem vu',
  'du an',
  'de an',
  'chuong trinh',
  'ke hoach',
  'van ban',
  'mo hinh',
  'san pham',
  'nen tang',
  'he thong',
  'co so du lieu',
  'san',
  'phong',
  'truong',
  'benh vien',
  'tram',
  'thu tuc',
  'dich vu',
  'cong trinh',
  'hoi nghi',
  'lop',
  'cuoc',
];

/** Words in a name or target that tell a rate of change from a share of a whole. */
export const growthWords: readonly string[] = ['tang', 'toc do', 'so voi', 'gap'];

/** Words with "tăng" in them that are no growth. */
export const notGrowth: readonly string[] = ['gia tang', 'tang cuong', 'ha tang', 'nen tang'];

/** Words of a ranking among provinces. */
export const provinceRankings: readonly string[] = [
  'tinh',
  'ca nuoc',
  'toan quoc',
  'dia phuong',
  'pii',
  'dti',
  'pci',
  'papi',
  'par index',
  'sipas',
];

/** Words of a ranking among others than provinces. */
export const otherRankings: readonly string[] = [
  'dai hoc',
  'the gioi',
  'chau a',
  'dong nam a',
  'asean',
  'quoc te',
  'cap thi xa',
  'cap huyen',
  'cap xa',
  'trong tinh',
  'trong thanh pho',
  'cua tinh',
  'cua thanh pho',
];

/** Kinds of document a product can be; such a product has a number and a date. */
export const documentKinds: readonly string[] = [
  'quyet dinh',
  'nghi quyet',
  'ke hoach',
  'chi thi',
  'cong van',
  'to trinh',
  'bao cao',
  'de an',
  'chuong trinh',
  'quy che',
  'quy dinh',
  'van ban',
  'huong dan',
];

/** Answers in the column of estimates that mean "no estimate". */
export const notEstimated: readonly string[] = ['khong', 'no', 'sai', 'false', '0', 'chinh thuc'];

/** Whether folded `text` holds one of the folded `words` as whole words. */
export function holdsWord(text: string, words: readonly string[]): boolean {
  const padded = ` ${text} `;
  return words.some((word) => padded.includes(` ${word} `));
}

/** Whether folded `text` begins with one of the folded `words` as whole words. */
export function beginsWithWord(text: string, words: readonly string[]): boolean {
  const padded = `${text} `;
  return words.some((word) => padded.startsWith(`${word} `));
}
