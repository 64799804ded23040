import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toSerial } from '../../src/domain/dates';
import { associateFunctions } from '../../src/functions/associate';
import { functions, type Functions } from '../../src/functions/functions';
import type { Argument } from '../../src/functions/status';
import { day } from '../workbook/support/filled';

const root = resolve(__dirname, '../..');

type Metadata = {
  functions: { id: string; description: string; parameters: { name: string }[] }[];
};

class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a function comes to: its cells, or the code of its error. */
function call(id: keyof Functions, ...given: Argument[]): unknown {
  const known: Functions = functions;
  const answer = known[id](...given);
  return answer.kind === 'cells' ? answer.rows : answer.code;
}

const june = toSerial(day(2026, 6, 30));
const asOf = toSerial(day(2027, 12, 31));
const origin = toSerial(day(2024, 12, 31));

it.each<[keyof Functions, readonly Argument[], unknown]>([
  ['MUCTIEU', ['≥ 85'], [[85, '']]],
  ['MUCTIEU', ['tối thiểu 30%'], [[30, '']]],
  ['MUCTIEU', ['Top 10'], [['', 10]]],
  ['MUCTIEU', ['90 - 95%'], [[90, 95]]],
  ['MUCTIEU', [90], [[90, 90]]],
  ['MUCTIEU', [0.7], [[0.7, 0.7]]],
  ['MUCTIEU', [''], 'value'],
  ['MUCTIEU', ['Tiên tiến, hiện đại'], 'none'],
  ['HAN', ['Quý II/2026'], [[june]]],
  ['HAN', ['trước 30/6/2026'], [[june]]],
  ['HAN', [2026], [[toSerial(day(2026, 12, 31))]]],
  ['HAN', ['Thường xuyên'], 'none'],
  ['HAN', ['sau khi Nghị định được ban hành'], 'none'],
  ['HAN', ['31/02/2026'], 'value'],
  ['TRANGTHAI', ['≥ 85', 90, 2030, asOf], [['Đạt']]],
  ['TRANGTHAI', ['≥ 85', 60, 2030, asOf], [['Chưa có lộ trình']]],
  ['TRANGTHAI', ['≥ 85', 65, 2030, asOf, 45, origin], [['Đúng tiến độ']]],
  ['TRANGTHAI', ['≥ 85', 46, 2030, asOf, 45, origin], [['Báo động']]],
  ['TRANGTHAI', ['≥ 85', '', 2030, asOf], [['Chưa có số liệu']]],
  ['TRANGTHAI', ['≥ 85', 'khoảng 80', 2030, asOf], 'value'],
  ['TRANGTHAI', ['≥ 85', 80, 'năm sau', asOf], 'value'],
  ['TRANGTHAI', ['≥ 85', 80, 2030, null], 'value'],
  ['TRANGTHAI', ['≥ 85', 80, 2030, asOf, 45], 'value'],
  ['TRANGTHAI', ['Tiên tiến', 80, 2030, asOf], 'none'],
])('%s %j', (id, given, expected) => {
  expect(call(id, ...given)).toEqual(expected);
});

it('describes in Vietnamese every function that Excel can call, and no other', () => {
  const associated: string[] = [];
  const host = { associate: (id: string) => associated.push(id), Error: HostError };
  associateFunctions(
    host,
    () => 'vi',
    () => Promise.resolve(functions),
  );
  expect([...associated].sort()).toEqual(Object.keys(functions).sort());
  const text = readFileSync(join(root, 'src/functions/functions.json'), 'utf8');
  const metadata = JSON.parse(text) as Metadata;
  expect(metadata.functions.map(({ id }) => id).sort()).toEqual(Object.keys(functions).sort());
  for (const { description, parameters } of metadata.functions) {
    expect(description).toMatch(/[ăâđêôơư]/i);
    expect(parameters.length).toBeGreaterThan(0);
  }
});

it('throws Excel’s own errors, with words', async () => {
  const calls = new Map<string, (...given: Argument[]) => Promise<unknown>>();
  associateFunctions(
    { associate: (id, run) => calls.set(id, run), Error: HostError },
    () => 'vi',
    () => Promise.resolve(functions),
  );
  await expect(calls.get('HAN')?.('Thường xuyên')).rejects.toMatchObject({
    code: '#N/A',
    message: expect.stringContaining('Không có ngày cuối'),
  });
  await expect(calls.get('MUCTIEU')?.('')).rejects.toMatchObject({ code: '#VALUE!' });
  await expect(calls.get('MUCTIEU')?.('≥ 5')).resolves.toEqual([[5, '']]);
});
