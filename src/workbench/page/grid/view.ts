import { columnLetters } from '../../../domain/snapshot';
import { contains, overlaps, type Area } from '../../host/model/area';
import type { Cell } from '../../host/model/grid';
import { shownTextAt, type ShownCell } from '../../host/model/shownCells';
import type { Sheet, Table, Workbook } from '../../host/model/workbook';
import { chartDrawing } from './charts';
import { element, place } from '../dom';
import { CELL_PADDING, layoutOf, type Layout } from './layout';
import { alignmentOf, cssOf, lineOf } from './looks';
import { fontOf, PIXELS_PER_POINT, textWidth } from './measure';
import { cellAreaAt, samePlace, type Place } from './moves';

/** What is drawn: a sheet, what each of its cells shows, and what is selected. */
export type GridState = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly shown: (row: number, column: number) => ShownCell;
  readonly active: Place;
  readonly selection: Area;
  /** The cells that wait on the clipboard, or null. */
  readonly copied: Area | null;
  /** The cell whose list can be opened, or null. */
  readonly list: Place | null;
};

/** Words the grid says. */
export type GridWords = {
  readonly grid: string;
  readonly corner: string;
  readonly openList: string;
  readonly filterButton: (column: string) => string;
  readonly fold: (folded: boolean, columns: string) => string;
};

/** Width of the row numbers and height of the column letters, in pixels. */
const HEADS = { width: 46, height: 22, outline: 18 };
/** Rows and columns drawn beyond what is seen. */
const MARGIN = 2;

/** A cell that is on the page. */
type DrawnCell = { readonly element: HTMLElement; readonly at: Place; readonly area: Area };

/** A row that is on the page. */
type DrawnRow = {
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  readonly cells: readonly DrawnCell[];
};

type Window = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/**
 * Draws a sheet: only the rows and columns that are seen, as rows of cells that assistive
 * technology understands. It changes nothing but what is on the page.
 */
export class GridView {
  readonly root = element('div', { className: 'grid' });
  /** Lies over the cells and holds the editor and lists. */
  readonly overlay = element('div', { className: 'overlay' });
  layout: Layout = {
    rows: { count: 0, total: 0, start: () => 0, size: () => 0, at: () => 1 },
    columns: { count: 0, total: 0, start: () => 0, size: () => 0, at: () => 1 },
  };
  private readonly scroller = element('div', {
    className: 'scroller',
    attributes: { tabindex: '-1' },
  });
  private readonly extent = element('div', { className: 'extent' });
  private readonly stage = element('div', { className: 'stage' });
  private readonly cells = element('div', {
    className: 'cells',
    attributes: { role: 'grid', id: 'cells', 'aria-multiselectable': 'true' },
  });
  private readonly heads = element('div', { className: 'heads', attributes: { role: 'row' } });
  private readonly frozenRows = element('div', {
    className: 'rows',
    attributes: { role: 'rowgroup' },
  });
  private readonly bodyClip = element('div', {
    className: 'clip',
    attributes: { role: 'presentation' },
  });
  private readonly bodyRows = element('div', {
    className: 'rows',
    attributes: { role: 'rowgroup' },
  });
  private readonly chartClip = element('div', { className: 'clip charts' });
  private readonly charts = element('div');
  private readonly drawnRows = new Map<number, DrawnRow>();
  private readonly css = new WeakMap<object, string>();
  private drawnWindow: Window = { top: 0, bottom: -1, left: 0, right: -1 };
  private state: GridState | null = null;
  private scrollTask = 0;

  constructor(private readonly words: () => GridWords) {
    this.bodyClip.append(this.bodyRows);
    this.chartClip.append(this.charts);
    this.cells.append(this.heads, this.frozenRows, this.bodyClip);
    this.stage.append(this.cells, this.chartClip, this.overlay);
    this.extent.append(this.stage);
    this.scroller.append(this.extent);
    this.root.append(this.scroller);
    this.scroller.addEventListener('scroll', () => {
      if (this.scrollTask !== 0) return;
      this.scrollTask = requestAnimationFrame(() => {
        this.scrollTask = 0;
        this.drawWindow();
      });
    });
    new ResizeObserver(() => {
      this.drawWindow();
    }).observe(this.scroller);
  }

