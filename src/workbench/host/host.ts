import { eventsOf, type Author } from './events';
import { execute, References } from './execute';
import { HostFault } from './fault';
import { resolveArea } from './members/cells';
import { changeBands } from './members/range';
import { coversColumns, type Area } from './model/area';
import { addComment } from './model/comments';
import { clearConditionalFormats, clearValidations, restyleArea, writeCells } from './model/edit';
import { refuseProtected } from './model/guard';
import { renameSheet } from './model/sheets';
import { deleteCells, insertCells } from './model/shift';
import { restyler, defaultStyle, type Style } from './model/style';
import { filterColumn, insertTableColumn, sortTable, takeColumnsIn } from './model/tables';
import {
  sameName,
  Workbook,
  type Calculator,
  type Culture,
  type Sheet,
  type Table,
} from './model/workbook';
import { openWorkbook } from './open';
import {
  answerOf,
  DELAY_FOR_CELL_EDIT,
  eventMessage,
  PAYLOAD_LIMIT,
  readRequest,
  refusalOf,
  type WireEvent,
  type WireRequest,
} from './protocol';
import { saveWorkbook, specOf, type Saved } from './save';

/**
 * A request refused on purpose, with any code of Excel's. `when` says whether it ran before its answer was lost; a share
 * says how much of its actions ran before one of them failed.
 */
export type InjectedFault = {
  readonly code: string;
  readonly when: 'before' | 'after' | number;
};

/** How a host behaves. */
export type HostOptions = {
  /** Requirement sets and their highest version; "ExcelApi" 1.17 unless given. */
  readonly apiSets?: ReadonlyMap<string, string>;
  /** The user's settings; English unless given. */
  readonly culture?: Culture;
  /** Works formulas out; without one they keep the value they were opened with, or none. */
  readonly calculator?: Calculator;
  /** Asked for every request, counted from 1 on; null lets it pass. */
  readonly faults?: (request: number) => InjectedFault | null;
  /** "prompt" delivers events after each batch; "held" keeps them for `fire`. */
  readonly events?: 'prompt' | 'held';
  /** Told after every request and everything the user did: the workbook may have changed. */
  readonly changed?: () => void;
};

/** What the add-in has cost; bytes in UTF-8. */
export type Counters = {
  syncs: number;
  actions: number;
  bytesIn: number;
  bytesOut: number;
  largestRequest: number;
  largestAnswer: number;
};

