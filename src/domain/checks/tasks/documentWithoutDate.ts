import { textOf } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A day such as 12/9/2025, 12-9-2025, or in words: "tháng 9 năm 2025". */
const DAY =
  /\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|tháng\s+\d{1,2}(?:\s*\/\s*|\s+năm\s+)\d{4}/iu;

/** A document with a number but without its day: numbers start anew every year. */
export const documentWithoutDate: Check = ({ taskRows }) =>
  taskRows.flatMap(({ cell }) => {
    const text = textOf(cell('document').content);
    if (text === null || !/\d/.test(text) || DAY.test(text)) return [];
    return [foundAt('note', cell('document'))];
  });
