import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cellMeaning } from '../../../src/reading/cells/meaning';

type Column = 'agency' | 'time' | 'product';

/** The column the cell fits best, and by how much it fits it better than the next. */
function best(text: string): { readonly column: Column; readonly lead: number } {
  const { agency, time, product } = cellMeaning(text);
  const order = (
    [
      ['agency', agency],
      ['time', time],
      ['product', product],
    ] as const
  ).toSorted(([, one], [, other]) => other - one);
  return { column: order[0]?.[0] ?? 'product', lead: (order[0]?.[1] ?? 0) - (order[1]?.[1] ?? 0) };
}

describe('cellMeaning', () => {
  it.each([
    ['Các sở, ngành, địa phương', 'agency'],
    ['Viện NCPT', 'agency'],
    ['HUECIT', 'agency'],
    ['Bệnh viện TW Huế', 'agency'],
    ['Các Bộ, ngành', 'agency'],
    ['Liên hiệp các Hội KHKT', 'agency'],
    ['Các cơ quan, tổ chức có liên quan', 'agency'],
    ['Văn phòng UBND tỉnh', 'agency'],
    ['Ban Tuyên giáo Thành ủy', 'agency'],
    ['Báo Cần Thơ', 'agency'],
    ['Doanh nghiệp', 'agency'],
    ['Kế hoạch', 'product'],
    ['Kế hoạch/ Báo cáo', 'product'],
    ['Báo cáo UBND tỉnh', 'product'],
    ['Kế hoạch năm 2025', 'product'],
    ['Nền tảng đào tạo trực tuyến mở đại trà', 'product'],
    ['Có tỷ lệ phù hợp cán bộ có chuyên môn trong đội ngũ lãnh đạo', 'product'],
    ['Quyết định của UBND thành phố', 'product'],
    ['Nghị quyết của HĐND thành phố', 'product'],
    ['Hoàn thành kết nối', 'product'],
    ['Các dự án được phê duyệt', 'product'],
    ['Phê duyệt Chủ trương đầu tư', 'product'],
    ['Ban hành Kế hoạch', 'product'],
    ['Bộ tiêu chí', 'product'],
    ['Trung tâm dữ liệu', 'product'],
    ['Tổ công tác được thành lập', 'product'],
    ['Quản lý chặt chẽ trên môi trường thương mại điện tử', 'product'],
    ['Camera AI', 'product'],
    ['Thường xuyên', 'time'],
    ['Nhiệm vụ thường xuyên', 'time'],
    ['2025 và các năm tiếp theo', 'time'],
    ['Hoàn thành trong tháng 3/2025', 'time'],
    ['Theo Kế hoạch riêng', 'time'],
    ['Trình Ủy ban nhân dân tỉnh ban hành sau khi Bộ Nội vụ ban hành Đề án', 'time'],
  ])('takes %j for %s', (text, column) => {
    expect(best(text).column).toBe(column);
  });

  it.each(['', '-', ' … '])('finds nothing in %j', (text) => {
    expect(cellMeaning(text)).toEqual({ agency: 0, time: 0, product: 0 });
  });

  const columns = [
    ['leadText', 'agency'],
    ['coordText', 'agency'],
    ['resultText', 'product'],
    ['timeText', 'time'],
  ] as const;
  const folder = join(__dirname, '..', '..', 'fixtures', 'expected');

  it.each(['can-tho', 'hue', 'tien-giang', 'hai-phong', 'nga-nam'])(
    'puts every cell of the tasks of %s clearly into its own column',
    (plan) => {
      const expected = JSON.parse(readFileSync(join(folder, `${plan}.json`), 'utf8')) as {
        readonly tasks: readonly Readonly<Record<string, string | null>>[];
      };
      const misplaced = expected.tasks.flatMap((task) =>
        columns.flatMap(([field, column]) => {
          const text = task[field] ?? null;
          if (text === null) return [];
          const found = best(text);
          return found.column === column && found.lead >= 0.35 ? [] : [text];
        }),
      );
      expect(expected.tasks.length).toBeGreaterThan(9);
      expect(misplaced).toEqual([]);
    },
  );

  it('stays between 0 and 1 and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const score of Object.values(cellMeaning(text))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
