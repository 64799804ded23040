import type { CheckContext, Figure } from '../context';

/** The reported figures, without baselines and milestones. */
export function actuals({ figures }: CheckContext): readonly Figure[] {
  return figures.filter(({ ref }) => ref.column === 'indicator.actual');
}
