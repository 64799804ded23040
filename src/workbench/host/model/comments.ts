import { HostFault } from '../fault';
import { cellCount, sameArea, type Area } from './area';
import { refuseProtected } from './guard';
import type { Comment, Sheet, Workbook } from './workbook';

/** Puts a comment on one cell that has none. */
export function addComment(workbook: Workbook, sheet: Sheet, area: Area, content: string): Comment {
  refuseProtected(sheet, 'allowEditObjects');
  if (cellCount(area) !== 1)
    throw new HostFault('InvalidArgument', 'A comment stands on one cell.');
  if (sheet.comments.some((each) => sameArea(each.area, area)))
    throw new HostFault('InvalidOperation', 'The cell has a comment already.');
  const id = `{comment-${workbook.nextId()}}`;
  const comment: Comment = { id, sheet, area, content, resolved: false };
  sheet.comments.push(comment);
  return comment;
}
