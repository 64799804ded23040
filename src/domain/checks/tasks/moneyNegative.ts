import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { amounts } from '../support/money';

/** Money below zero. */
export const moneyNegative: Check = (context) =>
  amounts(context)
    .filter(({ value }) => value < 0)
    .map(({ ref, value }) => foundAt('error', ref, { fix: -value }));
