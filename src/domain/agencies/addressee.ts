import { tidy } from '../text';
import type { Registry } from './registry';

/** The words after which a request names the body it goes to. */
const ASKED = /(?:đề nghị|kiến nghị|đề xuất|kính trình|trình|xin ý kiến|báo cáo)\s+(?:với\s+)?/giu;

/** Bodies above and beside a locality, the longer name before one that it begins with. */
const BODIES = [
  'Thủ tướng Chính phủ',
  'Chính phủ',
  'Quốc hội',
  'Bộ Khoa học và Công nghệ',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Dân tộc và Tôn giáo',
  'Bộ Công Thương',
  'Bộ Công an',
  'Bộ Nội vụ',
  'Bộ Ngoại giao',
  'Bộ Quốc phòng',
  'Bộ Tài chính',
  'Bộ Tư pháp',
  'Bộ Xây dựng',
  'Bộ Y tế',
  'Ngân hàng Nhà nước',
  'Thanh tra Chính phủ',
  'Ban Chỉ đạo Trung ương',
  'Ban Chỉ đạo',
  'Ban Thường vụ Tỉnh ủy',
  'Ban Thường vụ Thành ủy',
  'Tỉnh ủy',
  'Thành ủy',
  'Hội đồng nhân dân',
  'HĐND',
  'Ủy ban nhân dân tỉnh',
  'Ủy ban nhân dân thành phố',
  'Ủy ban nhân dân',
  'UBND tỉnh',
  'UBND thành phố',
  'UBND',
];

/** Finds the body a request is addressed to; null where its words name none. */
export type AddresseeFinder = (request: string) => string | null;

/** Prepares finding among the bodies everybody knows and the agencies of a workbook. */
export function addresseeFinder(registry: Registry): AddresseeFinder {
  const names = [
    ...registry.flatMap(({ name, aliases }) =>
      [name, ...aliases].map((known) => [known, name] as const),
    ),
    ...BODIES.map((name) => [name, name] as const),
  ]
    .map(([known, name]) => [tidy(known).toLowerCase(), name] as const)
    .filter(([known]) => known !== '')
    .sort(([a], [b]) => b.length - a.length);
  return (request) => {
    const words = tidy(request);
    for (const { index, 0: asked } of words.matchAll(ASKED)) {
      const rest = words.slice(index + asked.length).toLowerCase();
      const found = names.find(
        ([known]) => rest.startsWith(known) && !/^\p{L}/u.test(rest.slice(known.length)),
      );
      if (found) return found[1];
    }
    return null;
  };
}