  /** Draws everything anew: after a change of the workbook or of the sheet shown. */
  draw(state: GridState): void {
    const { workbook, sheet, active, selection } = state;
    const moved = this.state?.sheet !== sheet;
    this.state = state;
    this.layout = layoutOf(
      sheet,
      {
        row: Math.max(active.row, Math.min(selection.bottom, active.row + 200)),
        column: Math.max(active.column, Math.min(selection.right, active.column + 50)),
      },
      (row, column) => shownTextAt(workbook, sheet, row, column),
    );
    const { rows, columns } = this.layout;
    this.extent.style.width = `${HEADS.width + columns.total}px`;
    this.extent.style.height = `${this.headHeight + rows.total}px`;
    const words = this.words();
    this.cells.setAttribute('aria-label', words.grid);
    this.cells.setAttribute('aria-rowcount', String(rows.count + 1));
    this.cells.setAttribute('aria-colcount', String(columns.count + 1));
    if (moved) this.scroller.scrollTo(0, 0);
    this.forget();
    this.drawWindow();
    this.drawCharts();
  }

  /** Draws the selection anew, where nothing else has changed. */
  select(state: GridState): void {
    const { active, selection } = state;
    if (
      this.state?.sheet !== state.sheet ||
      active.row > this.layout.rows.count - MARGIN ||
      active.column > this.layout.columns.count - MARGIN
    ) {
      this.draw(state);
      return;
    }
    this.state = state;
    for (const [row, { head, cells }] of this.drawnRows) {
      head.classList.toggle('selected', selectedIn(selection.top, selection.bottom, row));
      for (const { element: drawn, at, area } of cells) this.markCell(drawn, at, area, state);
    }
    for (const head of this.heads.querySelectorAll<HTMLElement>('.head')) {
      const column = Number(head.getAttribute('aria-colindex')) - 1;
      head.classList.toggle('selected', selectedIn(selection.left, selection.right, column));
    }
  }

  /** What shows on a cell whether it is selected, the active one, or can be chosen from a list. */
  private markCell(drawn: HTMLElement, at: Place, area: Area, state: GridState): void {
    const marks = marksOf(state, area, at);
    for (const mark of allMarks) drawn.classList.toggle(mark, marks.has(mark));
    drawn.setAttribute('aria-selected', String(overlaps(state.selection, area)));
    const button = drawn.querySelector('.open-list');
    const wanted = state.list !== null && samePlace(state.list, at);
    if (button && !wanted) button.remove();
    if (!button && wanted)
      drawn.append(
        element('button', {
          className: 'open-list',
          text: '▾',
          attributes: { type: 'button', tabindex: '-1', 'aria-label': this.words().openList },
        }),
      );
  }

  /** Scrolls so that a cell is seen. */
  reveal({ row, column }: Place): void {
    if (!this.state) return;
    const { sheet } = this.state;
    const { rows, columns } = this.layout;
    const area = cellAreaAt(sheet, { row, column });
    const along = (
      axis: Layout['rows'],
      first: number,
      last: number,
      frozen: number,
      now: number,
      room: number,
    ): number => {
      if (first <= frozen) return now;
      const from = axis.start(first) - axis.start(frozen + 1);
      const to = Math.min(axis.start(last + 1) - axis.start(frozen + 1), from + room);
      if (from < now) return from;
      return to > now + room ? to - room : now;
    };
    const { frozen } = this;
    const top = along(
      rows,
      area.top,
      area.bottom,
      frozen.rows,
      this.scroller.scrollTop,
      this.scroller.clientHeight - this.headHeight - rows.start(frozen.rows + 1),
    );
    const left = along(
      columns,
      area.left,
      area.right,
      frozen.columns,
      this.scroller.scrollLeft,
      this.scroller.clientWidth - HEADS.width - columns.start(frozen.columns + 1),
    );
    if (top !== this.scroller.scrollTop || left !== this.scroller.scrollLeft) {
      this.scroller.scrollTo(left, top);
      this.drawWindow();
    }
  }

