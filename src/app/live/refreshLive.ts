import type { Book } from '../../domain/book';
import type { Issue } from '../../domain/checks/issue';
import { withoutWaived, type Waiver } from '../../domain/checks/waivers';
import { ok, type Result } from '../../domain/result';
import type { Rendered, RenderOptions } from '../../gateways/excel/render';
import { describeIssue } from '../../messages/issues';
import type { WordedIssue } from '../../workbook/tracking/content';
import { contentOf } from '../../workbook/tracking/contentOf';
import { trackingSpec } from '../../workbook/tracking/trackingSpec';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { checkLive, type CheckedBook } from './checkLive';

/** The open workbook after a refresh: what was found, and what was drawn anew. */
export type RefreshedBook = { readonly checked: CheckedBook; readonly rendered: Rendered };

/**
 * Draws anew all that is derived: statuses, colours, rules for typing, the overview and the list
 * of issues that nobody answers for; `waiver` adds one. What people typed stays, also where it stands in place of the plan's own words.
 * Fails where the workbook is no tracking workbook, or with Excel's reason.
 */
export async function refreshLive(
  open: OpenWorkbook,
  options: RenderOptions = {},
  waiver: Waiver | null = null,
): Promise<Result<RefreshedBook, LiveFailure>> {
  const found = await checkLive(open, null, options);
  if (!found.ok) return found;
  const { book: taken, issues } = found.value;
  const book = waiver === null ? taken : withWaiver(taken, waiver);
  const content = contentOf(book, wordedIssues(book, issues), `${book.settings.asOf}T00:00:00Z`);
  const rendered = await open.draw(trackingSpec(content), {
    ...options,
    keep: 'typed',
    keepOld: false,
  });
  return rendered.ok
    ? ok({ checked: { ...found.value, book }, rendered: rendered.value })
    : rendered;
}

/** The issues nobody answers for, in the words of the sheet of issues. */
export function wordedIssues(book: Book, issues: readonly Issue[]): readonly WordedIssue[] {
  return withoutWaived(issues, book.waivers).map((issue) => {
    const { text, action } = describeIssue(issue);
    return { issue, seen: text, toDo: action };
  });
}

/** A waiver takes the place of an older one of the same issue. */
function withWaiver(book: Book, waiver: Waiver): Book {
  const others = book.waivers.filter(({ key }) => key !== waiver.key);
  return { ...book, waivers: [...others, waiver] };
}
