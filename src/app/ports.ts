import type { Failure } from '../domain/failure';
import type { Result } from '../domain/result';
import type { Snapshot } from '../domain/snapshot';
import type { WorkbookSpec } from '../workbook/spec';

/** What the use cases need of a workbook file format. */
export type WorkbookFiles = {
  /** Reads bytes into a snapshot; `file` is the name messages use. */
  readonly read: (bytes: Uint8Array, file: string) => Result<Snapshot, Failure>;
  /** Draws a spec as bytes; the same spec gives the same bytes. */
  readonly render: (spec: WorkbookSpec) => Promise<Uint8Array>;
};