  /** How many rows fit into the view. */
  get pageRows(): number {
    const { rows } = this.layout;
    const top = this.scroller.scrollTop + rows.start(this.frozen.rows + 1);
    const room = this.scroller.clientHeight - this.headHeight - rows.start(this.frozen.rows + 1);
    return Math.max(1, rows.at(top + room) - rows.at(top) - 1);
  }

  /** The cell, or the row or column head (row or column 0), at a place of the browser's window. */
  placeAt(clientX: number, clientY: number): Place {
    const box = this.stage.getBoundingClientRect();
    const { rows, columns } = this.layout;
    const { frozen } = this;
    const along = (axis: Layout['rows'], at: number, fixed: number, scrolled: number): number => {
      if (at < 0) return 0;
      return axis.at(at < axis.start(fixed + 1) ? at : at + scrolled);
    };
    return {
      row: along(rows, clientY - box.top - this.headHeight, frozen.rows, this.scroller.scrollTop),
      column: along(
        columns,
        clientX - box.left - HEADS.width,
        frozen.columns,
        this.scroller.scrollLeft,
      ),
    };
  }

  /** Where a cell is seen, in pixels of the overlay. */
  boxOf(at: Place): { left: number; top: number; width: number; height: number } {
    const { rows, columns } = this.layout;
    const sheet = this.state?.sheet;
    const area = sheet
      ? cellAreaAt(sheet, at)
      : { top: at.row, left: at.column, bottom: at.row, right: at.column };
    const { frozen } = this;
    const scrolledX = area.left > frozen.columns ? this.scroller.scrollLeft : 0;
    const scrolledY = area.top > frozen.rows ? this.scroller.scrollTop : 0;
    return {
      left: HEADS.width + columns.start(area.left) - scrolledX,
      top: this.headHeight + rows.start(area.top) - scrolledY,
      width: columns.start(area.right + 1) - columns.start(area.left),
      height: rows.start(area.bottom + 1) - rows.start(area.top),
    };
  }

  private get headHeight(): number {
    return HEADS.height + (this.hasOutline ? HEADS.outline : 0);
  }

  private get hasOutline(): boolean {
    return [...(this.state?.sheet.columns.values() ?? [])].some(({ outline }) => outline > 0);
  }

  private get frozen(): { readonly rows: number; readonly columns: number } {
    return this.state?.sheet.frozen ?? { rows: 0, columns: 0 };
  }

  private forget(): void {
    for (const row of this.drawnRows.values()) row.element.remove();
    this.drawnRows.clear();
    this.drawnWindow = { top: 0, bottom: -1, left: 0, right: -1 };
  }

