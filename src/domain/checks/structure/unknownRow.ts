import type { Check } from '../context';
import { foundAt, refOf } from '../support/cell';

/** A line whose id is not in the plan: what stands on it is not counted. */
export const unknownRow: Check = ({ strayLines }) =>
  strayLines
    .filter(({ line }) => line.id !== null)
    .map(({ table, line, meant, filled }) =>
      foundAt(
        filled || meant !== null ? 'error' : 'warning',
        refOf(table.name, table.table, line, 'id'),
        meant === null ? {} : { fix: meant },
      ),
    );
