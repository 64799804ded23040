import { Cancelled } from './errors';

/**
 * Bytes of one request. Excel on the web refuses more than 5 MB; the rest is room for what the
 * client adds around each action.
 */
export const PAYLOAD_LIMIT = 3_500_000;

/** How far an operation is: cells drawn or read, of how many. */
export type Progress = { readonly done: number; readonly total: number };

/** What every longer operation in Excel takes. */
export type OperationOptions = {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting ends the operation before its next request, and undoes it. */
  readonly signal?: AbortSignal;
};

/** Bytes the client needs around one action and its object paths; measured at 300 to 450. */
const ACTION_BYTES = 450;

/**
 * The requests of one operation. Actions gather until a stage ends, or until the next one would
 * not fit into a request; while a request is carried out Excel neither calculates nor paints.
 */
export class Batch {
  /** Requests sent so far, and how many of them only because the one before was full. */
  syncs = 0;
  chunks = 0;
  private bytes = 0;
  private done = 0;
  private total = 0;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly options: OperationOptions = {},
  ) {}

  /** Says how many cells there will be to report progress on. */
  expect(cells: number): void {
    this.total += cells;
  }

  /** Notes that cells were drawn; the caller hears of it with the next request. */
  advance(cells: number): void {
    this.done += cells;
  }

  /** Makes room for some actions that carry `bytes` of their own; sends what is full. */
  async room(bytes: number, actions = 1): Promise<void> {
    const needed = bytes + actions * ACTION_BYTES;
    if (this.bytes > 0 && this.bytes + needed > PAYLOAD_LIMIT) {
      await this.send();
      this.chunks += 1;
    }
    if (this.bytes === 0) this.suspend();
    this.bytes += needed;
  }

  /** Ends a stage. Throws {@link Cancelled} where the person has asked to stop. */
  async send(): Promise<void> {
    if (this.options.signal?.aborted) throw new Cancelled();
    await this.sendAnyway();
    if (this.total > 0) this.options.onProgress?.({ done: this.done, total: this.total });
  }

  /** Ends a stage that must not stop half-way: the swap, and undoing. */
  async sendAnyway(): Promise<void> {
    this.bytes = 0;
    this.syncs += 1;
    await this.context.sync();
  }

  private suspend(): void {
    const { application } = this.context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
  }
}

/** Bytes of a text as JSON carries it. */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x22 || code === 0x5c) bytes += 2;
    else bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
