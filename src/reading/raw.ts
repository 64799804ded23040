import type { Place } from '../domain/document';
import type { NoteCode } from '../domain/plan/plan';

/**
 * One line of the source: a line of running text, or a row of a table. `number` is 1-based over
 * the whole document; `text` is tidied.
 */
export type SourceLine = {
  readonly number: number;
  readonly text: string;
  /** The cells of a line that holds a whole row of a table, one for each column; otherwise null. */
  readonly cells: readonly string[] | null;
  readonly place: Place;
  /** The line of a text as it was, where that is not its `text`: layouts are told by it. */
  readonly raw?: string;
  /** The row above may go on in this one: a page ends between them. */
  readonly mayGoOn?: true;
};

/** A doubt met while reading one cell or row; it becomes a Note once the row has its id. */
export type Doubt = {
  readonly code: NoteCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** An indicator row as its words, before any meaning is read. Null is an empty cell. */
export type RawIndicator = {
  /** Line of the source where the row begins. */
  readonly line: number;
  readonly code: string;
  readonly horizon: number;
  readonly name: string;
  readonly unit: string | null;
  readonly targetText: string | null;
  readonly leadText: string | null;
  readonly doubts: readonly Doubt[];
};

/** A task row as its words, before any meaning is read. Null is an empty cell. */
export type RawTask = {
  readonly line: number;
  readonly code: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly name: string;
  readonly leadText: string | null;
  readonly coordText: string | null;
  readonly resultText: string | null;
  readonly timeText: string | null;
  readonly doubts: readonly Doubt[];
};