  private drawWindow(): void {
    const { state, layout, frozen } = this;
    if (!state) return;
    const { clientWidth, clientHeight, scrollTop, scrollLeft } = this.scroller;
    const { rows, columns } = layout;
    const fixedHeight = rows.start(frozen.rows + 1);
    const fixedWidth = columns.start(frozen.columns + 1);
    this.stage.style.width = `${clientWidth}px`;
    this.stage.style.height = `${clientHeight}px`;
    this.stage.style.setProperty('--scroll-left', `${-scrollLeft}px`);
    const body = {
      left: 0,
      top: this.headHeight + fixedHeight,
      width: clientWidth,
      height: Math.max(0, clientHeight - this.headHeight - fixedHeight),
    };
    place(this.bodyClip, body);
    // Charts lie under the frozen columns too.
    const besides = HEADS.width + fixedWidth;
    place(this.chartClip, { ...body, left: besides, width: Math.max(0, clientWidth - besides) });
    place(this.overlay, { left: 0, top: 0, width: clientWidth, height: clientHeight });
    place(this.frozenRows, {
      left: 0,
      top: this.headHeight,
      width: clientWidth,
      height: fixedHeight,
    });
    this.bodyRows.style.transform = `translateY(${-scrollTop}px)`;
    this.charts.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;

    const window: Window = {
      top: Math.max(frozen.rows + 1, rows.at(scrollTop + fixedHeight) - MARGIN),
      bottom: Math.min(rows.count, rows.at(scrollTop + clientHeight - this.headHeight) + MARGIN),
      left: Math.max(frozen.columns + 1, columns.at(scrollLeft + fixedWidth) - MARGIN),
      right: Math.min(columns.count, columns.at(scrollLeft + clientWidth - HEADS.width) + MARGIN),
    };
    if (window.left !== this.drawnWindow.left || window.right !== this.drawnWindow.right) {
      this.forget();
      this.drawHeads(window);
    }
    const wanted = this.rowsToDraw(window);
    for (const [row, drawn] of this.drawnRows)
      if (!wanted.has(row)) {
        drawn.element.remove();
        this.drawnRows.delete(row);
      }
    for (const row of wanted) {
      if (this.drawnRows.has(row)) continue;
      const drawn = this.drawRow(row, window, state);
      this.drawnRows.set(row, drawn);
      this.insertRow(row, drawn.element);
    }
    this.drawnWindow = window;
  }

  /** Rows stand in the document in their order, for those who hear them read. */
  private insertRow(row: number, drawn: HTMLElement): void {
    const group = row <= this.frozen.rows ? this.frozenRows : this.bodyRows;
    const next = [...group.children].find(
      (each) => Number.parseInt(each.getAttribute('aria-rowindex') ?? '', 10) > row + 1,
    );
    group.insertBefore(drawn, next ?? null);
  }

  /** What is seen, the frozen rows, and the first rows of merged cells that reach into view. */
  private rowsToDraw({ top, bottom, left, right }: Window): ReadonlySet<number> {
    const { rows } = this.layout;
    const wanted = new Set<number>();
    for (let row = 1; row <= this.frozen.rows; row++) if (rows.size(row) > 0) wanted.add(row);
    for (const merge of this.state?.sheet.merges ?? [])
      if (
        merge.top < top &&
        overlaps(merge, { top, bottom, left: 1, right: Math.max(left, right) })
      )
        wanted.add(merge.top);
    for (let row = top; row <= bottom; row++) if (rows.size(row) > 0) wanted.add(row);
    return new Set([...wanted].sort((a, b) => a - b));
  }

  private drawHeads({ left, right }: Window): void {
    const { columns } = this.layout;
    const { frozen, state } = this;
    if (!state) return;
    const head = (column: number): HTMLElement => {
      const made = element('div', {
        className: selectedIn(state.selection.left, state.selection.right, column)
          ? 'head selected'
          : 'head',
        text: columnLetters(column),
        attributes: { role: 'columnheader', 'aria-colindex': String(column + 1) },
      });
      place(made, {
        left:
          columns.start(column) - (column > frozen.columns ? columns.start(frozen.columns + 1) : 0),
        top: this.headHeight - HEADS.height,
        width: columns.size(column),
        height: HEADS.height,
      });
      return made;
    };
    const between = (from: number, to: number): HTMLElement[] => {
      const made: HTMLElement[] = [];
      for (let column = from; column <= to; column++)
        if (columns.size(column) > 0) made.push(head(column));
      return [...made, ...this.outlineButtons(from, to)];
    };
    const corner = element('div', {
      className: 'corner',
      attributes: { role: 'columnheader', 'aria-colindex': '1' },
      children: [element('span', { className: 'unseen', text: this.words().corner })],
    });
    place(corner, { left: 0, top: 0, width: HEADS.width, height: this.headHeight });
    this.heads.setAttribute('aria-rowindex', '1');
    this.heads.style.height = `${this.headHeight}px`;
    this.heads.replaceChildren(
      corner,
      ...this.twoParts(this.headHeight, between(1, frozen.columns), between(left, right)),
    );
  }

