import { HostFault, invalid } from '../fault';
import { contains, overlaps, wholeSheet, type Area } from './area';
import { Grid, type Cell, type Value } from './grid';
import { defaultStyle, type Style } from './style';

/** What a row or a column has of its own; null where it follows the sheet. */
export type Band = {
  /** A column's width or a row's height, in points. */
  readonly size: number | null;
  readonly hidden: boolean;
  /** The depth of the group it belongs to; 0 for none. */
  readonly outline: number;
  readonly style: Style | null;
};

/** A table; its area includes the header row. */
export type Table = {
  readonly id: string;
  name: string;
  sheet: Sheet;
  area: Area;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** What filters its columns, by their place from the left (0 is the first). */
  filters: ReadonlyMap<number, FilterCriteria>;
};

/** How Excel draws a table that nothing was said of. */
export function plainTable(): Omit<Table, 'id' | 'name' | 'sheet' | 'area'> {
  return {
    style: 'TableStyleMedium2',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: new Map(),
  };
}

/** What a column shows (`Excel.FilterCriteria`); the kinds this host knows. */
export type FilterCriteria =
  | { readonly filterOn: 'Values'; readonly values: readonly string[] }
  | {
      readonly filterOn: 'Custom';
      readonly criterion1: string;
      readonly criterion2?: string | null | undefined;
      readonly operator?: 'And' | 'Or' | null | undefined;
    };

/** A defined name; `formula` has its leading "=". `sheet` is the sheet it is limited to. */
export type DefinedName = {
  name: string;
  formula: string;
  comment: string;
  visible: boolean;
  readonly sheet: Sheet | null;
};

/** A colour rule. The formula is written for the top left cell of the first area. */
export type ConditionalFormat = {
  readonly id: string;
  readonly type: string;
  areas: readonly Area[];
  formula: string;
  stopIfTrue: boolean;
  fill: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: string | null;
  strikethrough: boolean | null;
};

/** Words of a validation's bubble. */
export type ValidationPrompt = {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
};

/** Words of a validation's refusal; `style` as in `Excel.DataValidationAlertStyle`. */
export type ValidationAlert = {
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
  readonly message: string;
};

/** A rule for typing; `rule` is Excel's own object (`Excel.DataValidationRule`), or null. */
export type Validation = {
  readonly area: Area;
  readonly rule: Readonly<Record<string, unknown>> | null;
  readonly prompt: ValidationPrompt;
  readonly alert: ValidationAlert;
  readonly ignoreBlanks: boolean;
};

/** One data series of a chart; addresses are "'Sheet'!A1:A9". */
export type ChartSeries = {
  name: string;
  values: string | null;
  categories: string | null;
  chartType: string | null;
  color: string | null;
  hasDataLabels: boolean;
  gapWidth: number;
  overlap: number;
  doughnutHoleSize: number;
  readonly pointColors: Map<number, string>;
};

/** A series that nothing was said of but its name. */
export function plainSeries(name: string): ChartSeries {
  return {
    name,
    values: null,
    categories: null,
    chartType: null,
    color: null,
    hasDataLabels: false,
    gapWidth: 150,
    overlap: 0,
    doughnutHoleSize: 50,
    pointColors: new Map(),
  };
}

/** A chart, kept as data; places and sizes in points. */
export type Chart = {
  readonly id: string;
  readonly sheet: Sheet;
  name: string;
  type: string;
  source: string;
  top: number;
  left: number;
  width: number;
  height: number;
  /** The cells it was laid over, while that is how it was placed. */
  cover: Area | null;
  titleText: string;
  titleVisible: boolean;
  plotVisibleOnly: boolean;
  legendVisible: boolean;
  legendPosition: string;
  readonly series: ChartSeries[];
};

/** A comment on a cell. */
export type Comment = {
  readonly id: string;
  readonly sheet: Sheet;
  area: Area;
  content: string;
  resolved: boolean;
};

/** `Excel.PageLayoutZoomOptions`. */
export type Zoom = {
  readonly scale?: number | null | undefined;
  readonly horizontalFitToPages?: number | null | undefined;
  readonly verticalFitToPages?: number | null | undefined;
};

/** How a sheet prints; margins in points, header and footer parts as Excel keeps them. */
export type PageLayout = {
  orientation: string;
  paperSize: string | null;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printOrder: string;
  printComments: string;
  printErrors: string;
  firstPageNumber: number | string;
  zoom: Zoom;
  printArea: Area | null;
  titleRows: Area | null;
  titleColumns: Area | null;
  /** Which pages have headers and footers of their own. */
  headersOn: 'Default' | 'FirstAndDefault';
  readonly header: { left: string; center: string; right: string };
  readonly footer: { left: string; center: string; right: string };
};

/** What a protected sheet still allows (`Excel.WorksheetProtectionOptions`). */
export type ProtectionOptions = Readonly<Record<string, boolean | string>>;

