import { checkLive } from '../../../src/app/live/checkLive';
import { readSubmissions } from '../../../src/app/collectFiles';
import { collectLive, type LiveCollection } from '../../../src/app/live/collectLive';
import { loadPlan, prepareLoad } from '../../../src/app/live/loadPlan';
import { refreshLive } from '../../../src/app/live/refreshLive';
import { takeBook } from '../../../src/app/live/takeBook';
import { drawForm, planForms } from '../../../src/app/makeForms';
import { openWorkbook, workbookFiles } from '../../../src/app/wiring';
import type { Plan } from '../../../src/domain/plan/plan';
import { ok, type Result } from '../../../src/domain/result';
import type { InjectedFault } from '../../../src/workbench/host/host';
import { differences, factsOf } from '../../gateways/excel/facts';
import { openSession, type Session } from '../../gateways/excel/session';
import { digest, typedInto } from '../../support/forms';
import { asOf, load, planOf, valueOf } from './session';

const whole = planOf('can-tho');
/** A few rows of a real plan: the requests are the same whatever the rows. */
const plan: Plan = {
  ...whole,
  indicators: whole.indicators.slice(0, 5),
  tasks: whole.tasks.slice(0, 6),
};
const corrected: Plan = {
  ...plan,
  tasks: plan.tasks.slice(1).map((task, index) => ({
    ...task,
    id: index === 3 ? 'NV-moi' : task.id,
    name: `${task.name} (sửa)`,
  })),
};

const other: Plan = { ...corrected, id: 'ke-hoach-khac', title: 'Kế hoạch khác' };

/** What a person has in the workbook before a step begins. */
function work({ host }: Session): void {
  host.type('Chỉ tiêu', 'I8:I10', [[85.5], ['khoảng 80'], [-3]]);
  host.type('Nhiệm vụ', 'L8', [['70%']]);
  host.insertTableColumn('ChiTieu', 3, 'Người theo dõi');
  host.paste('Nhiệm vụ', 'L9:L10', [[50], [60]]);
  host.insert('Nhiệm vụ', '9:9');
  host.type('Nhiệm vụ', 'D9', [['việc riêng']]);
  host.sort('NhiemVu', 'Thời hạn');
  host.format('Nhiệm vụ', 'D10', { fill: '#00FF00' });
}

async function loadNow(of: Plan): Promise<Result<unknown, unknown>> {
  const prepared = await prepareLoad(openWorkbook, of, asOf);
  return prepared.ok ? loadPlan(openWorkbook, prepared.value) : prepared;
}

let sent: LiveCollection;

/** A submission of the agency with the most tasks, read and not merged yet. */
async function submissions(): Promise<LiveCollection> {
  const { book } = valueOf(await takeBook(openWorkbook, null));
  const { period } = book.settings;
  const { forms } = valueOf(planForms(book, period.id));
  const tasksOf = ({ form }: (typeof forms)[number]): readonly string[] =>
    form.content.plan.tasks.map(({ id }) => id);
  const [form] = forms.toSorted((a, b) => tasksOf(b).length - tasksOf(a).length);
  if (!form) throw new Error('There are no forms.');
  const bytes = await typedInto(
    await drawForm(workbookFiles, form),
    tasksOf(form).map((id) => ['Nhiệm vụ', id, '% hoàn thành', 35] as const),
  );
  const incoming = { file: 'a.xlsx', written: null, bytes: () => Promise.resolve(ok(bytes)) };
  const read = await readSubmissions(workbookFiles, book, [incoming], {
    period,
    exclude: new Map(),
    digest,
  });
  expect(read?.submissions).toHaveLength(1);
  if (!read) throw new Error('stopped');
  return { read, period: period.id, time: '2025-11-21T09:00:00', choices: [] };
}

const steps: readonly (readonly [
  name: string,
  before: (session: Session) => Promise<void>,
  step: () => Promise<Result<unknown, unknown>>,
])[] = [
  ['a first load', () => Promise.resolve(), () => loadNow(plan)],
  [
    'a load of a corrected plan',
    async (session) => {
      await load(plan);
      work(session);
    },
    () => loadNow(corrected),
  ],
  [
    'a load of another plan',
    async (session) => {
      await load(plan);
      work(session);
    },
    () => loadNow(other),
  ],
  [
    'a check',
    async (session) => {
      await load(plan);
      work(session);
    },
    () => checkLive(openWorkbook),
  ],
  [
    'a refresh',
    async (session) => {
      await load(plan);
      work(session);
    },
    () => refreshLive(openWorkbook),
  ],
  [
    'a refresh with fewer issues',
    async (session) => {
      await load(plan);
      work(session);
      valueOf(await refreshLive(openWorkbook));
      session.host.type('Chỉ tiêu', 'J8:J10', [[''], [''], ['']]);
    },
    () => refreshLive(openWorkbook),
  ],
  [
    'a collection',
    async (session) => {
      await load(plan);
      work(session);
      sent = await submissions();
    },
    () => collectLive(openWorkbook, sent),
  ],
  [
    'a fix',
    async (session) => {
      await load(plan);
      work(session);
    },
    () => openWorkbook.write([{ sheet: 'Chỉ tiêu', cell: 'J10', value: 80 }]),
  ],
];

async function stateOf({ host }: Session): Promise<readonly string[]> {
  const cells = host.model.sheets.flatMap(({ name, grid }) =>
    [...grid.within({ top: 1, left: 1, bottom: 400, right: 100 })].flatMap(
      ({ row, column, cell: { formula, value } }) =>
        formula === null && value === null
          ? []
          : [`${name} ${row} ${column} ${formula ?? JSON.stringify(value)}`],
    ),
  );
  return [...factsOf(await host.save()), ...cells];
}

const moments: readonly InjectedFault['when'][] = ['before', 0.3, 0.8, 'after'];

describe.each(steps)('%s', (_name, prepare, step) => {
  it('fails at any request without a trace, or was done', async () => {
    let fault: { readonly at: number; readonly when: InjectedFault['when'] } | null = null;
    let count = 0;
    const session = openSession({
      faults: () => {
        count += 1;
        return fault?.at === count ? { code: 'GeneralException', when: fault.when } : null;
      },
    });
    await prepare(session);
    const file = await session.host.save();
    session.host.open(file);
    const then = await stateOf(session);
    let outcomes = 0;
    for (const when of moments)
      for (let failing = 1, last = false; !last; failing++) {
        session.host.open(file);
        fault = { at: failing, when };
        count = 0;
        const outcome = await step();
        last = count < failing;
        fault = null;
        const now = await stateOf(session);
        if (outcome.ok) {
          // Whatever was to be done is done: doing it again changes nothing.
          valueOf(await step());
          expect(differences(now, await stateOf(session))).toEqual([]);
        } else
          expect({ failing, when, outcome, changed: differences(then, now) }).toEqual({
            failing,
            when,
            outcome,
            changed: [],
          });
        outcomes += 1;
      }
    expect(outcomes).toBeGreaterThan(moments.length);
  }, 300_000);
});