  /** Cells of frozen columns, and cells that scroll under them. */
  private twoParts(
    height: number,
    fixed: readonly HTMLElement[],
    scrolling: readonly HTMLElement[],
  ): readonly HTMLElement[] {
    const width = this.layout.columns.start(this.frozen.columns + 1);
    const presentation = { role: 'presentation' };
    const slide = element('div', {
      className: 'slide',
      attributes: presentation,
      children: scrolling,
    });
    const moving = element('div', {
      className: 'moving',
      attributes: presentation,
      children: [slide],
    });
    place(moving, {
      left: HEADS.width + width,
      top: 0,
      width: Math.max(0, this.scroller.clientWidth - HEADS.width - width),
      height,
    });
    if (fixed.length === 0) return [moving];
    const still = element('div', {
      className: 'still',
      attributes: presentation,
      children: fixed,
    });
    place(still, { left: HEADS.width, top: 0, width, height });
    return [still, moving];
  }

  /** A button over the last column of each group of columns, or over the next where it is folded. */
  private outlineButtons(from: number, to: number): HTMLElement[] {
    const { columns } = this.layout;
    const sheet = this.state?.sheet;
    if (!sheet) return [];
    return outlineGroups(sheet).flatMap(({ first, last }) => {
      const at = last + 1;
      if (at < from || at > to) return [];
      const folded = columns.size(first) === 0;
      const button = element('button', {
        className: 'outline',
        text: folded ? '+' : '−',
        attributes: {
          type: 'button',
          tabindex: '-1',
          'data-first': String(first),
          'data-last': String(last),
          'aria-expanded': String(!folded),
          'aria-label': this.words().fold(folded, `${columnLetters(first)}:${columnLetters(last)}`),
        },
      });
      const shift = at > this.frozen.columns ? columns.start(this.frozen.columns + 1) : 0;
      place(button, {
        left: columns.start(at) - shift + 2,
        top: 1,
        width: 16,
        height: 16,
      });
      return [button];
    });
  }

  private drawRow(row: number, window: Window, state: GridState): DrawnRow {
    const { rows } = this.layout;
    const { frozen } = this;
    const height = rows.size(row);
    const made = element('div', {
      className: 'row',
      attributes: { role: 'row', 'aria-rowindex': String(row + 1) },
    });
    const above = row > frozen.rows ? rows.start(frozen.rows + 1) : 0;
    place(made, {
      left: 0,
      top: rows.start(row) - above,
      width: this.scroller.clientWidth,
      height,
    });
    const head = element('div', {
      className: selectedIn(state.selection.top, state.selection.bottom, row)
        ? 'head number selected'
        : 'head number',
      text: String(row),
      attributes: { role: 'rowheader', 'aria-colindex': '1' },
    });
    place(head, { left: 0, top: 0, width: HEADS.width, height });
    const still = this.drawCells(row, 1, frozen.columns, 0, state);
    const shift = this.layout.columns.start(frozen.columns + 1);
    const moving = this.drawCells(row, window.left, window.right, shift, state);
    const elements = (cells: readonly DrawnCell[]): HTMLElement[] =>
      cells.map(({ element: drawn }) => drawn);
    made.append(head, ...this.twoParts(height, elements(still), elements(moving)));
    return { element: made, head, cells: [...still, ...moving] };
  }

  private drawCells(
    row: number,
    from: number,
    to: number,
    shift: number,
    state: GridState,
  ): readonly DrawnCell[] {
    const { columns } = this.layout;
    const made: DrawnCell[] = [];
    for (const merge of state.sheet.merges)
      if (
        merge.top === row &&
        merge.left < from &&
        merge.right >= from &&
        merge.left > this.frozen.columns
      )
        made.push(this.drawCell({ row, column: merge.left }, shift, state));
    for (let column = from; column <= to; column++) {
      if (columns.size(column) === 0) continue;
      const area = cellAreaAt(state.sheet, { row, column });
      if (area.top !== row || area.left !== column) continue;
      made.push(this.drawCell({ row, column }, shift, state));
    }
    return made;
  }

