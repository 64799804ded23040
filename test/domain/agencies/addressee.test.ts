import { addresseeFinder } from '../../../src/domain/agencies/addressee';
import { plainAgency } from '../../../src/domain/agencies/registry';

const finder = addresseeFinder([
  { ...plainAgency('stc', 'Sở Tài chính'), aliases: ['STC'] },
  plainAgency('stnmt', 'Sở Tài nguyên và Môi trường'),
]);

test.each([
  ['Đề nghị Bộ Khoa học và Công nghệ sớm có hướng dẫn', 'Bộ Khoa học và Công nghệ'],
  ['Kiến nghị STC bố trí kinh phí', 'Sở Tài chính'],
  ['đề nghị với Sở Tài chính: bố trí kinh phí', 'Sở Tài chính'],
  ['Thiếu người. Kính trình UBND tỉnh xem xét', 'UBND tỉnh'],
  ['Trình phê duyệt dự toán; đề nghị Thủ tướng Chính phủ cho phép', 'Thủ tướng Chính phủ'],
  ['Thiếu nhân lực', null],
  ['Đề nghị Sở Tài chính-x', 'Sở Tài chính'],
  ['Đề nghị STCX bố trí', null],
  ['', null],
] as const)('%s', (words, addressee) => {
  expect(finder(words)).toBe(addressee);
});
