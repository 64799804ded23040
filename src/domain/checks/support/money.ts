import { numberOf } from '../../entries';
import type { CheckContext } from '../context';
import type { CellRef } from './cell';

/** An amount of money of a task, in million đồng. */
export type Amount = { readonly ref: CellRef; readonly value: number };

/** Every amount of money that can be read. */
export function amounts({ taskRows }: CheckContext): readonly Amount[] {
  return taskRows.flatMap(({ cell }) =>
    (['allotted', 'disbursed'] as const).flatMap((field) => {
      const ref = cell(field);
      const reading = numberOf(ref.content);
      return reading.kind === 'value' ? [{ ref, value: reading.value }] : [];
    }),
  );
}
