import type { Check, Figure } from '../context';
import { foundAt } from '../support/cell';
import { actuals } from '../support/actuals';

/**
 * Less than at the last report, of something that only grows: things counted up over the years,
 * or a target whose text says "và tăng dần".
 */
export const fallingBack: Check = (context) =>
  actuals(context).flatMap((figure) => {
    const { ref, value, row } = figure;
    if (!onlyGrows(figure) || !row.last || value >= row.last.value) return [];
    return [foundAt('warning', ref, { last: row.last.value, period: row.last.period })];
  });

function onlyGrows({ kind, row: { indicator, slot } }: Figure): boolean {
  const growing = 'growing' in slot.target && slot.target.growing === true;
  return growing || (kind === 'count' && indicator.pace === 'level');
}
