import { tidy } from '../../text';
import type { CellContent } from '../../snapshot';
import type { CheckContext, LockedCell } from '../context';

/** The cells of the plan's words and numbers on every known line. */
export function lockedCells({
  indicatorRows,
  headingRows,
  taskRows,
}: Pick<CheckContext, 'indicatorRows' | 'headingRows' | 'taskRows'>): readonly LockedCell[] {
  return [
    ...headingRows.flatMap(({ indicator, cell }) => [
      { ref: cell('code'), expected: indicator.code },
      { ref: cell('name'), expected: indicator.name },
      { ref: cell('unit'), expected: indicator.unit },
      { ref: cell('target'), expected: indicator.targetText },
      { ref: cell('horizon'), expected: String(indicator.horizon) },
      { ref: cell('lead'), expected: indicator.leadText },
    ]),
    ...indicatorRows.flatMap(({ indicator, slot, cell }) => [
      { ref: cell('code'), expected: indicator.code },
      { ref: cell('name'), expected: slot.partText ?? indicator.name },
      { ref: cell('unit'), expected: indicator.unit },
      { ref: cell('target'), expected: slot.partText ?? indicator.targetText },
      { ref: cell('horizon'), expected: String(indicator.horizon) },
      { ref: cell('lead'), expected: indicator.leadText },
    ]),
    ...taskRows.flatMap(({ task, cell }) => [
      { ref: cell('code'), expected: task.code },
      { ref: cell('name'), expected: task.name },
      { ref: cell('lead'), expected: task.leadText },
      { ref: cell('coordinators'), expected: task.coordText },
      { ref: cell('product'), expected: task.resultText },
      { ref: cell('time'), expected: task.timeText },
    ]),
  ].map(({ ref, expected }) => ({ ref, expected: tidy(expected ?? '') }));
}

/** Whether a cell still shows the plan's words: spaces and Unicode forms do not matter. */
export function showsStill(content: CellContent | null, expected: string): boolean {
  switch (content?.kind) {
    case undefined:
      return expected === '';
    case 'text':
      return tidy(content.text) === expected;
    case 'number':
      return content.format === 'plain' && String(content.value) === expected;
    case 'boolean':
    case 'error':
    case 'uncalculated':
      return false;
  }
}
