import { comparisonSheets, comparisonTexts } from '../../messages/comparison';
import type { WorkbookSpec } from '../spec';
import type { ComparisonInput } from './input';
import { keySheet, matchSheet } from './matchSheet';
import { rowSheet } from './rowSheets';
import { summarySheet } from './summarySheet';

/**
 * Several plans side by side as a workbook: the counts, the targets against the nation's, the
 * matrix of statuses, and the matches with room to correct them. Its date is the latest as-of date
 * of its books, so that the same books give the same bytes.
 */
export function comparisonSpec(input: ComparisonInput): WorkbookSpec {
  const { books } = input.comparison;
  const targets = rowSheet(input, 'targets');
  const statuses = rowSheet(input, 'statuses');
  const keys = keySheet(input);
  const days = books.map(({ book }) => book.settings.asOf).sort();
  return {
    properties: {
      title: comparisonTexts.page,
      subject: books.map(({ book }) => book.plan.locality).join(', '),
      creator: 'Tiến Độ',
      created: `${days.at(-1) ?? '2025-01-01'}T00:00:00Z`,
    },
    names: [],
    sheets: [
      summarySheet(input, { targets, statuses }),
      targets,
      statuses,
      matchSheet(input, keys),
      keys,
    ],
    activeSheet: comparisonSheets.summary,
  };
}