/** The part of the loaded client library (`window`) that a host plugs into. */
export type OfficeClient = {
  readonly OfficeExtension: {
    readonly HostBridge: { init(bridge: Bridge): void };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  Office: object;
};

/** Where messages of the client go in, and where it listens. */
export type Bridge = {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost: (text: string) => void;
};

/** What a user changes of cells: their style, the size of their columns or rows, whether shown. */
export type UserLook = Partial<Style> & {
  readonly width?: number;
  readonly height?: number;
  readonly hidden?: boolean;
};

const english: Culture = {
  name: 'en-US',
  decimalSeparator: '.',
  groupSeparator: ',',
  dateSeparator: '/',
  shortDatePattern: 'M/d/yyyy',
};

const standardSets: ReadonlyMap<string, string> = new Map([
  ['ExcelApi', '1.17'],
  ['DelayForCellEdit', '1.1'],
]);

/**
 * An Excel of our own for the genuine Office.js client: it answers the client's requests from its
 * own workbook and enforces Excel's limits. Make it with {@link createHost}.
 */
export class EmbeddedHost {
  /** The open workbook. */
  model: Workbook;
  /** The files of workbooks the add-in opened beside it, oldest first; empty for a blank one. */
  readonly openedWorkbooks: Uint8Array[] = [];
  readonly counters: Counters = noCounts();
  /** Events not delivered, oldest first; see {@link HostOptions.events}. */
  readonly pendingEvents: WireEvent[] = [];
  private readonly references = new References();
  private readonly waiting: (() => void)[] = [];
  private bridge: Bridge | null = null;
  private requests = 0;
  private editing = false;

  constructor(private readonly options: HostOptions) {
    this.model = new Workbook(options.culture ?? english, options.calculator ?? null);
  }

  /**
   * Plugs this host into the loaded client library, and tells the library which requirement sets
   * are supported: it then refuses any member above them by itself.
   */
  attach(client: OfficeClient): void {
    const sets = new Map(
      [...(this.options.apiSets ?? standardSets)].map(([name, version]) => [
        name.toLowerCase(),
        version,
      ]),
    );
    const requirements = {
      isSetSupported: (name: string, version?: string | number) =>
        reaches(sets.get(name.toLowerCase()), String(version ?? '0')),
    };
    // The library's own context comes from the loader, which is not there, and cannot be set.
    const context = { value: { requirements }, enumerable: true };
    const office: unknown = Object.create(client.Office, { context });
    if (typeof office === 'object' && office !== null) client.Office = office;
    client.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
    const bridge: Bridge = {
      sendMessageToHost: (text) => {
        this.receive(text);
      },
      onMessageFromHost: () => undefined,
    };
    client.OfficeExtension.HostBridge.init(bridge);
    this.bridge = bridge;
  }

  /** How many objects the client asked to keep and has not let go. */
  get keptObjects(): number {
    return this.references.size;
  }

  resetCounters(): void {
    Object.assign(this.counters, noCounts());
  }

  /** While the user types in a cell, requests fail or, with `delayForCellEdit`, wait. */
  setCellEditing(editing: boolean): void {
    this.editing = editing;
    if (!editing) for (const resume of this.waiting.splice(0)) resume();
  }

  /** The user (or a co-author) types values into cells; no rule for typing is asked. */
  type(sheet: string, address: string, values: unknown, author: Author = 'user'): void {
    this.asUser(sheet, author, (on) => {
      const area = resolveArea(this.model, on, address);
      writeCells(this.model, on, area, values);
      takeColumnsIn(on, area);
    });
  }

  /**
   * The user pastes values from elsewhere: they bring the default look, take the rules for
   * typing and the colour rules away, and lock the cells.
   */
  paste(sheet: string, address: string, values: unknown): void {
    this.asUser(sheet, 'user', (on) => {
      const area = resolveArea(this.model, on, address);
      writeCells(this.model, on, area, values);
      clearValidations(on, area);
      clearConditionalFormats(on, area);
      restyleArea(on, area, restyler(defaultStyle));
    });
  }

  /** The user inserts rows ("3:4"), columns ("B:B") or cells (which go down). */
  insert(sheet: string, address: string): void {
    this.asUser(sheet, 'user', (on) => {
      insertCells(this.model, on, resolveArea(this.model, on, address), true);
    });
  }

  /** The user deletes rows, columns or cells (the cells below move up). */
  remove(sheet: string, address: string): void {
    this.asUser(sheet, 'user', (on) => {
      deleteCells(this.model, on, resolveArea(this.model, on, address), true);
    });
  }

  /** The user sorts a table by a column, given by its header. */
  sort(table: string, column: string, ascending = true): void {
    const found = this.column(table, column);
    this.asUser(found.table.sheet.name, 'user', () => {
      sortTable(this.model, found.table, found.index, ascending);
    });
  }

  /** The user filters a table's column to the shown texts given; null takes its filter away. */
  filter(table: string, column: string, values: readonly string[] | null): void {
    const found = this.column(table, column);
    this.asUser(found.table.sheet.name, 'user', () => {
      filterColumn(found.table, found.index, values && { filterOn: 'Values', values });
    });
  }

  /** The user inserts a column into a table, before its `at`-th one (0 is the first). */
  insertTableColumn(table: string, at: number, name: string): void {
    const found = this.table(table);
    this.asUser(found.sheet.name, 'user', () => {
      insertTableColumn(this.model, found, at, name);
    });
  }

  /** The user comments on a cell. */
  comment(sheet: string, address: string, content: string): void {
    this.asUser(sheet, 'user', (on) => {
      addComment(this.model, on, resolveArea(this.model, on, address), content);
    });
  }

  /** The user gives a sheet another name. */
  rename(sheet: string, name: string): void {
    this.asUser(sheet, 'user', (on) => {
      renameSheet(this.model, on, name);
    });
  }

  /** The user changes the look of cells; sizes in points, for their whole columns and rows. */
  format(sheet: string, address: string, look: UserLook): void {
    const { width, height, hidden, ...style } = look;
    this.asUser(sheet, 'user', (on) => {
      const area = resolveArea(this.model, on, address);
      refuseProtected(on, 'allowFormatCells');
      if (Object.keys(style).length > 0) restyleArea(on, area, restyler(style));
      if (width !== undefined) changeBands(on, 'column', area, () => ({ size: width }));
      if (height !== undefined) changeBands(on, 'row', area, () => ({ size: height }));
      const axis = coversColumns(area) ? 'column' : 'row';
      if (hidden !== undefined) changeBands(on, axis, area, () => ({ hidden }));
    });
  }

  /** The user selects cells, on this sheet or another visible one. */
  select(sheet: Sheet, area: Area): void {
    if (this.model.activeSheet !== sheet) this.model.activateSheet(sheet);
    this.model.selection = { sheet, area };
    this.deliver('user');
  }

  /** Delivers events, the pending ones in order unless others are given. */
  fire(events: readonly WireEvent[] = this.pendingEvents.splice(0)): void {
    if (events.length > 0) this.bridge?.onMessageFromHost(eventMessage(events));
  }

  /** The workbook as a spec, and what a spec cannot say of it. */
  toSpec(): Saved {
    return specOf(this.model);
  }

  /** The workbook as .xlsx bytes, without what `toSpec().lost` names. */
  save(): Promise<Uint8Array> {
    return saveWorkbook(this.model);
  }

  /** Opens an .xlsx file in place of the open workbook; fails on one that cannot be read. */
  open(bytes: Uint8Array): void {
    this.model = openWorkbook(
      bytes,
      new Workbook(this.options.culture ?? english, this.options.calculator ?? null),
    );
    this.references.drop(null);
    this.options.changed?.();
  }

  /** Puts an empty workbook in place of the open one. */
  openBlank(): void {
    this.model = new Workbook(this.options.culture ?? english, this.options.calculator ?? null);
    this.references.drop(null);
    this.options.changed?.();
  }

  private table(name: string): Table {
    const table = this.model.allTables().find((each) => sameName(each.name, name));
    if (!table) throw new HostFault('ItemNotFound', `There is no table ${name}.`);
    return table;
  }

  private column(name: string, header: string): { readonly table: Table; readonly index: number } {
    const table = this.table(name);
    const { top, left, right } = table.area;
    for (let column = left; column <= right; column++)
      if (table.sheet.grid.get(top, column).value === header)
        return { table, index: column - left };
    throw new HostFault('ItemNotFound', `There is no column ${header} in ${name}.`);
  }

  /** Someone changes a sheet: formulas are worked out and events told, as after a gesture here. */
  asUser(sheet: string, author: Author, change: (sheet: Sheet) => void): void {
    const on = this.model.sheet(sheet);
    if (!on) throw new HostFault('ItemNotFound', `There is no sheet ${sheet}.`);
    change(on);
    this.model.calculateIfStale();
    this.deliver(author);
  }

  private deliver(author: Author): void {
    this.pendingEvents.push(...eventsOf(this.model, this.model.takeChanges(), author));
    if (this.options.events !== 'held') this.fire();
    this.options.changed?.();
  }

  private receive(text: string): void {
    const request = readRequest(text);
    const size = byteLength(text);
    const { counters } = this;
    counters.syncs += 1;
    counters.actions += request.actions.length;
    counters.bytesIn += size;
    counters.largestRequest = Math.max(counters.largestRequest, size);
    this.requests += 1;
    const number = this.requests;
    const run = (): void => {
      this.answer(this.refuse(request, size) ?? this.run(request, number));
      this.deliver('addin');
    };
    const later = this.editing && (request.flags & DELAY_FOR_CELL_EDIT) !== 0;
    if (later) this.waiting.push(run);
    else queueMicrotask(run);
  }

  /** The answer to a request that does not run at all. */
  private refuse(request: WireRequest, size: number): string | null {
    if (size > PAYLOAD_LIMIT)
      return refusalOf(request.id, {
        code: 'RequestPayloadSizeLimitExceeded',
        message: `The request has ${size} bytes, ${PAYLOAD_LIMIT} are allowed.`,
        location: '',
      });
    if (this.editing)
      return refusalOf(request.id, {
        code: 'InvalidOperationInCellEditMode',
        message: 'Excel is in cell-editing mode.',
        location: '',
      });
    return null;
  }

  private run(request: WireRequest, number: number): string {
    const injected = this.options.faults?.(number) ?? null;
    const lost = (): string =>
      refusalOf(request.id, {
        code: injected?.code ?? 'GeneralException',
        message: 'A fault put in by a test.',
        location: '',
      });
    if (injected?.when === 'before') return lost();
    const { model: workbook, openedWorkbooks } = this;
    const { results, fault } = execute(
      typeof injected?.when === 'number' ? firstActions(request, injected.when) : request,
      { workbook, openedWorkbooks },
      this.references,
    );
    this.model.calculationSuspended = false;
    this.model.screenUpdatingSuspended = false;
    this.model.calculateIfStale();
    if (injected) return lost();
    const answer = answerOf(request.id, results, fault);
    const size = byteLength(answer);
    if (size <= PAYLOAD_LIMIT) return answer;
    return answerOf(request.id, [], {
      code: 'ResponsePayloadSizeLimitExceeded',
      message: `The answer has ${size} bytes, ${PAYLOAD_LIMIT} are allowed.`,
      location: '',
    });
  }

  private answer(text: string): void {
    const size = byteLength(text);
    this.counters.bytesOut += size;
    this.counters.largestAnswer = Math.max(this.counters.largestAnswer, size);
    this.bridge?.onMessageFromHost(text);
  }
}

/** A request cut down to a share of its actions. */
function firstActions(request: WireRequest, share: number): WireRequest {
  return {
    ...request,
    actions: request.actions.slice(0, Math.floor(request.actions.length * share)),
  };
}

/** Makes a host with an empty workbook of one sheet, "Sheet1". */
export function createHost(options: HostOptions = {}): EmbeddedHost {
  return new EmbeddedHost(options);
}

function noCounts(): Counters {
  return {
    syncs: 0,
    actions: 0,
    bytesIn: 0,
    bytesOut: 0,
    largestRequest: 0,
    largestAnswer: 0,
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Whether a supported version reaches the one asked for; both are "1.7" and the like. */
function reaches(supported: string | undefined, asked: string): boolean {
  if (supported === undefined) return false;
  const [major = 0, minor = 0] = supported.split('.').map(Number);
  const [askedMajor = 0, askedMinor = 0] = asked.split('.').map(Number);
  return major > askedMajor || (major === askedMajor && minor >= askedMinor);
}
