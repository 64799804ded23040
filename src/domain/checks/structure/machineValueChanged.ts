import type { Check, CheckContext, LockedCell } from '../context';
import { foundAt } from '../support/cell';
import { showsStill } from '../support/lockedCells';

/**
 * A folded column the formulas compute with no longer holds what the plan says, so that the
 * status shown on the sheet is not the row's status.
 */
export const machineValueChanged: Check = (context) =>
  machineCells(context)
    .filter(({ ref, expected }) => ref.formula === null && !showsStill(ref.content, expected))
    .map(({ ref, expected }) => foundAt('warning', ref, { fix: expected }));

function machineCells({ indicatorRows, taskRows }: CheckContext): readonly LockedCell[] {
  return [
    ...indicatorRows.flatMap(({ slot: { target }, measure, indicator, cell }) => [
      { ref: cell('targetKind'), expected: measure ? target.kind : 'qualitative' },
      { ref: cell('targetValue'), expected: measure ? String(measure.value) : '' },
      { ref: cell('targetTop'), expected: target.kind === 'range' ? String(target.max) : '' },
      { ref: cell('direction'), expected: measure ? String(measure.direction) : '' },
      { ref: cell('strict'), expected: measure ? String(measure.strict ? 1 : 0) : '' },
      { ref: cell('pace'), expected: indicator.pace },
    ]),
    ...taskRows.map(({ task, cell }) => ({ ref: cell('timeKind'), expected: task.time.kind })),
  ];
}
