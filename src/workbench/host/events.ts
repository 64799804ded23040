import { eventTypes, WORKBOOK_TARGET } from './members/events';
import { areaAddress } from './model/area';
import type { Value } from './model/grid';
import type { Change, Workbook } from './model/workbook';
import type { WireEvent } from './protocol';

/** Who made a change: this add-in, the user here, or a co-author elsewhere. */
export type Author = 'addin' | 'user' | 'coauthor';

/** The events a client that has asked for them gets for some changes, in Excel's order. */
export function eventsOf(
  workbook: Workbook,
  changes: readonly Change[],
  author: Author,
): readonly WireEvent[] {
  if (!workbook.enableEvents) return [];
  return changes
    .flatMap((change) => messagesOf(change, author))
    .filter(({ messageType, targetId }) =>
      workbook.subscriptions.has(`${messageType}:${targetId}`),
    );
}

function messagesOf(change: Change, author: Author): readonly WireEvent[] {
  const { sheet } = change;
  const source = author === 'coauthor' ? 'Remote' : 'Local';
  const facts = { source, worksheetId: sheet.id };
  const toBoth = (messageType: number, args: Readonly<Record<string, unknown>>): WireEvent[] =>
    [sheet.id, WORKBOOK_TARGET].map((targetId) => ({ messageType, targetId, args }));
  const toWorkbook = (messageType: number): WireEvent[] => [
    { messageType, targetId: WORKBOOK_TARGET, args: facts },
  ];
  switch (change.kind) {
    case 'sheetAdded':
      return toWorkbook(eventTypes.added);
    case 'sheetDeleted':
      return toWorkbook(eventTypes.deleted);
    case 'sheetActivated':
      return toBoth(eventTypes.activated, facts);
    case 'cells':
    case 'moved': {
      const address = areaAddress(change.area);
      const detail = change.kind === 'cells' ? change.detail : null;
      return toBoth(eventTypes.changed, {
        ...facts,
        changeType: change.kind === 'moved' ? change.changeType : 'RangeEdited',
        address,
        referenceId: `${sheet.id}!${address}`,
        triggerSource: author === 'addin' ? 'ThisLocalAddin' : 'Unknown',
        ...(detail ? { valueBefore: plain(detail.before), valueAfter: plain(detail.after) } : {}),
      });
    }
  }
}

function plain(value: Value): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}
