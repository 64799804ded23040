import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { reopened, typedInto } from '../support/forms';

type Run = { readonly code: number | null; readonly out: string; readonly told: string };

const root = join(__dirname, '../..');
let folder = '';
let book = '';
let forms = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tien-do-collect-'));
  book = join(folder, 'so.xlsx');
  forms = join(folder, 'phieu');
  tienDo('track', 'seeds/nga-nam.txt', '-o', book, '--as-of', '2025-12-15');
  const made = tienDo('forms', book, '--period', '2025-12', '-o', forms, '--json');
  expect(made.code).toBe(0);
  for (const name of readdirSync(forms)) {
    const path = join(forms, name);
    const bytes = new Uint8Array(readFileSync(path));
    const rows: {
      readonly forms: readonly { readonly file: string; readonly rows: readonly string[] }[];
    } = JSON.parse(made.out);
    const tasks =
      rows.forms.find(({ file }) => file === name)?.rows.filter((id) => id.startsWith('NV')) ?? [];
    writeFileSync(
      path,
      await typedInto(
        bytes,
        tasks.map((id) => ['Nhiệm vụ', id, '% hoàn thành', 40] as const),
      ),
    );
  }
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function tienDo(...words: readonly string[]): Run {
  const run = spawnSync(process.execPath, ['src/cli/bootstrap.mjs', 'tien-do', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, told: run.stderr };
}

/** The parts of `collect --json` that the tests look at. */
type Seen = {
  readonly accepted: readonly { readonly file: string }[];
  readonly rejected: readonly {
    readonly file: string;
    readonly issues: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly missing: readonly { readonly reminder: string }[];
  readonly unchanged: readonly unknown[];
  readonly conflicts: readonly unknown[];
  readonly late: readonly unknown[];
  readonly replaced: readonly unknown[];
};

function collect(output: string, ...sources: readonly string[]): Seen {
  const run = tienDo(
    'collect',
    book,
    ...sources,
    '-o',
    output,
    '--json',
    '--received',
    '2025-12-16',
  );
  expect([run.code, run.told]).toEqual([0, '']);
  return JSON.parse(run.out) as Seen;
}

it('takes in files, folders and zips alike', () => {
  const names = readdirSync(forms);
  const zip = join(folder, 'bai-nop.zip');
  writeFileSync(
    zip,
    zipSync(
      Object.fromEntries(
        names.map((name) => [
          `../../thu muc/${name}`,
          new Uint8Array(readFileSync(join(forms, name))),
        ]),
      ),
    ),
  );
  const byFolder = collect(join(folder, 'a.xlsx'), forms);
  const byFile = collect(join(folder, 'b.xlsx'), ...names.map((name) => join(forms, name)));
  const byZip = collect(join(folder, 'c.xlsx'), zip);
  for (const seen of [byFolder, byFile, byZip]) {
    expect(seen.accepted).toHaveLength(names.length);
    expect(seen).toMatchObject({
      rejected: [],
      missing: [],
      unchanged: [],
      late: [],
      replaced: [],
    });
  }
  expect(
    reopened(new Uint8Array(readFileSync(join(folder, 'a.xlsx')))).book.history.length,
  ).toBeGreaterThan(10);
}, 60_000);

it('names a reason for every stray or hostile file, and the other files go on', () => {
  const bad = join(folder, 'xau');
  mkdirSync(bad);
  const good = new Uint8Array(readFileSync(join(forms, readdirSync(forms)[0] ?? '')));
  const put = (name: string, bytes: Uint8Array | string): void => {
    writeFileSync(join(bad, name), bytes);
  };
  put('tot.xlsx', good);
  put('cut.xlsx', good.subarray(0, good.length / 2));
  put('trong.xlsx', '');
  put('thu.xlsx', 'Kính gửi Sở');
  put('trang.xls', '<html><table></table></html>');
  put('bang.csv', 'Mã,TT\nCT-1,1\n');
  put('anh.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0));
  put(
    'cu.xls',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
  );
  put('so-theo-doi.xlsx', readFileSync(book));
  put(
    'bom.xlsx',
    zipSync(
      { '[Content_Types].xml': new Uint8Array(1), 'xl/workbook.xml': new Uint8Array(40_000_000) },
      { level: 9 },
    ),
  );
  const { accepted, rejected } = collect(join(folder, 'd.xlsx'), bad);
  expect(accepted.map(({ file }) => file)).toEqual(['tot.xlsx']);
  expect(Object.fromEntries(rejected.map(({ file, issues }) => [file, issues[0]?.code]))).toEqual({
    'cut.xlsx': 'workbookDamaged',
    'trong.xlsx': 'fileEmpty',
    'thu.xlsx': 'notAWorkbook',
    'trang.xls': 'notAWorkbook',
    'bang.csv': 'notAWorkbook',
    'anh.xlsx': 'notAWorkbook',
    'cu.xls': 'notAWorkbook',
    'so-theo-doi.xlsx': 'workbookWrongKind',
    'bom.xlsx': 'workbookHostile',
  });
  for (const { file, issues } of rejected) expect(issues[0]?.text).toContain(file);
}, 60_000);

it('shows what would change and who is missing, with a reminder, and writes nothing', () => {
  const before = readdirSync(folder);
  const one = join(forms, readdirSync(forms)[0] ?? '');
  const run = tienDo('collect', book, one, '--dry-run', '--json');
  const seen = JSON.parse(run.out) as Seen;
  expect(seen.missing.length).toBe(readdirSync(forms).length - 1);
  expect(seen.missing[0]?.reminder).toMatch(/^Kính gửi: /);
  expect(readdirSync(folder)).toEqual(before);
});

it('undoes, opens the next period, says who has sent, merges agencies', () => {
  const after = join(folder, 'e.xlsx');
  collect(after, forms);
  const undone = join(folder, 'f.xlsx');
  expect(tienDo('undo', after, '-o', undone).code).toBe(0);
  expect(reopened(new Uint8Array(readFileSync(undone))).book.history).toEqual([]);
  const next = join(folder, 'g.xlsx');
  expect(tienDo('open', after, '-o', next).code).toBe(0);
  expect(reopened(new Uint8Array(readFileSync(next))).book.settings.period.id).toBe('2026-12');
  expect(JSON.parse(tienDo('sent', after, '--json').out)).toMatchObject({
    completeness: expect.arrayContaining([expect.objectContaining({ arrival: 'onTime' })]),
  });
  const merged = tienDo(
    'merge',
    book,
    '--from',
    'trung-tam-y-te-thi-xa',
    '--into',
    'phong-tai-chinh-ke-hoach-thi-xa',
    '--on',
    '2025-07-01',
    '-o',
    join(folder, 'h.xlsx'),
    '--json',
  );
  expect(JSON.parse(merged.out)).toMatchObject({ moved: [{ agency: 'trung-tam-y-te-thi-xa' }] });
  const again = reopened(new Uint8Array(readFileSync(join(folder, 'h.xlsx')))).book;
  expect(again.registry.find(({ id }) => id === 'trung-tam-y-te-thi-xa')).toMatchObject({
    successor: 'phong-tai-chinh-ke-hoach-thi-xa',
    successorFrom: '2025-07-01',
  });
  expect(again.log).toMatchObject([{ action: 'merged' }]);
}, 60_000);

it('shows a past period, and corrects a value of it with a reason', () => {
  const [after, next, mended] = ['p1', 'p2', 'p3'].map((name) => join(folder, `${name}.xlsx`));
  collect(after ?? '', forms);
  expect(tienDo('open', after ?? '', '-o', next ?? '').code).toBe(0);
  const past = ['--period', '2025-12'];
  type Shown = {
    readonly lines: readonly {
      readonly id: string;
      readonly fields: readonly { readonly field: string; readonly value: unknown }[];
    }[];
  };
  const percents = (path: string): readonly (readonly [string, unknown])[] => {
    const shown: Shown = JSON.parse(tienDo('past', path, ...past, '--json').out);
    return shown.lines.flatMap(({ id, fields }) =>
      fields.flatMap(({ field, value }) =>
        field === 'percent' && value !== null ? [[id, value] as const] : [],
      ),
    );
  };
  const before = percents(next ?? '');
  const [[id]] = before.length > 0 ? [before[0] ?? ['', null]] : [['', null]];
  const one = ['--row', id, '--field', '% hoàn thành', '--reason', 'Nhập nhầm'];
  const refused = tienDo('past', next ?? '', ...past, ...one, '--value', '400', '-o', mended ?? '');
  expect([refused.code, refused.told]).toEqual([2, expect.stringContaining('không đúng loại')]);
  const done = tienDo('past', next ?? '', ...past, ...one, '--value', '45,5', '-o', mended ?? '');
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('40 → 45,5')]);
  expect(percents(mended ?? '')).toEqual(
    before.map(([row, value]) => [row, row === id ? 45.5 : value]),
  );
}, 60_000);

it('leaves the workbook whole when it is killed at any moment', async () => {
  const own = join(folder, 'giet.xlsx');
  const original = readFileSync(book);
  for (const wait of [150, 350, 500, 650, 800]) {
    writeFileSync(own, original);
    const child = spawn(
      process.execPath,
      ['src/cli/bootstrap.mjs', 'tien-do', 'collect', own, forms, '-o', own],
      { cwd: root, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill('SIGKILL');
    await ended;
    const opened = reopened(new Uint8Array(readFileSync(own))).book;
    expect([0, readdirSync(forms).length]).toContain(opened.log.length);
  }
}, 60_000);

it.each<readonly [string, readonly string[], RegExp]>([
  ['no sources', ['-o', 'x.xlsx'], /Lệnh chưa đúng/],
  ['a missing source', ['/khong/co', '-o', 'x.xlsx'], /Không tìm thấy/],
  ['no output', ['phieu'], /Lệnh chưa đúng/],
  ['a choice that is none', ['phieu', '-o', 'x.xlsx', '--choose', 'CT-1'], /--choose/],
  ['an exclusion without a reason', ['phieu', '-o', 'x.xlsx', '--exclude', 'a.xlsx='], /--exclude/],
  ['a period the workbook has not', ['seeds', '-o', 'x.xlsx', '--period', '2031-01'], /2031-01/],
])('refuses %s', (_name, words, message) => {
  const run = tienDo('collect', book, ...words);
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.told).toMatch(message);
});