  private drawCell(at: Place, shift: number, state: GridState): DrawnCell {
    const { sheet } = state;
    const { rows, columns } = this.layout;
    const { row, column } = at;
    const area = cellAreaAt(sheet, at);
    const cell = sheet.grid.get(row, column);
    const { text, style } = state.shown(row, column);
    const made = element('div', {
      className: 'cell',
      attributes: {
        role: 'gridcell',
        id: cellId(at),
        'aria-colindex': String(column + 1),
        ...(area.right > area.left ? { 'aria-colspan': String(area.right - area.left + 1) } : {}),
        ...(area.bottom > area.top ? { 'aria-rowspan': String(area.bottom - area.top + 1) } : {}),
      },
    });
    let css = this.css.get(style);
    if (css === undefined) {
      css = cssOf(style);
      this.css.set(style, css);
    }
    made.style.cssText = css;
    const width = columns.start(area.right + 1) - columns.start(area.left);
    place(made, {
      left: columns.start(column) - shift,
      top: 0,
      width,
      height: rows.start(area.bottom + 1) - rows.start(area.top),
    });
    this.drawLines(made, area, style, state);
    const alignment = alignmentOf(style, cell.value);
    if (text !== '') {
      const words = element('span', { className: 'words', text });
      words.style.textAlign = alignment;
      made.append(words);
      if (!style.wrap) this.fit(made, words, { text, style }, cell, area, alignment, state);
    }
    if (cell.link) made.classList.add('link');
    const comment = sheet.comments.find((each) => overlaps(each.area, area));
    if (comment) {
      made.classList.add('commented');
      made.title = comment.content;
    }
    const table = sheet.tables.find(
      (each) => each.showHeaders && each.showFilterButton && isHeader(each, at),
    );
    if (table) made.append(this.filterButton(text, table, column));
    this.markCell(made, at, area, state);
    return { element: made, at, area };
  }

  private filterButton(text: string, table: Table, column: number): HTMLElement {
    return element('button', {
      className: table.filters.has(column - table.area.left) ? 'filter on' : 'filter',
      text: '▾',
      attributes: {
        type: 'button',
        tabindex: '-1',
        'data-table': table.name,
        'data-column': String(column),
        'aria-label': this.words().filterButton(text),
        'aria-haspopup': 'dialog',
      },
    });
  }

  private drawLines(
    made: HTMLElement,
    area: Area,
    style: ShownCell['style'],
    { shown, sheet }: GridState,
  ): void {
    const look = (row: number, column: number): ShownCell['style'] => shown(row, column).style;
    const last =
      area.right > area.left || area.bottom > area.top ? look(area.bottom, area.right) : style;
    const right = look(area.top, area.right + 1);
    const below = look(area.bottom + 1, area.left);
    made.style.borderRight = lineOf([last.right, right.left], [style.fill], sheet.showGridlines);
    made.style.borderBottom = lineOf([last.bottom, below.top], [style.fill], sheet.showGridlines);
    if (area.left === 1 && style.left) made.style.borderLeft = lineOf([style.left], [], false);
    if (area.top === 1 && style.top) made.style.borderTop = lineOf([style.top], [], false);
  }

