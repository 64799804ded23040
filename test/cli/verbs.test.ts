import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planSchema } from '../../src/domain/plan/plan';

type Run = { readonly code: number | null; readonly out: string; readonly told: string };

const root = join(__dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tien-do-verbs-'));
});

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

function made(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function tracked(name: string): string {
  const path = join(folder, name);
  const run = tienDo('track', 'seeds/nga-nam.txt', '-o', path, '--as-of', '2025-12-15');
  expect(run).toMatchObject({ code: 0, told: '' });
  return path;
}

describe('the verbs on a real plan', () => {
  it('reads a plan as JSON, and nothing else on standard output', () => {
    const run = tienDo('read', 'seeds/can-tho.txt', '--json');
    const plan = planSchema.parse(JSON.parse(run.out));
    expect([run.code, plan.indicators.length, plan.tasks.length]).toEqual([0, 40, 46]);
  });

  it('reads a plan for people, with every note', () => {
    const run = tienDo('read', 'seeds/hue.txt');
    expect(run.code).toBe(0);
    expect(run.out).toContain('70 nhiệm vụ');
    expect(run.out).toContain('Điểm cần xem lại');
  });

  it('tracks, checks, assesses and reports', () => {
    const book = tracked('book.xlsx');
    const check = tienDo('check', book, '--json');
    const issues: unknown = JSON.parse(check.out);
    expect(issues).toHaveProperty('issues');
    const assess = tienDo('assess', book, '--as-of', '31/12/2025', '--json');
    expect(JSON.parse(assess.out)).toMatchObject({ asOf: '2025-12-31' });
    const report = join(folder, 'report.xlsx');
    expect(tienDo('report', book, '-o', report).code).toBe(0);
    expect(statSync(report).size).toBeGreaterThan(10_000);
  });

  it('writes the narrative, the same bytes each time', () => {
    const book = tracked('told.xlsx');
    const [one, other] = [join(folder, 'one.docx'), join(folder, 'other.docx')];
    expect(tienDo('narrative', book, '-o', one).code).toBe(0);
    tienDo('narrative', book, '-o', other);
    expect(readFileSync(one).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  it('compares plans, and keeps what an officer decided', () => {
    const [one, other] = [tracked('nga-nam.xlsx'), join(folder, 'hue.xlsx')];
    tienDo('track', 'seeds/hue.txt', '-o', other, '--as-of', '2025-12-15');
    const output = join(folder, 'compare.xlsx');
    const run = tienDo('compare', one, other, '-o', output, '--json');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({
      books: [{ locality: 'Ngã Năm' }, { locality: 'Huế' }],
      problems: [],
    });
    const again = join(folder, 'again.xlsx');
    expect(tienDo('compare', one, other, '-o', again, '--matches', output).code).toBe(0);
    expect(readFileSync(again).equals(readFileSync(output))).toBe(true);
  });

  it('makes the same bytes from the same plan and day', () => {
    expect(readFileSync(tracked('one.xlsx')).equals(readFileSync(tracked('two.xlsx')))).toBe(true);
  });

  it('keeps an older, different file before it writes over it', () => {
    const path = made('kept.xlsx', 'what an officer had');
    tienDo('track', 'seeds/nga-nam.txt', '-o', path, '--as-of', '2025-12-15');
    expect(readFileSync(join(folder, 'kept.bak1.xlsx'), 'utf8')).toBe('what an officer had');
  });
});

describe('bad input: one clear message, exit 2, nothing on standard output', () => {
  it.each<readonly [string, () => readonly string[], RegExp]>([
    ['a missing file', () => ['read', 'seeds/none.txt'], /Không tìm thấy/],
    ['an empty file', () => ['read', made('empty.txt', '')], /không có nội dung/],
    ['a blank file', () => ['read', made('blank.txt', ' \n \n')], /không có nội dung/],
    [
      'a file that is no plan',
      () => ['read', made('poem.txt', 'Trăm năm\ntrong cõi')],
      /Không thấy/,
    ],
    ['bytes that are no text', () => ['read', made('x.txt', new Uint8Array([0, 255, 1]))], /UTF-8/],
    ['a truncated workbook', () => ['check', halved()], /hỏng|không phải sổ Excel/],
    ['a text file as workbook', () => ['assess', 'seeds/hue.txt'], /không phải sổ Excel/],
    ['a report as tracking workbook', () => ['check', report()], /không phải/],
    ['an unknown verb', () => ['frobnicate', 'x'], /Lệnh chưa đúng/],
    ['a verb without its file', () => ['check'], /Lệnh chưa đúng/],
    [
      'one workbook compared with itself',
      () => ['compare', ...twice(), '-o', join(folder, 'c.xlsx')],
      /giống hệt/,
    ],
    ['compare without an output', () => ['compare', 'x.xlsx'], /-o/],
    ['track without an output', () => ['track', 'seeds/hue.txt'], /-o/],
    ['an impossible day', () => ['assess', 'x.xlsx', '--as-of', '31/02/2025'], /31\/02\/2025/],
  ])('%s', (_name, words, message) => {
    const run = tienDo(...words());
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.told).toMatch(message);
    expect(run.told.trim().split('\n')).toHaveLength(1);
  });

  it('a locked output file stays as it was', () => {
    const path = made('locked.xlsx', 'mine');
    chmodSync(path, 0o444);
    const run = tienDo('track', 'seeds/nga-nam.txt', '-o', path);
    expect([run.code, readFileSync(path, 'utf8')]).toEqual([2, 'mine']);
  });

  it('a file open in LibreOffice stays as it was', () => {
    const path = made('open.xlsx', 'mine');
    made('.~lock.open.xlsx#', 'someone');
    expect(tienDo('track', 'seeds/nga-nam.txt', '-o', path).code).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('never writes over the file it reads', () => {
    const book = tracked('own.xlsx');
    const before = readFileSync(book);
    expect(tienDo('report', book, '-o', book).code).toBe(2);
    expect(readFileSync(book).equals(before)).toBe(true);
  });

  function halved(): string {
    const whole = readFileSync(tracked('whole.xlsx'));
    return made('half.xlsx', whole.subarray(0, whole.length / 2));
  }

  function twice(): readonly string[] {
    const book = tracked('twice.xlsx');
    return [book, made('copy.xlsx', readFileSync(book))];
  }

  function report(): string {
    const path = join(folder, 'as-book.xlsx');
    tienDo('report', tracked('for-report.xlsx'), '-o', path);
    return path;
  }
});
