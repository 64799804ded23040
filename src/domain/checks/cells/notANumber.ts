import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { typedTexts } from '../support/typedText';

/** Words, a range or TRUE/FALSE in a number cell: no single number can be read from it. */
export const notANumber: Check = (context) => [
  ...typedTexts(context)
    .filter(({ reading }) => reading.kind === 'none')
    .map(({ ref }) => foundAt('error', ref)),
  ...context.numbers
    .filter(({ ref }) => ref.content?.kind === 'boolean')
    .map(({ ref }) => foundAt('error', ref)),
];
