import { quoted } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A formula that differs from the one in most other lines of its column. */
export const formulaReplaced: Check = ({ formulaColumns }) =>
  formulaColumns.flatMap(({ strange }) =>
    strange.map((ref) => foundAt('warning', ref, { seen: quoted(`=${ref.formula ?? ''}`) })),
  );
