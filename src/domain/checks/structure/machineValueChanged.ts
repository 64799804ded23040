import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { changedIn } from '../support/changedCells';

/**
 * A folded column the formulas compute with no longer holds what the plan says, so that the
 * status shown on the sheet is not the row's status.
 */
export const machineValueChanged: Check = ({ indicatorRows, taskRows }) =>
  [
    ...changedIn(indicatorRows, ({ slot: { target }, measure, indicator }) => [
      ['targetKind', measure ? target.kind : 'qualitative'],
      ['targetValue', measure ? String(measure.value) : null],
      ['targetTop', target.kind === 'range' ? String(target.max) : null],
      ['direction', measure ? String(measure.direction) : null],
      ['strict', measure ? String(measure.strict ? 1 : 0) : null],
      ['pace', indicator.pace],
    ]),
    ...changedIn(taskRows, ({ task }) => [['timeKind', task.time.kind]]),
  ].map(({ ref, expected }) => foundAt('warning', ref, { fix: expected }));
