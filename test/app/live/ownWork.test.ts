import { checkLive } from '../../../src/app/live/checkLive';
import { refreshLive } from '../../../src/app/live/refreshLive';
import { openWorkbook } from '../../../src/app/wiring';
import type { Plan } from '../../../src/domain/plan/plan';
import { differences, factsOf } from '../../gateways/excel/facts';
import type { Session } from '../../gateways/excel/session';
import { load, loadedSession, planOf, valueOf } from './session';

const plan = planOf('can-tho');

/** Everything people do to a tracking workbook that is none of our business. */
async function addOwnWork({ host, newContext }: Session): Promise<void> {
  host.insertTableColumn('ChiTieu', 3, 'Người theo dõi');
  host.type('Chỉ tiêu', 'D7:D9', [['Lan'], ['Hùng'], ['Mai']]);
  host.insertTableColumn('NhiemVu', 35, 'Việc tuần này');
  host.insert('Chỉ tiêu', '1:2');
  host.type('Chỉ tiêu', 'A1', [['PHÒNG TỔNG HỢP']]);
  host.insert('Chỉ tiêu', '12:12');
  host.type('Chỉ tiêu', 'C12:D12', [['Dòng riêng của phòng', 'Lan']]);
  host.insert('Kỳ báo cáo', '2:3');
  host.sort('NhiemVu', 'Thời hạn', false);
  host.comment('Nhiệm vụ', 'D9', 'Hỏi lại Sở Tài chính');
  host.format('Nhiệm vụ', 'D10', { fill: '#00FF00' });
  host.format('Nhiệm vụ', 'D:D', { width: 333 });
  host.rename('Nhiệm vụ', 'Việc của tỉnh');
  host.filter('NhiemVu', 'Cơ quan chủ trì', ['Sở Khoa học và Công nghệ']);
  const context = newContext();
  const own = context.workbook.worksheets.add('Của tôi');
  own.getRange('A1:A3').formulas = [["='Chỉ tiêu'!C9"], ["=SUM('Chỉ tiêu'!I9:I60)"], ['ghi chú']];
  own.getRange('A3').format.fill.color = '#FFFF00';
  await context.sync();
}

/** What officers enter, right and wrong. */
function enter({ host }: Session): void {
  host.type('Chỉ tiêu', 'I7:I10', [[85.5], ['khoảng 80'], ['=40+2'], [-3]]);
  host.type('Nhiệm vụ', 'L7:L9', [[60], ['70%'], [100]]);
  host.type('Nhiệm vụ', 'S7', [['Chờ hướng dẫn của bộ']]);
}

async function stateOf({ host }: Session): Promise<readonly string[]> {
  const comments = host.model.sheets.flatMap(({ name, comments: all }) =>
    all.map(({ content, area }) => `${name} comment ${content} ${JSON.stringify(area)}`),
  );
  return [...factsOf(await host.save()), ...comments, ...cellsOf(host)];
}

/** What cells hold, the lists that are derived as a whole left out. */
function cellsOf(host: Session['host']): readonly string[] {
  return host.model.sheets.flatMap(({ name, grid }) =>
    [...grid.within({ top: 1, left: 1, bottom: 2_000, right: 200 })].map(
      ({ row, column, cell }) =>
        `${name} holds ${row} ${column} ${cell.formula ?? JSON.stringify(cell.value)}`,
    ),
  );
}

/** What may differ: the list of issues, which says what the check found. */
function isDerived(fact: string): boolean {
  return /^[-+] (?:Vấn đề |table VanDe |name _xlnm.Print_Area@Vấn đề )/.test(fact);
}

async function expectSame(then: readonly string[], session: Session): Promise<void> {
  const now = await stateOf(session);
  expect(differences(then, now).filter((fact) => !isDerived(fact))).toEqual([]);
}

let session: Session;
let before: readonly string[];
let settled: readonly string[];

beforeEach(async () => {
  session = await loadedSession(plan);
  enter(session);
  await addOwnWork(session);
  before = await stateOf(session);
  // A column put into a table moves only the table's rows: formulas that reach below it do not
  // follow in Excel, until they are drawn anew.
  valueOf(await refreshLive(openWorkbook));
  settled = await stateOf(session);
});

it('draws formulas anew that lost their column, and nothing else', () => {
  const changed = differences(before, settled).filter((fact) => !isDerived(fact));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((fact) => !/ holds \d+ \d+ =| colour | validation /.test(fact))).toEqual(
    [],
  );
});

