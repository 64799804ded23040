import type { Plan } from '../../src/domain/plan/plan';

/**
 * A plan of as many rows as wanted, made by repeating the rows of a real one under numbers of
 * their own; indicators and tasks keep their share, and groups of indicators are dissolved.
 */
export function largePlan(plan: Plan, rows: number): Plan {
  const indicators = plan.indicators.filter(({ isGroup }) => !isGroup);
  const share = indicators.length / (indicators.length + plan.tasks.length);
  const count = Math.round(rows * share);
  return {
    ...plan,
    id: `${plan.id}-${String(rows)}`,
    indicators: repeated(indicators, count).map(({ row, code }) => ({
      ...row,
      id: `ct-${code}`,
      code,
      name: `${row.name} (${code})`,
      parent: null,
    })),
    tasks: repeated(plan.tasks, rows - count).map(({ row, code }) => ({
      ...row,
      id: `nv-${code}`,
      code,
      name: `${row.name} (${code})`,
    })),
    notes: [],
  };
}

function repeated<T>(
  from: readonly T[],
  count: number,
): { readonly row: T; readonly code: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const row = from[index % from.length];
    if (row === undefined) throw new RangeError('The plan has no rows.');
    return { row, code: String(index + 1) };
  });
}
