import { quoted } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** An input cell with a formula whose result was never computed, so it has no value yet. */
export const uncalculatedInput: Check = ({ inputs }) =>
  inputs
    .filter(({ content }) => content?.kind === 'uncalculated')
    .map((ref) => foundAt('error', ref, { seen: quoted(`=${ref.formula ?? ''}`) }));