it('reads and checks a workbook people have changed, and changes nothing', async () => {
  const { issues } = valueOf(await checkLive(openWorkbook));
  expect(issues.map(({ code, where }) => `${code} ${where.sheet} ${where.cell ?? ''}`)).toEqual(
    expect.arrayContaining([
      'qualitativeRowMeasured Chỉ tiêu J10',
      'formulaInInput Chỉ tiêu J11',
      'negativeFigure Chỉ tiêu J13',
      'rowWithoutId Chỉ tiêu A12',
      'percentAsFraction Việc của tỉnh L52',
    ]),
  );
  await expectSame(settled, session);
});

it('refreshes without touching what people did', async () => {
  const { rendered } = valueOf(await refreshLive(openWorkbook));
  expect(rendered).toMatchObject({ made: [], kept: [], updated: [] });
  await expectSame(settled, session);
});

it('loads the same plan again without touching what people did', async () => {
  const rendered = await load(plan);
  expect(rendered).toMatchObject({ made: [], updated: ['Vấn đề'] });
  await expectSame(settled, session);
});

it('loads a corrected plan: new rows come, old ones go, the rest stays with its people', async () => {
  const [first, second, ...rest] = plan.tasks;
  if (!first || !second) throw new Error('The plan has too few tasks.');
  const corrected: Plan = {
    ...plan,
    tasks: [
      first,
      { ...second, id: 'NV-moi', code: '99', name: 'Nhiệm vụ mới' },
      { ...second, name: `${second.name} (sửa)` },
      ...rest.slice(1),
      { ...first, id: 'NV-cuoi', code: '100', name: 'Nhiệm vụ cuối' },
    ],
  };
  const rendered = await load(corrected);
  expect(rendered.kept).toEqual(expect.arrayContaining(['Nhiệm vụ (bản cũ)']));
  expect(rendered.made).toEqual([]);
  const rows = rowsOf(session, 'Việc của tỉnh');
  const [gone] = rest;
  expect(rows.map(([id]) => id)).toEqual(
    expect.arrayContaining([first.id, 'NV-moi', second.id, 'NV-cuoi']),
  );
  expect(rows.map(([id]) => id)).not.toContain(gone?.id);
  expect(rows.find(([id]) => id === second.id)?.[3]).toBe(`${second.name} (sửa)`);
  // What was entered for a task is still beside it, wherever its row stands.
  expect(rows.find(([id]) => id === first.id)?.[11]).toBe(60);
  expect(rows.find(([id]) => id === first.id)?.[18]).toBe('Chờ hướng dẫn của bộ');
  const indicators = rowsOf(session, 'Chỉ tiêu');
  const watched = plan.indicators[1]?.id;
  expect(indicators.find(([id]) => id === watched)?.[3]).toBe('Hùng');
  const { issues } = valueOf(await checkLive(openWorkbook));
  expect(
    issues.filter(({ code }) =>
      /missingRow|duplicateRow|unknownRow|columnMissing|derived|locked|formulaReplaced/.test(code),
    ),
  ).toEqual([]);
});

it('loads another plan beside the old one, and takes no figure of it along', async () => {
  const rendered = await load(planOf('hai-phong'));
  expect(rendered.updated).toEqual([]);
  expect(rendered.kept).toEqual(
    expect.arrayContaining(['Chỉ tiêu (bản cũ)', 'Nhiệm vụ (bản cũ)', 'Tổng quan (bản cũ)']),
  );
  const { book, issues } = valueOf(await checkLive(openWorkbook));
  expect(book.plan.id).toBe('hai-phong-89-ctr-tu');
  expect(issues.map(({ code }) => code)).toEqual(['emptyWorkbook']);
  const old = rowsOf(session, 'Chỉ tiêu (bản cũ)');
  expect(old.find(([id]) => id === plan.indicators[0]?.id)?.[9]).toBe(85.5);
  const facts = differences(settled, await stateOf(session)).filter((fact) =>
    /^[-+] Của tôi/.test(fact),
  );
  // What points into the old sheet goes on pointing there.
  expect(facts.every((fact) => fact.includes('(bản cũ)') || fact.startsWith('-'))).toBe(true);
});

function rowsOf({ host }: Session, sheet: string): readonly (readonly unknown[])[] {
  const found = host.model.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(sheet);
  const rows = new Map<number, unknown[]>();
  for (const { row, column, cell } of found.grid.within({
    top: 6,
    left: 1,
    bottom: 400,
    right: 60,
  })) {
    const line = rows.get(row) ?? [];
    line[column - 1] = cell.formula ?? cell.value;
    rows.set(row, line);
  }
  return [...rows.values()];
}
