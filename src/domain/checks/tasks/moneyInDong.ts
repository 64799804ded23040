import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { amounts } from '../support/money';

/** Ten thousand billion đồng: more than any task of a locality's plan, so it was typed in đồng. */
const BEYOND_ANY_TASK = 10_000_000;

/** An amount that only makes sense in đồng; the columns are in million đồng. */
export const moneyInDong: Check = (context) =>
  amounts(context)
    .filter(({ value }) => value >= BEYOND_ANY_TASK)
    .map(({ ref, value }) => foundAt('error', ref, { fix: value / 1e6 }));