  /** Text that is too wide runs over empty neighbours; a number shows signs instead. */
  private fit(
    made: HTMLElement,
    words: HTMLElement,
    { text, style }: ShownCell,
    cell: Cell,
    area: Area,
    alignment: string,
    { sheet }: GridState,
  ): void {
    const { columns } = this.layout;
    const width = columns.start(area.right + 1) - columns.start(area.left);
    const needed = textWidth(text, fontOf(style)) + CELL_PADDING;
    if (needed <= width) return;
    if (typeof cell.value === 'number') {
      words.textContent = '#'.repeat(
        Math.max(1, Math.floor((width - CELL_PADDING) / textWidth('#', fontOf(style)))),
      );
      made.title = text;
      return;
    }
    if (alignment !== 'left' || area.right > area.left || typeof cell.value !== 'string') return;
    let room = width;
    for (let next = area.right + 1; room < needed && next <= columns.count; next++) {
      const other = sheet.grid.get(area.top, next);
      const merged = cellAreaAt(sheet, { row: area.top, column: next });
      const frozenEdge = next === this.frozen.columns + 1 && area.right <= this.frozen.columns;
      if (other.value !== null || merged.right > merged.left || frozenEdge) break;
      room += columns.size(next);
    }
    if (room === width) return;
    made.classList.add('spills');
    words.style.width = `${Math.min(needed, room - CELL_PADDING)}px`;
  }

  private drawCharts(): void {
    const { state, layout, frozen } = this;
    if (!state) return;
    const { rows, columns } = layout;
    const shiftX = -columns.start(frozen.columns + 1);
    const shiftY = -rows.start(frozen.rows + 1);
    this.charts.replaceChildren(
      ...state.sheet.charts.map((chart) => {
        const { cover } = chart;
        const box = cover
          ? {
              left: columns.start(cover.left),
              top: rows.start(cover.top),
              width: columns.start(cover.right + 1) - columns.start(cover.left),
              height: rows.start(cover.bottom + 1) - rows.start(cover.top),
            }
          : {
              left: chart.left * PIXELS_PER_POINT,
              top: chart.top * PIXELS_PER_POINT,
              width: chart.width * PIXELS_PER_POINT,
              height: chart.height * PIXELS_PER_POINT,
            };
        const frame = element('figure', { children: [chartDrawing(chart, state.workbook, box)] });
        place(frame, { ...box, left: box.left + shiftX, top: box.top + shiftY });
        return frame;
      }),
    );
  }
}

/** Groups of neighbouring columns that fold together. */
export function outlineGroups(
  sheet: Sheet,
): readonly { readonly first: number; readonly last: number }[] {
  const grouped = [...sheet.columns]
    .filter(([, { outline }]) => outline > 0)
    .map(([column]) => column)
    .sort((a, b) => a - b);
  const groups: { first: number; last: number }[] = [];
  for (const column of grouped) {
    const before = groups.at(-1);
    if (before?.last === column - 1) before.last = column;
    else groups.push({ first: column, last: column });
  }
  return groups;
}

/** The id of a cell's element. */
export function cellId({ row, column }: Place): string {
  return `cell-${columnLetters(column)}${row}`;
}

function selectedIn(from: number, to: number, line: number): boolean {
  return line >= from && line <= to;
}

function isHeader(table: Table, { row, column }: Place): boolean {
  return row === table.area.top && column >= table.area.left && column <= table.area.right;
}

const allMarks = [
  'active',
  'copied',
  'selected',
  'edge-top',
  'edge-left',
  'edge-bottom',
  'edge-right',
] as const;

/** How the selection marks a cell: its tint, and the lines around all that is selected. */
function marksOf(
  { selection, active, copied }: GridState,
  area: Area,
  at: Place,
): ReadonlySet<(typeof allMarks)[number]> {
  const marks = new Set<(typeof allMarks)[number]>();
  if (samePlace(active, at)) marks.add('active');
  if (copied && overlaps(copied, area)) marks.add('copied');
  if (!overlaps(selection, area)) return marks;
  if (!contains(area, selection)) marks.add('selected');
  if (area.top <= selection.top) marks.add('edge-top');
  if (area.left <= selection.left) marks.add('edge-left');
  if (area.bottom >= selection.bottom) marks.add('edge-bottom');
  if (area.right >= selection.right) marks.add('edge-right');
  return marks;
}
