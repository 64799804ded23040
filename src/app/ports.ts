import type { SourceDocument } from '../domain/document';
import type { Failure } from '../domain/failure';
import type { Result } from '../domain/result';
import type { Snapshot } from '../domain/snapshot';
import type { OperationOptions } from '../gateways/excel/batch';
import type { CellEdit } from '../gateways/excel/edits';
import type { OfficeFailure } from '../gateways/excel/errors';
import type { Changes, Rendered, RenderOptions } from '../gateways/excel/render';
import type { SelectedRange } from '../gateways/excel/selection';
import type { Touched } from '../gateways/excel/watch';
import type { SheetEdit } from '../workbook/edits';
import type { DocumentSpec } from '../workbook/narrative/documentSpec';
import type { WorkbookSpec } from '../workbook/spec';

export type { CellEdit, Changes, OfficeFailure, OperationOptions, Rendered, SelectedRange };
export type { CellChange } from '../gateways/excel/render';
export type { Progress } from '../gateways/excel/batch';

/** What the use cases need of a workbook file format. */
export type WorkbookFiles = {
  /** Reads bytes into a snapshot; `file` is the name messages use. */
  readonly read: (bytes: Uint8Array, file: string) => Result<Snapshot, Failure>;
  /** As `read`, for the owner's own tracking workbook, whose history may be very long. */
  readonly readOwn: (bytes: Uint8Array, file: string) => Result<Snapshot, Failure>;
  /** Draws a spec as bytes; the same spec gives the same bytes. */
  readonly render: (spec: WorkbookSpec) => Promise<Uint8Array>;
  /** Changes single cells and machine-made tables, and leaves the rest of a file as it is. */
  readonly patch: (
    bytes: Uint8Array,
    file: string,
    edits: readonly SheetEdit[],
  ) => Promise<Result<Uint8Array, Failure>>;
};

/** What the use cases need of the formats that plans come in. */
export type DocumentFiles = {
  /** Reads the bytes of a document; `file` is the name messages use. */
  readonly read: (bytes: Uint8Array, file: string) => Promise<Result<SourceDocument, Failure>>;
};

/** What the use cases need of a text document's file format. */
export type TextFiles = {
  /** Draws a document as bytes; the same document gives the same bytes. */
  readonly write: (spec: DocumentSpec) => Uint8Array;
};

/** What can stop a use case in the open workbook: Excel itself, or what stands in the workbook. */
export type LiveFailure = Failure | OfficeFailure;

/** The outcome of one step in the open workbook. */
type Live<T> = Promise<Result<T, OfficeFailure>>;

/**
 * What the use cases need of the workbook that is open in Excel. Every step fails as a value
 * with Excel's reason and says whether the workbook is as it was.
 */
export type OpenWorkbook = {
  /** Takes the whole workbook as it is now. */
  readonly take: (options?: OperationOptions) => Live<Snapshot>;
  /** The snapshot with the touched rows taken again; the whole workbook where that is not enough. */
  readonly retake: (snapshot: Snapshot, touched: readonly Touched[]) => Live<Snapshot>;
  /** What drawing a spec would change, without changing anything. */
  readonly preview: (spec: WorkbookSpec, options?: RenderOptions) => Live<Changes>;
  /** Draws a spec; a failed or cancelled run leaves the workbook as it was. */
  readonly draw: (spec: WorkbookSpec, options?: RenderOptions) => Live<Rendered>;
  /** Tells of edits at the latest a second after they were made, until the given function is called. */
  readonly watch: (onTouched: (touched: readonly Touched[]) => void) => Live<() => Promise<void>>;
  /** Writes single cells; gives the edits that put them back. */
  readonly write: (edits: readonly CellEdit[]) => Live<readonly CellEdit[]>;
  /** Shows a sheet and selects a cell of it. */
  readonly show: (place: { readonly sheet: string; readonly cell: string | null }) => Live<null>;
  /** The cells the person has selected, as text rows. */
  readonly selection: () => Live<SelectedRange>;
  /** Opens a workbook of these bytes in a window of its own. */
  readonly openNew: (bytes: Uint8Array) => Live<null>;
};
