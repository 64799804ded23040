import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPlan } from '../../src/reading/readPlan';
import { settledPlan, withAlternatives } from '../../src/app/settleNotes';
import { planSchema, type NoteCode, type Plan } from '../../src/domain/plan/plan';
import type { Alternative } from '../../src/reading/settle';

const seeds = resolve(__dirname, '../../seeds');

function seed(name: string): Plan {
  const plan = readPlan(readFileSync(join(seeds, `${name}.txt`), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

/** The readings offered for the first note of a code on a row. */
function offered(plan: Plan, code: NoteCode, row: string): readonly Alternative[] {
  const at = plan.notes.findIndex((note) => note.code === code && note.where.row === row);
  return withAlternatives(plan).alternatives[at] ?? [];
}

it('moves words that were put into a column by their meaning', () => {
  const plan = seed('hue');
  const choices = offered(plan, 'cellDecidedByMeaning', 'CT-8');
  expect(choices.map((each) => (each.kind === 'move' ? each.to : ''))).toEqual(['unit', 'lead']);
  const moved = settledPlan(plan, choices.slice(0, 1)).indicators.find(({ id }) => id === 'CT-8');
  expect(moved).toMatchObject({ unit: 'Top đầu cả nước', targetText: null, target: null });
});

it('takes the target of the running text in place of the table’s', () => {
  const plan = seed('hai-phong');
  const [choice] = offered(plan, 'contradiction', 'VB-p6');
  if (!choice) throw new Error('Nothing to choose.');
  const settled = settledPlan(plan, [choice]).indicators.find(({ id }) => id === 'CT-7');
  expect(settled?.target).toEqual({ kind: 'atLeast', value: 1, strict: false });
});

it('names the lead that a row lacks', () => {
  const plan = seed('nga-nam');
  const choices = offered(plan, 'leadNotNamed', 'CT-p1');
  expect(choices).toHaveLength(plan.agencies.length);
  const [choice] = choices;
  if (choice?.kind !== 'lead') throw new Error('Nothing to choose.');
  const settled = settledPlan(plan, [choice]).indicators.find(({ id }) => id === 'CT-p1');
  expect(settled).toMatchObject({ leads: [choice.agency], leadText: choice.name });
});

it.each(['can-tho', 'hai-phong', 'hue', 'nga-nam', 'tien-giang'])(
  'keeps %s a plan whatever is chosen, and the rows it does not concern',
  (name) => {
    const plan = seed(name);
    for (const choices of withAlternatives(plan).alternatives)
      for (const choice of choices.slice(0, 3)) {
        const settled = settledPlan(plan, [choice]);
        expect(planSchema.safeParse(settled).success).toBe(true);
        const others = (each: Plan): readonly unknown[] =>
          [...each.indicators, ...each.tasks].filter(({ id }) => id !== choice.row);
        expect(others(settled)).toEqual(others(plan));
      }
  },
);
