import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** An input cell that shows an error of Excel, such as #N/A. */
export const errorValue: Check = ({ inputs }) =>
  inputs.filter(({ content }) => content?.kind === 'error').map((ref) => foundAt('error', ref));
