import type { Issue } from '../../domain/checks/issue';
import { waiverKey } from '../../domain/checks/waivers';
import type { IsoDate } from '../../domain/dates';
import type { Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { describeIssue } from '../../messages/issues';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { refreshLive, type RefreshedBook } from './refreshLive';

/** Who answers for an issue, why, and since when. */
export type Answer = { readonly reason: string; readonly by: string; readonly on: IsoDate };

/**
 * Waives an issue with a reason and a name: a line on the sheet of waived issues, made with the
 * first one. All that is derived is drawn anew with it. Fails as {@link refreshLive} does.
 */
export function waiveLive(
  open: OpenWorkbook,
  issue: Issue,
  answer: Answer,
  options: RenderOptions = {},
): Promise<Result<RefreshedBook, LiveFailure>> {
  const waiver = {
    key: waiverKey(issue),
    code: issue.code,
    sheet: issue.where.sheet,
    row: issue.where.row ?? '',
    seen: describeIssue(issue).text,
    ...answer,
  };
  return refreshLive(open, options, waiver);
}