/** One worksheet. */
export type Sheet = {
  readonly id: string;
  name: string;
  visibility: string;
  /** "#RRGGBB", or "" for none. */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  /** The look of cells that have none of their own, nor a row or column with one. */
  style: Style;
  readonly grid: Grid;
  columns: Map<number, Band>;
  rows: Map<number, Band>;
  tables: Table[];
  merges: Area[];
  /** The first has the highest priority. */
  conditionalFormats: ConditionalFormat[];
  validations: Validation[];
  readonly charts: Chart[];
  readonly comments: Comment[];
  /** Null while the sheet is not protected. */
  protection: { readonly options: ProtectionOptions; readonly password: string | null } | null;
  frozen: { readonly rows: number; readonly columns: number };
  readonly page: PageLayout;
  /** Rows before which a page begins, and columns likewise. */
  rowBreaks: number[];
  columnBreaks: number[];
  readonly customProperties: Map<string, string>;
  /** The filter of a sheet outside its tables. */
  autoFilter: Area | null;
};

/** One thing that changed, for the events that tell of it. */
export type Change =
  | {
      readonly kind: 'cells';
      readonly sheet: Sheet;
      readonly area: Area;
      /** Only for one cell. */
      readonly detail: { readonly before: Value; readonly after: Value } | null;
    }
  | {
      readonly kind: 'moved';
      readonly sheet: Sheet;
      readonly area: Area;
      readonly changeType: string;
    }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated'; readonly sheet: Sheet };

/** Cells somebody holds on to: they move with insertions, and are none once deleted. */
export type HeldCells = { readonly sheet: Sheet; areas: readonly Area[] };

const SHEET_NAME_LIMIT = 31;
const FORBIDDEN_IN_SHEET_NAME = /[:\\/?*[\]]/;
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;
const LOOKS_LIKE_CELL = /^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r\d*|c\d*)$/i;

/** What `Excel.CultureInfo` tells of the user's settings. */
export type Culture = {
  readonly name: string;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly dateSeparator: string;
  readonly shortDatePattern: string;
};

/** Works formulas out: puts a value into every cell of the workbook that has a formula. */
export type Calculator = { calculate(workbook: Workbook): void };

/** The open workbook: all that the host knows. Nothing in it knows the wire. */
export class Workbook {
  readonly name = 'Book1.xlsx';
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  activeSheet: Sheet;
  /** What the user has selected, on its sheet. */
  selection: { sheet: Sheet; area: Area };
  readonly properties = {
    title: '',
    subject: '',
    author: '',
    keywords: '',
    comments: '',
    category: '',
    manager: '',
    company: '',
    revisionNumber: 0,
    creationDate: '2026-01-01T00:00:00Z',
    lastAuthor: '',
  };
  readonly customProperties = new Map<string, string | number | boolean>();
  calculationMode = 'Automatic';
  /** Both last until the end of the batch that asked for them. */
  calculationSuspended = false;
  screenUpdatingSuspended = false;
  /** Somebody asked for a calculation; it comes at the end of the batch. */
  calculationWanted = false;
  enableEvents = true;
  /** Events the client has asked for, each as "messageType:targetId". */
  readonly subscriptions = new Set<string>();
  readonly held = new Set<HeldCells>();
  private readonly changes: Change[] = [];
  private ids = 0;
  private stale = false;

