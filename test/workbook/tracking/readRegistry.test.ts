import { registryOf } from '../../../src/domain/agencies/registry';
import type { CellSpec, WorkbookSpec } from '../../../src/workbook/spec';
import { agencyLayout, type AgencyField } from '../../../src/workbook/tracking/columns';
import { emptyContent, type TrackingContent } from '../../../src/workbook/tracking/content';
import { readRegistry } from '../../../src/workbook/tracking/readRegistry';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { day } from '../../support/book';
import { seedPlan } from '../../support/plans';

const plan = seedPlan('hue');
const content = emptyContent(plan, day('2025-11-20'));

/** What an officer types into the agency sheet: cells by agency id (or a new row) and field. */
type Typed = Readonly<Record<string, Partial<Record<AgencyField, string>>>>;

async function typed(cells: Typed, base: TrackingContent = content) {
  const spec = trackingSpec(base);
  const sheets = spec.sheets.map((sheet) => {
    if (sheet.name !== agencyLayout.sheet) return sheet;
    const ids = new Map(
      sheet.cells.flatMap(({ row, column, value }) =>
        column === 1 && value.kind === 'text' ? [[value.text, row]] : [],
      ),
    );
    let next = Math.max(...ids.values()) + 1;
    const changed = Object.entries(cells).flatMap(([id, fields]) => {
      const row = ids.get(id) ?? next++;
      return Object.entries(fields).map(([field, text]): CellSpec => ({
        row,
        column: agencyLayout.columns.findIndex((each) => each.field === field) + 1,
        value: { kind: 'text', text },
        style: {},
      }));
    });
    const places = new Set(changed.map(({ row, column }) => `${row} ${column}`));
    return {
      ...sheet,
      cells: [
        ...sheet.cells.filter((each) => !places.has(`${each.row} ${each.column}`)),
        ...changed,
      ],
    };
  });
  return read({ ...spec, sheets });
}

async function read(spec: WorkbookSpec) {
  const snapshot = readXlsx(await renderXlsx(spec), 'so.xlsx');
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return readRegistry(snapshot.value, plan);
}

describe('the registry comes back from its sheet', () => {
  it('as the plan has it, when nothing was typed', async () => {
    expect(await typed({})).toEqual({ registry: registryOf(plan), doubts: [] });
  });
  it('with members by name, alias or commas, successors and contacts', async () => {
    const { registry, doubts } = await typed({
      'cac-dia-phuong': { members: 'Sở KH&CN; sở y tế\nSở Nội vụ, Sở Du lịch' },
      'so-thong-tin-va-truyen-thong': { successor: 'Sở Khoa học, Công nghệ', contact: 'A. Bình' },
    });
    const of = (id: string) => registry.find((each) => each.id === id);
    expect(doubts).toEqual([]);
    expect(of('cac-dia-phuong')?.members).toEqual([
      'so-khoa-hoc-va-cong-nghe',
      'so-y-te',
      'so-noi-vu',
      'so-du-lich',
    ]);
    expect(of('so-thong-tin-va-truyen-thong')).toMatchObject({
      successor: 'so-khoa-hoc-va-cong-nghe',
      successorFrom: null,
      contact: 'A. Bình',
    });
  });
  it('with bodies named nowhere else, and says so', async () => {
    const { registry, doubts } = await typed({
      new: { name: 'UBND huyện Phú Vang' },
      'cac-dia-phuong': { members: 'UBND huyện Phú Vang; UBND huyện Phú Lộc' },
    });
    expect(registry.slice(-2).map(({ id }) => id)).toEqual([
      'ubnd-huyen-phu-vang',
      'ubnd-huyen-phu-loc',
    ]);
    expect(doubts.map(({ code, seen }) => [code, seen])).toEqual([
      ['agencyAdded', 'UBND huyện Phú Lộc'],
    ]);
  });
  it.each([
    [
      'a day that is none',
      { successor: 'Sở Y tế', successorFrom: 'tháng 3' },
      'successorDayUnreadable',
    ],
    ['a body that succeeds itself', { successor: 'Sở TTTT' }, 'successorItself'],
  ])('leaves %s aside, with the cell', async (_name, fields, code) => {
    const { registry, doubts } = await typed({ 'so-thong-tin-va-truyen-thong': fields });
    expect(registry.find(({ id }) => id === 'so-thong-tin-va-truyen-thong')?.successor).toBeNull();
    expect(doubts).toMatchObject([{ code, sheet: 'Cơ quan' }]);
  });
  it('as it was written, successors and all', async () => {
    const changed = content.registry.map((each) =>
      each.id === 'so-ke-hoach-va-dau-tu'
        ? { ...each, successor: 'so-tai-chinh', successorFrom: day('2025-03-01') }
        : each,
    );
    const { registry } = await read(trackingSpec({ ...content, registry: changed }));
    expect(registry).toEqual(changed);
  });
  it('from a workbook that has lost the sheet', async () => {
    const spec = trackingSpec(content);
    const sheets = spec.sheets.filter(({ name }) => name !== agencyLayout.sheet);
    const { registry, doubts } = await read({ ...spec, sheets });
    expect([registry, doubts.map(({ code }) => code)]).toEqual([
      registryOf(plan),
      ['registryLost'],
    ]);
  });
});
