import type { Member } from './table';
import { action } from './table';

/**
 * Event numbers of the client library (`messageType` of the wire). Those of the collection of
 * sheets have the target "Workbook", those of a sheet its id.
 */
export const eventTypes = {
  changed: 10,
  activated: 11,
  added: 13,
  deleted: 15,
} as const;

/** The event names of the wire, by what is registered for. */
const events = [
  ['DataChangedEvent', eventTypes.changed],
  ['ActivatedEvent', eventTypes.activated],
  ['AddedEvent', eventTypes.added],
  ['DeletedEvent', eventTypes.deleted],
] as const;

/** The target of the events of the collection of sheets. */
export const WORKBOOK_TARGET = 'Workbook';

/** What the client calls to get events, and to get them no more. */
export function eventMembers<T extends { readonly id: string } | null>(
  className: 'Workbook' | 'Worksheet',
): Readonly<Record<string, Member<T>>> {
  const own = className === 'Workbook' ? events : events.slice(0, 2);
  return Object.fromEntries(
    own.flatMap(([name, type]) => [
      [
        `_Register${name}`,
        action<T>((target, { workbook }) => {
          workbook.subscriptions.add(`${type}:${target?.id ?? WORKBOOK_TARGET}`);
        }),
      ],
      [
        `_Unregister${name}`,
        action<T>((target, { workbook }) => {
          workbook.subscriptions.delete(`${type}:${target?.id ?? WORKBOOK_TARGET}`);
        }),
      ],
    ]),
  );
}
