import type { Place } from '../../src/domain/document';
import { describePlace } from '../../src/messages/places';

it.each<readonly [Place, string, string]>([
  [{}, 'dòng 7', 'line 7'],
  [{ page: 3 }, 'trang 3, dòng 7', 'page 3, line 7'],
  [{ page: 3, table: 2, row: 5 }, 'trang 3, bảng 2, hàng 5', 'page 3, table 2, row 5'],
  [{ sheet: 'Chỉ tiêu', row: 12 }, 'trang tính “Chỉ tiêu”, hàng 12', 'sheet “Chỉ tiêu”, row 12'],
])('describes %j', (place, vi, en) => {
  expect([describePlace(place, 7), describePlace(place, 7, 'en')]).toEqual([vi, en]);
});
