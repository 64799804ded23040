import { quoted } from '../../text';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A formula in an input cell: the figure may change by itself after it was checked. */
export const formulaInInput: Check = ({ inputs }) =>
  inputs
    .filter(({ formula }) => formula !== null)
    .map((ref) =>
      foundAt('note', ref, {
        seen: quoted(`=${ref.formula ?? ''}`),
        value: seenIn(ref.content),
      }),
    );
