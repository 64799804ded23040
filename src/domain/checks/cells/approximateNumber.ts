import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { typedTexts } from '../support/typedText';

/** Text in a number cell that gives a number only roughly: "khoảng 80", "> 80", "85 (ước)". */
export const approximateNumber: Check = (context) =>
  typedTexts(context).flatMap(({ ref, reading }) =>
    reading.kind === 'approximate' ? [foundAt('error', ref, { fix: reading.value })] : [],
  );