  /** Without a calculator a formula keeps the value it was opened with, or none. */
  constructor(
    readonly culture: Culture,
    private readonly calculator: Calculator | null = null,
  ) {
    const sheet = this.newSheet('Sheet1');
    this.sheets.push(sheet);
    this.activeSheet = sheet;
    this.selection = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } };
  }

  /** A number no other object of this workbook has. */
  nextId(): number {
    this.ids += 1;
    return this.ids;
  }

  /** Keeps a change for {@link takeChanges}. */
  note(change: Change): void {
    this.changes.push(change);
    this.stale = true;
  }

  /** The changes since the last call, in order. */
  takeChanges(): readonly Change[] {
    return this.changes.splice(0);
  }

  /** Works formulas out when something changed, unless that is suspended or left to the user. */
  calculateIfStale(): void {
    const automatic = this.calculationMode !== 'Manual' && !this.calculationSuspended;
    if (!(automatic && this.stale) && !this.calculationWanted) return;
    this.calculationWanted = false;
    this.stale = false;
    this.calculator?.calculate(this);
  }

  /** By name or id, case-insensitive as Excel compares names; null when there is none. */
  sheet(key: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.id === key || sameName(sheet.name, key)) ?? null;
  }

  allTables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  /** Adds an empty sheet behind the others. Fails on a name Excel does not take. */
  addSheet(name: string | null): Sheet {
    const sheet = this.newSheet(name ?? this.freeSheetName());
    if (name !== null) this.checkSheetName(name, null);
    this.sheets.push(sheet);
    this.note({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  /** Hides or shows a sheet; fails for the last visible one. */
  setVisibility(sheet: Sheet, visibility: string): void {
    if (visibility !== 'Visible') this.leave(sheet);
    sheet.visibility = visibility;
  }

  /** Fails for the last visible sheet. Formulas that named it keep doing so, as "#REF!" in Excel. */
  deleteSheet(sheet: Sheet): void {
    if (sheet.visibility === 'VeryHidden')
      throw new HostFault('InvalidOperation', 'A very hidden sheet cannot be deleted.');
    this.leave(sheet);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (let at = this.names.length - 1; at >= 0; at--)
      if (this.names[at]?.sheet === sheet) this.names.splice(at, 1);
    for (const range of this.held) if (range.sheet === sheet) range.areas = [];
    this.note({ kind: 'sheetDeleted', sheet });
  }

  /** Shows another sheet in place of this one, if it is the active one. */
  private leave(sheet: Sheet): void {
    const others = this.sheets.filter((each) => each !== sheet && each.visibility === 'Visible');
    const [next] = others;
    if (!next) throw new HostFault('InvalidOperation', 'A workbook keeps a visible sheet.');
    if (this.activeSheet === sheet) this.activateSheet(next);
  }

  activateSheet(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible')
      throw new HostFault('InvalidOperation', 'A hidden sheet cannot be activated.');
    this.activeSheet = sheet;
    this.selection = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } };
    this.note({ kind: 'sheetActivated', sheet });
  }

  /** Fails when a table or defined name cannot bear this name; `except` may keep its own. */
  checkName(name: string, scope: Sheet | null, except: Table | DefinedName | null): void {
    if (!NAME.test(name) || LOOKS_LIKE_CELL.test(name))
      throw invalid(`"${name}" cannot be a name.`);
    const taken =
      this.allTables().some((table) => table !== except && sameName(table.name, name)) ||
      this.names.some(
        (each) => each !== except && each.sheet === scope && sameName(each.name, name),
      );
    if (taken) throw new HostFault('ItemAlreadyExists', `The name "${name}" is in use.`);
  }

  /** Fails when no sheet, or only `except`, may bear this name. */
  checkSheetName(name: string, except: Sheet | null): void {
    if (name === '' || name.length > SHEET_NAME_LIMIT)
      throw invalid(`A sheet's name has 1 to ${SHEET_NAME_LIMIT} characters.`);
    if (FORBIDDEN_IN_SHEET_NAME.test(name) || name.startsWith("'") || name.endsWith("'"))
      throw invalid(`"${name}" cannot be a sheet's name.`);
    if (sameName(name, 'History')) throw invalid('Excel keeps the name "History" for itself.');
    if (this.sheets.some((each) => each !== except && sameName(each.name, name)))
      throw new HostFault('ItemAlreadyExists', `There is a sheet named "${name}" already.`);
  }

  private freeSheetName(): string {
    for (let number = 1; ; number++) if (!this.sheet(`Sheet${number}`)) return `Sheet${number}`;
  }

  private newSheet(name: string): Sheet {
    const digits = this.nextId().toString(16).toUpperCase().padStart(4, '0');
    return {
      id: `{00000000-0001-0000-${digits}-000000000000}`,
      name,
      visibility: 'Visible',
      tabColor: '',
      showGridlines: true,
      showHeadings: true,
      style: defaultStyle,
      grid: new Grid(),
      columns: new Map(),
      rows: new Map(),
      tables: [],
      merges: [],
      conditionalFormats: [],
      validations: [],
      charts: [],
      comments: [],
      protection: null,
      frozen: { rows: 0, columns: 0 },
      // Letter is the paper of North America; everybody else has A4.
      page: newPage(this.culture.name === 'en-US' ? 'Letter' : 'A4'),
      rowBreaks: [],
      columnBreaks: [],
      customProperties: new Map(),
      autoFilter: null,
    };
  }
}

/** Excel compares the names of sheets, tables and names without case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The look of a cell, its own or that of its row, its column or its sheet. */
export function styleAt(sheet: Sheet, row: number, column: number, cell?: Cell): Style {
  return (
    (cell ?? sheet.grid.get(row, column)).style ??
    sheet.rows.get(row)?.style ??
    sheet.columns.get(column)?.style ??
    sheet.style
  );
}

/** Fails when a merged area lies partly inside and partly outside. */
export function refuseCutMerges(sheet: Sheet, area: Area): void {
  if (sheet.merges.some((merge) => overlaps(merge, area) && !contains(area, merge)))
    throw new HostFault('MergedRangeConflict', 'That would cut a merged area in two.');
}

/** What a row or column without facts of its own has. */
export const plainBand: Band = { size: null, hidden: false, outline: 0, style: null };

function newPage(paperSize: string): PageLayout {
  return {
    orientation: 'Portrait',
    paperSize,
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
    centerHorizontally: false,
    centerVertically: false,
    printGridlines: false,
    printHeadings: false,
    blackAndWhite: false,
    draftMode: false,
    printOrder: 'DownThenOver',
    printComments: 'NoComments',
    printErrors: 'AsDisplayed',
    firstPageNumber: '',
    zoom: { scale: 100 },
    printArea: null,
    titleRows: null,
    titleColumns: null,
    headersOn: 'Default',
    header: { left: '', center: '', right: '' },
    footer: { left: '', center: '', right: '' },
  };
}

/** Whether an area is the whole sheet. */
export function isWholeSheet(area: Area): boolean {
  return contains(area, wholeSheet);
}
