import { HostFault } from '../host/fault';
import type { EmbeddedHost } from '../host/host';
import { areaAddress, contains, rowCount, columnCount, type Area } from '../host/model/area';
import { copyCells } from '../host/model/edit';
import type { PlacedCell } from '../host/model/grid';
import type { ConditionalFormat, Sheet, Table, Validation, Workbook } from '../host/model/workbook';

/** What came of a gesture: done, or the words of the host's refusal. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** What undoing needs: everything a gesture in cells can have changed in an area. */
type Before = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly area: Area;
  readonly cells: readonly PlacedCell[];
  readonly validations: readonly Validation[];
  readonly formats: readonly ConditionalFormat[];
};

/** Cells on the clipboard, with the text that was put there: other text came from elsewhere. */
type Copied = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly area: Area;
  readonly text: string;
  readonly cut: boolean;
};

const MOST_UNDONE = 100;

/**
 * What a person does in the grid, sent to the host, with undo of it. As in Excel, what the add-in
 * writes cannot be undone here and ends what could be.
 */
export class Gestures {
  private readonly undoable: Before[] = [];
  private copied: Copied | null = null;
  private own = false;

  constructor(private readonly host: EmbeddedHost) {}

  /** Whether a gesture is under way, and a change of the workbook is its doing. */
  get running(): boolean {
    return this.own;
  }

  /** Forgets what could be undone: somebody else changed the workbook. */
  forget(): void {
    this.undoable.splice(0);
  }

  /** Types values into cells. */
  type(sheet: Sheet, area: Area, values: unknown): Done {
    return this.run(sheet, area, () => {
      this.host.type(sheet.name, areaAddress(area), values);
    });
  }

  /** Empties cells. */
  clear(sheet: Sheet, area: Area): Done {
    return this.type(sheet, area, '');
  }

  /** Sorts a table by a column, given by its header. */
  sort(table: Table, header: string, ascending: boolean): Done {
    return this.run(table.sheet, table.area, () => {
      this.host.sort(table.name, header, ascending);
    });
  }

  /** Shows the rows of a table with these texts in a column; null takes the filter away. */
  filter(table: Table, header: string, values: readonly string[] | null): Done {
    return attempt(() => {
      this.host.filter(table.name, header, values);
    });
  }

  /** Remembers cells that go to the clipboard as that text. */
  copy(sheet: Sheet, area: Area, text: string, cut: boolean): void {
    this.copied = { workbook: this.host.model, sheet, area, text, cut };
  }

  /** The cells that wait on the clipboard, to be marked in the grid. */
  get waiting(): { readonly sheet: Sheet; readonly area: Area } | null {
    return this.copied;
  }

  /** Forgets the cells on the clipboard. */
  dropCopy(): void {
    this.copied = null;
  }

  /**
   * Pastes the clipboard: cells of this workbook with their look, formulas and rules, cells of
   * another program with theirs (which this host takes for the default ones), and plain text as if
   * it were typed. Gives the area filled.
   */
  paste(
    sheet: Sheet,
    at: Area,
    text: string,
    rows: readonly (readonly string[])[],
    looks: boolean,
  ): Done & { readonly area: Area } {
    const { copied } = this;
    const own = copied?.workbook === this.host.model && copied.text === text ? copied : null;
    const source = own
      ? { rows: rowCount(own.area), columns: columnCount(own.area) }
      : { rows: rows.length, columns: rows[0]?.length ?? 1 };
    // A selection that is a multiple of what is pasted is filled with it, as in Excel.
    const repeat = (selected: number, given: number): number =>
      selected % given === 0 ? selected : given;
    const area = {
      top: at.top,
      left: at.left,
      bottom: at.top + repeat(rowCount(at), source.rows) - 1,
      right: at.left + repeat(columnCount(at), source.columns) - 1,
    };
    const done = this.run(sheet, area, () => {
      if (own) this.pasteOwn(own, sheet, area);
      else {
        const values = Array.from({ length: rowCount(area) }, (_, row) =>
          Array.from(
            { length: columnCount(area) },
            (_, column) => rows[row % source.rows]?.[column % source.columns] ?? '',
          ),
        );
        if (looks) this.host.paste(sheet.name, areaAddress(area), values);
        else this.host.type(sheet.name, areaAddress(area), values);
      }
    });
    return { ...done, area };
  }

  /** Takes the last gesture back; gives where it was, or null when there is none. */
  undo(): { readonly sheet: Sheet; readonly area: Area } | null {
    const before = this.undoable.pop();
    if (before?.workbook !== this.host.model) return null;
    const { sheet, area, cells, validations, formats } = before;
    this.own = true;
    try {
      this.host.asUser(sheet.name, 'user', () => {
        sheet.grid.cut(area);
        sheet.grid.put(cells, 0, 0);
        sheet.validations = [...validations];
        sheet.conditionalFormats = formats.map((each) => ({ ...each }));
        this.host.model.note({ kind: 'cells', sheet, area, detail: null });
      });
    } finally {
      this.own = false;
    }
    return { sheet, area };
  }

  private pasteOwn(own: Copied, sheet: Sheet, area: Area): void {
    const { model } = this.host;
    this.host.asUser(sheet.name, 'user', () => {
      const target = { sheet, area };
      copyCells(model, { sheet: own.sheet, area: own.area }, target, 'All');
    });
    if (!own.cut) return;
    this.copied = null;
    if (own.sheet === sheet && contains(area, own.area)) return;
    this.host.type(own.sheet.name, areaAddress(own.area), '');
  }

  private run(sheet: Sheet, area: Area, act: () => void): Done {
    const before: Before = {
      workbook: this.host.model,
      sheet,
      area,
      cells: sheet.grid.within(area),
      validations: sheet.validations,
      formats: sheet.conditionalFormats.map((each) => ({ ...each })),
    };
    this.own = true;
    try {
      const done = attempt(act);
      if (done.ok) this.undoable.push(before);
      if (this.undoable.length > MOST_UNDONE) this.undoable.shift();
      return done;
    } finally {
      this.own = false;
    }
  }
}

function attempt(act: () => void): Done {
  try {
    act();
    return { ok: true };
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    return { ok: false, reason: error.message };
  }
}
