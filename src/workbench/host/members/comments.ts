import { z } from 'zod';
import { notFound } from '../fault';
import { sameArea, splitSheet } from '../model/area';
import { addComment } from '../model/comments';
import type { Comment, Sheet } from '../model/workbook';
import { areaOf, range, resolveArea } from './cells';
import { HostObject } from './objects';
import { action, classTable, method, objectOf, scalar, settable, whole, type Host } from './table';

type Scope = { readonly sheet: Sheet | null };

function commentsOf({ sheet }: Scope, { workbook }: Host): readonly Comment[] {
  return sheet ? sheet.comments : workbook.sheets.flatMap((each) => each.comments);
}

function asObject(comment: Comment): HostObject<'Comment'> {
  return new HostObject('Comment', comment);
}

function find(scope: Scope, key: unknown, host: Host): HostObject<'Comment'> | null {
  const comment = commentsOf(scope, host).find(({ id }) => id === key);
  return comment ? asObject(comment) : null;
}

const anyRange = z.union([z.string(), objectOf('Range')]);

function readCell(
  { sheet }: Scope,
  given: string | HostObject<'Range'>,
  { workbook }: Host,
): { readonly sheet: Sheet; readonly area: ReturnType<typeof areaOf> } {
  if (typeof given !== 'string') return { sheet: given.target.sheet, area: areaOf(given.target) };
  const { sheet: named } = splitSheet(given);
  const on = named === null ? (sheet ?? workbook.activeSheet) : workbook.sheet(named);
  if (!on) throw notFound(`sheet ${named ?? ''}`);
  return { sheet: on, area: resolveArea(workbook, on, given) };
}

/** `Excel.CommentCollection`, of the workbook or of a sheet. */
export const commentCollection = classTable<Scope>(
  {
    GetCount: action((scope, host) => commentsOf(scope, host).length),
    Add: method(
      z.tuple([anyRange, z.string().min(1), z.literal('Plain').nullish()]),
      (scope, [given, content], host) => {
        const { sheet, area } = readCell(scope, given, host);
        return asObject(addComment(host.workbook, sheet, area, content));
      },
    ),
    GetItemAt: method(z.tuple([whole]), (scope, [index], host) => {
      const comment = commentsOf(scope, host)[index];
      if (!comment) throw notFound(`comment ${index}`);
      return asObject(comment);
    }),
    GetItemByCell: method(z.tuple([anyRange]), (scope, [given], host) => {
      const { sheet, area } = readCell(scope, given, host);
      const comment = sheet.comments.find((each) => sameArea(each.area, area));
      if (!comment) throw notFound('comment there');
      return asObject(comment);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (scope, [id], host) =>
      find(scope, id, host),
    ),
  },
  { items: (scope, host) => commentsOf(scope, host).map(asObject), item: find },
);

/** `Excel.Comment`. */
export const commentTable = classTable<Comment>(
  {
    Id: scalar(({ id }) => id),
    Content: settable(
      z.string().min(1),
      ({ content }) => content,
      (comment, content) => {
        comment.content = content;
      },
    ),
    Resolved: settable(
      z.boolean(),
      ({ resolved }) => resolved,
      (comment, resolved) => {
        comment.resolved = resolved;
      },
    ),
    GetLocation: action(({ sheet, area }) => range(sheet, area)),
    Delete: action((comment) => {
      comment.sheet.comments.splice(comment.sheet.comments.indexOf(comment), 1);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);
