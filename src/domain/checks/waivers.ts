import type { IsoDate } from '../dates';
import type { Issue } from './issue';

/** An issue that somebody answers for: it stays said, and no longer blocks sending up. */
export type Waiver = {
  /** What exactly was waived ({@link waiverKey}): a value that changes is looked at anew. */
  readonly key: string;
  readonly code: string;
  readonly sheet: string;
  /** The id of the plan's row, or "" for what concerns a sheet or the workbook. */
  readonly row: string;
  /** What was seen, in the words of the day. */
  readonly seen: string;
  readonly reason: string;
  readonly by: string;
  /** Null where the day on the sheet cannot be read. */
  readonly on: IsoDate | null;
};

/**
 * What an issue is known by: its code, its row (else its sheet), its column and what stands there.
 * The cell is no part of it, because rows are sorted.
 */
export function waiverKey({ code, where, params }: Issue): string {
  const { column = '', seen = '' } = params;
  return [code, where.row ?? where.sheet, column, seen].join('|');
}

/** The waivers by what they waive; one without a reason or a name waives nothing. */
export function waiversByKey(waivers: readonly Waiver[]): ReadonlyMap<string, Waiver> {
  return new Map(
    waivers.flatMap((waiver): [string, Waiver][] =>
      waiver.reason === '' || waiver.by === '' ? [] : [[waiver.key, waiver]],
    ),
  );
}

/** The issues that nobody answers for yet. */
export function withoutWaived(
  issues: readonly Issue[],
  waivers: readonly Waiver[],
): readonly Issue[] {
  const waived = waiversByKey(waivers);
  return issues.filter((issue) => !waived.has(waiverKey(issue)));
}

/** How many errors stand in the way of sending up. */
export function countOpenErrors(issues: readonly Issue[], waivers: readonly Waiver[]): number {
  return withoutWaived(issues, waivers).filter(({ severity }) => severity === 'error').length;
}
