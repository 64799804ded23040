import { columnLetters } from '../../../domain/snapshot';
import { fill, type Language, type Params } from '../../../messages/language';
import { workbenchMessages } from '../../../messages/workbench';
import type { EmbeddedHost } from '../../host/host';
import { readReference } from '../../host/members/cells';
import {
  areaAddress,
  cellArea,
  cellCount,
  contains,
  LAST_COLUMN,
  LAST_ROW,
  sameArea,
  wholeSheet,
  type Area,
} from '../../host/model/area';
import { shownCells, shownTextAt, type ShownCell } from '../../host/model/shownCells';
import { sameName, styleAt, type Sheet } from '../../host/model/workbook';
import { element } from '../dom';
import type { Gestures } from '../gestures';
import { pickFromList } from '../popup';
import { CellEditor, type Ending } from './editor';
import { chooseFilter, filterChoices } from './filterMenu';
import { fontOf } from './measure';
import {
  areaBetween,
  cellAreaAt,
  jumpFrom,
  samePlace,
  stepFrom,
  topLeft,
  type Place,
  type Step,
} from './moves';
import { choicesOf, promptOf, refusalOf, validationAt, type Refusal } from './rules';
import { readTsv, writeTsv } from './tsv';
import { inputFor } from './typed';
import { cellId, GridView, type GridState } from './view';

/** What the grid tells the page around it. */
export type GridPort = {
  readonly language: () => Language;
  /** The selection, or what the active cell holds, has changed. */
  readonly selected: (address: string, input: string) => void;
  /** A cell is being typed in, and holds this text so far. */
  readonly typing: (text: string) => void;
  readonly say: (message: keyof typeof workbenchMessages, params?: Params) => void;
  /** Asks what is to become of a value that breaks the rule of its cell. */
  readonly judge: (refusal: Refusal) => Promise<'keep' | 'again' | 'drop'>;
};

const MOST_COPIED = 1_000_000;

const steps = new Map<string, Step>([
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
]);

/** The grid as a person works in it: keyboard, mouse and clipboard, over what the view draws. */
export class SheetGrid {
  readonly view: GridView;
  private readonly editor = new CellEditor(() => {
    this.beginEdit(null);
  });
  private readonly bubble = element('div', {
    className: 'bubble',
    attributes: { role: 'note', hidden: '' },
  });
  private anchor: Place = { row: 1, column: 1 };
  /** The end of the selection that moves while Shift is held. */
  private far: Place = { row: 1, column: 1 };
  private shownSheet: Sheet | null = null;
  private listOpen = false;
  private shown: GridState['shown'];

  constructor(
    private readonly host: EmbeddedHost,
    private readonly gestures: Gestures,
    private readonly port: GridPort,
  ) {
    this.shown = shownCells(host.model, host.model.activeSheet, wholeSheet);
    const say = (message: keyof typeof workbenchMessages, params: Params): string =>
      fill(workbenchMessages[message], params, port.language());
    this.view = new GridView(() => ({
      grid: say('grid', { sheet: host.model.activeSheet.name }),
      corner: say('corner', {}),
      openList: say('openList', {}),
      filterButton: (column) => say('filterButton', { column }),
      fold: (folded, columns) => say(folded ? 'unfold' : 'fold', { columns }),
    }));
    this.view.overlay.append(this.editor.box, this.bubble);
    const { root } = this.view;
    root.addEventListener('keydown', (event) => {
      this.key(event);
    });
    root.addEventListener('pointerdown', (event) => {
      this.press(event);
    });
    root.addEventListener('dblclick', (event) => {
      if (event.target instanceof Element && event.target.closest('.cell'))
        this.beginEdit(this.input());
    });
    for (const kind of ['copy', 'cut'] as const)
      root.addEventListener(kind, (event) => {
        this.copy(event, kind === 'cut');
      });
    root.addEventListener('paste', (event) => {
      this.paste(event);
    });
  }

  /** Takes the keyboard. */
  focus(): void {
    this.editor.box.focus({ preventScroll: true });
  }

  get sheet(): Sheet {
    return this.host.model.activeSheet;
  }

  /** Draws the host's workbook as it is now, and follows its selection. */
  refresh(): void {
    const { selection } = this.host.model;
    const followed = selection.sheet === this.sheet && !sameArea(selection.area, this.area);
    const moved = this.shownSheet !== this.sheet || followed;
    if (moved) {
      const { top, left } = selection.area;
      this.anchor = { row: top, column: left };
      this.far = {
        row: Math.min(selection.area.bottom, LAST_ROW),
        column: Math.min(selection.area.right, LAST_COLUMN),
      };
    }
    this.shownSheet = this.sheet;
    this.shown = remembered(shownCells(this.host.model, this.sheet, wholeSheet));
    this.view.draw(this.state());
    if (moved) this.view.reveal(this.anchor);
    if (!this.editor.open) this.tell();
  }

  /** Selects the cells an address or a name stands for; false when there are none. */
  goTo(address: string): boolean {
    const { model } = this.host;
    const typed = readReference(
      model,
      address.includes('!') ? address : `${quoted(this.sheet)}!${address}`,
    );
    const table = model.allTables().find(({ name }) => sameName(name, address));
    const named = model.names.find(({ name }) => sameName(name, address));
    const target =
      typed ??
      (table && { sheet: table.sheet, area: table.area }) ??
      (named && readReference(model, named.formula));
    if (target?.sheet.visibility !== 'Visible') return false;
    this.host.select(target.sheet, target.area);
    this.refresh();
    this.focus();
    return true;
  }

  /** Begins or goes on with an edit of the active cell from the formula bar. */
  editFromBar(text: string): void {
    if (this.editor.open) this.editor.setText(text);
    else this.host.setCellEditing(true);
  }

  /** Ends an edit in the formula bar. */
  endBar(text: string, ending: Ending | 'cancel'): void {
    this.host.setCellEditing(false);
    if (ending === 'cancel') {
      this.tell();
      this.focus();
    } else void this.enter(text, ending);
  }

  /** What the active cell holds, as it is typed. */
  input(): string {
    const { formula, value } = this.sheet.grid.get(this.anchor.row, this.anchor.column);
    if (formula !== null) return formula;
    const { row, column } = this.anchor;
    const text = shownTextAt(this.host.model, this.sheet, row, column);
    if (typeof value !== 'number') return text;
    const { numberFormat } = styleAt(this.sheet, row, column);
    return /[dmy%]/i.test(numberFormat.replace(/General/i, ''))
      ? text
      : String(value).replace('.', this.host.model.culture.decimalSeparator);
  }

  /** Takes the last gesture back. */
  undo(): void {
    const undone = this.gestures.undo();
    if (!undone) {
      this.port.say('nothingToUndo');
      return;
    }
    const { sheet, area } = undone;
    this.host.select(sheet, area);
    this.port.say('undone');
  }

  private get area(): Area {
    const whole = (last: number, from: number, to: number): boolean => from === 1 && to === last;
    const area = areaBetween(this.sheet, this.anchor, this.far);
    const columns = whole(LAST_ROW, this.anchor.row, this.far.row);
    const rows = whole(LAST_COLUMN, this.anchor.column, this.far.column);
    if (!columns && !rows) return area;
    return {
      top: columns ? 1 : Math.min(this.anchor.row, this.far.row),
      bottom: columns ? LAST_ROW : Math.max(this.anchor.row, this.far.row),
      left: rows ? 1 : Math.min(this.anchor.column, this.far.column),
      right: rows ? LAST_COLUMN : Math.max(this.anchor.column, this.far.column),
    };
  }

  private state(): GridState {
    const active = topLeft(this.sheet, this.anchor);
    const { waiting } = this.gestures;
    const validation = validationAt(this.sheet, active);
    const hasList =
      validation !== null && choicesOf(this.host.model, this.sheet, validation) !== null;
    return {
      workbook: this.host.model,
      sheet: this.sheet,
      shown: this.shown,
      active,
      selection: this.area,
      copied: waiting?.sheet === this.sheet ? waiting.area : null,
      list: hasList ? active : null,
    };
  }

  private tell(): void {
    const area = this.area;
    this.port.selected(
      cellCount(area) === cellCount(cellAreaAt(this.sheet, this.anchor))
        ? areaAddress({ ...area, bottom: area.top, right: area.left })
        : areaAddress(area),
      this.input(),
    );
    this.rest();
    this.tellSums(area);
    const validation = validationAt(this.sheet, this.anchor);
    const prompt = validation && promptOf(validation);
    const comments = this.sheet.comments.filter((each) =>
      contains(each.area, cellArea(this.anchor.row, this.anchor.column)),
    );
    this.bubble.hidden = !prompt && comments.length === 0;
    if (this.bubble.hidden) return;
    this.bubble.replaceChildren(
      ...(prompt
        ? [
            element('p', {
              children: [element('strong', { text: prompt.title }), ` ${prompt.message}`],
            }),
          ]
        : []),
      ...comments.map(({ content }) => element('p', { text: content })),
    );
    const box = this.view.boxOf(this.anchor);
    const { offsetWidth: width, offsetHeight: height } = this.bubble;
    const { clientWidth, clientHeight } = this.view.overlay;
    const below = box.top + box.height + 4;
    const left = Math.min(box.left + Math.min(24, box.width), clientWidth - width - 4);
    const top = below + height > clientHeight ? box.top - height - 4 : below;
    this.bubble.style.left = `${Math.max(0, left)}px`;
    this.bubble.style.top = `${Math.max(0, top)}px`;
  }

  /** Count, sum and mean of the numbers in a selection of several cells, as Excel shows them. */
  private tellSums(area: Area): void {
    const used = cellCount(area) > 1 ? this.sheet.grid.used(area, true) : null;
    if (!used || cellCount(used) > MOST_COPIED) return;
    const numbers = this.sheet.grid
      .within(used)
      .flatMap(({ cell: { value } }) => (typeof value === 'number' ? [value] : []));
    if (numbers.length < 2) return;
    const sum = numbers.reduce((all, each) => all + each, 0);
    const mean = sum / numbers.length;
    this.port.say('aggregate', { count: numbers.length, sum, mean });
  }

  /** The box for typing waits at the active cell, and says what the cell holds. */
  private rest(): void {
    const { row, column } = topLeft(this.sheet, this.anchor);
    const text = shownTextAt(this.host.model, this.sheet, row, column);
    this.editor.rest(this.view.boxOf({ row, column }), {
      label: `${columnLetters(column)}${row} ${text}`.trim(),
      id: cellId({ row, column }),
    });
  }

  private moveTo(to: Place, extend: boolean): void {
    if (extend) this.far = to;
    else {
      this.anchor = topLeft(this.sheet, to);
      this.far = this.anchor;
    }
    this.host.model.selection = { sheet: this.sheet, area: this.area };
    this.view.select(this.state());
    this.view.reveal(extend ? this.far : this.anchor);
    this.tell();
  }

  private key(event: KeyboardEvent): void {
    if (this.editor.open || this.listOpen || event.defaultPrevented) return;
    if (event.isComposing) return;
    const act = this.actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private actionOf(event: KeyboardEvent): (() => void) | null {
    const { shiftKey: shift, key } = event;
    const control = event.ctrlKey || event.metaKey;
    const from = shift ? this.far : this.anchor;
    const step = steps.get(key);
    if (step && event.altKey && key === 'ArrowDown') return () => void this.openHere();
    if (step)
      return () => {
        const go = control ? jumpFrom : stepFrom;
        this.moveTo(go(this.sheet, this.view.layout, from, step), shift);
      };
    const move =
      (to: () => Place, extend = shift) =>
      () => {
        this.moveTo(to(), extend);
      };
    const page = this.view.pageRows;
    switch (key) {
      case 'Enter':
        return move(() => this.step(shift ? -1 : 1, 0), false);
      case 'Tab':
        return move(() => this.step(0, shift ? -1 : 1), false);
      case 'Home':
        return move(() => this.home(from, control));
      case 'End':
        return control ? move(() => this.lastUsed()) : null;
      case 'PageDown':
        return control ? this.sheetStep(1) : move(() => this.within(from.row + page, from.column));
      case 'PageUp':
        return control ? this.sheetStep(-1) : move(() => this.within(from.row - page, from.column));
      case 'F2':
        return () => {
          this.beginEdit(this.input());
        };
      case 'Delete':
      case 'Backspace':
        return () => {
          this.clear();
        };
      case 'Escape':
        return () => {
          this.gestures.dropCopy();
          this.view.select(this.state());
        };
    }
    if (control && key.toLowerCase() === 'z')
      return () => {
        this.undo();
      };
    if (control && key.toLowerCase() === 'a')
      return () => {
        this.anchor = { row: 1, column: 1 };
        this.moveTo(this.lastUsed(), true);
      };
    return null;
  }

  private step(rows: number, columns: number): Place {
    return stepFrom(this.sheet, this.view.layout, this.anchor, { rows, columns });
  }

  private within(row: number, column: number): Place {
    const { rows } = this.view.layout;
    let at = Math.min(Math.max(row, 1), rows.count);
    while (at > 1 && rows.size(at) === 0) at--;
    return { row: at, column };
  }

  /** The first column that scrolls; with Ctrl the first cell that does. */
  private home(from: Place, control: boolean): Place {
    const { frozen } = this.sheet;
    const column = from.column > frozen.columns + 1 || control ? frozen.columns + 1 : 1;
    const first = { row: control ? frozen.rows + 1 : from.row, column };
    return this.view.layout.columns.size(column) > 0
      ? first
      : stepFrom(this.sheet, this.view.layout, first, { rows: 0, columns: 1 });
  }

  private lastUsed(): Place {
    const used = this.sheet.grid.used(wholeSheet, true);
    return { row: used?.bottom ?? 1, column: used?.right ?? 1 };
  }

  private sheetStep(by: number): () => void {
    return () => {
      const shown = this.host.model.sheets.filter(({ visibility }) => visibility === 'Visible');
      const next = shown[shown.indexOf(this.sheet) + by];
      if (!next) return;
      this.host.select(next, { top: 1, left: 1, bottom: 1, right: 1 });
    };
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const { target } = event;
    if (this.editor.box.contains(target)) return;
    if (this.editor.open) this.editor.commit('stay');
    const button = target.closest('button');
    if (button instanceof HTMLElement) {
      this.pressButton(button);
      event.preventDefault();
      return;
    }
    if (!target.closest('.cell, .head, .corner')) return;
    event.preventDefault();
    this.focus();
    const at = this.view.placeAt(event.clientX, event.clientY);
    const whole = { row: at.row === 0, column: at.column === 0 };
    const first = { row: Math.max(1, at.row), column: Math.max(1, at.column) };
    const last = {
      row: whole.row ? LAST_ROW : first.row,
      column: whole.column ? LAST_COLUMN : first.column,
    };
    if (whole.row || whole.column) {
      if (!event.shiftKey) this.anchor = first;
      this.far = last;
      this.moveTo(this.far, true);
      return;
    }
    this.moveTo(first, event.shiftKey);
    if (target.closest('.link')) this.followLink(first);
    const drag = (moved: PointerEvent): void => {
      const to = this.view.placeAt(moved.clientX, moved.clientY);
      const place = { row: Math.max(1, to.row), column: Math.max(1, to.column) };
      if (!samePlace(place, this.far)) this.moveTo(place, true);
    };
    const { root } = this.view;
    root.setPointerCapture(event.pointerId);
    root.addEventListener('pointermove', drag);
    root.addEventListener(
      'pointerup',
      () => {
        root.removeEventListener('pointermove', drag);
      },
      { once: true },
    );
  }

  /** Goes where a cell's link leads inside the workbook. */
  private followLink(at: Place): void {
    const { row, column } = topLeft(this.sheet, at);
    const link = this.sheet.grid.get(row, column).link;
    if (link && link.documentReference !== '') this.goTo(link.documentReference);
  }

  private pressButton(button: HTMLElement): void {
    const { table, column, first, last } = button.dataset;
    if (button.classList.contains('open-list')) void this.openList();
    else if (table !== undefined && column !== undefined)
      void this.openFilter(table, Number(column), button);
    else if (first !== undefined && last !== undefined) {
      const hidden = button.getAttribute('aria-expanded') === 'true';
      const letters = `${columnLetters(Number(first))}:${columnLetters(Number(last))}`;
      this.host.format(this.sheet.name, letters, { hidden });
    }
  }

  private beginEdit(text: string | null): void {
    const at = topLeft(this.sheet, this.anchor);
    const style = styleAt(this.sheet, at.row, at.column);
    this.view.reveal(at);
    this.bubble.hidden = true;
    this.host.setCellEditing(true);
    this.editor.begin(
      text,
      this.view.boxOf(at),
      {
        label: fill(
          workbenchMessages.editor,
          { cell: `${columnLetters(at.column)}${at.row}` },
          this.port.language(),
        ),
        font: fontOf(style),
      },
      {
        typed: (now) => {
          this.port.typing(now);
        },
        commit: (now, ending) => {
          this.host.setCellEditing(false);
          void this.enter(now, ending);
        },
        cancel: () => {
          this.host.setCellEditing(false);
          this.tell();
          this.focus();
        },
      },
    );
  }

  /** Keeps what was typed, after its cell's rule was asked, and moves on. */
  private async enter(text: string, ending: Ending): Promise<void> {
    const { sheet } = this;
    const at = topLeft(sheet, this.anchor);
    if (ending !== 'stay') this.focus();
    if (text !== this.input()) {
      const refusal = refusalOf(this.host.model, sheet, at, text);
      const verdict = refusal ? await this.port.judge(refusal) : 'keep';
      if (verdict === 'again') {
        this.beginEdit(text);
        this.editor.again();
        return;
      }
      if (verdict === 'keep') {
        const area = { top: at.row, left: at.column, bottom: at.row, right: at.column };
        const done = this.gestures.type(sheet, area, [[inputFor(text, this.host.model.culture)]]);
        if (!done.ok) this.port.say('hostRefused', { reason: done.reason });
      }
    }
    if (this.sheet !== sheet || ending === 'stay') this.tell();
    else this.moveTo(stepFrom(sheet, this.view.layout, at, ending), false);
    if (ending !== 'stay') this.focus();
  }

  private clear(): void {
    const used = this.sheet.grid.used(this.area, false);
    if (!used) return;
    const done = this.gestures.clear(this.sheet, used);
    if (!done.ok) this.port.say('hostRefused', { reason: done.reason });
  }

  /** The list of the active cell, or the filter of a table's header. */
  private openHere(): Promise<void> {
    const button = document.getElementById(cellId(this.anchor))?.querySelector('.filter');
    if (!(button instanceof HTMLElement)) return this.openList();
    return this.openFilter(button.dataset['table'] ?? '', this.anchor.column, button);
  }

  private async openList(): Promise<void> {
    const at = topLeft(this.sheet, this.anchor);
    const validation = validationAt(this.sheet, at);
    const choices = validation && choicesOf(this.host.model, this.sheet, validation);
    if (!choices) return;
    const box = this.view.boxOf(at);
    this.listOpen = true;
    this.bubble.hidden = true;
    const taken = await pickFromList(
      this.view.overlay,
      { left: box.left, top: box.top + box.height, width: box.width },
      fill(
        workbenchMessages.choose,
        { cell: `${columnLetters(at.column)}${at.row}` },
        this.port.language(),
      ),
      choices,
      this.input(),
    );
    this.listOpen = false;
    this.focus();
    const choice = taken === null ? undefined : choices[taken];
    if (choice !== undefined) {
      const area = { top: at.row, left: at.column, bottom: at.row, right: at.column };
      const done = this.gestures.type(this.sheet, area, [
        [inputFor(choice, this.host.model.culture)],
      ]);
      if (!done.ok) this.port.say('hostRefused', { reason: done.reason });
    }
    this.tell();
  }

  private async openFilter(name: string, column: number, button: HTMLElement): Promise<void> {
    const table = this.sheet.tables.find((each) => each.name === name);
    if (!table) return;
    this.listOpen = true;
    const chosen = await chooseFilter(
      this.view.overlay,
      button,
      filterChoices(this.host.model, table, column),
      this.port.language(),
    );
    this.listOpen = false;
    this.focus();
    if (!chosen) return;
    const header = shownTextAt(this.host.model, this.sheet, table.area.top, column);
    const done =
      chosen.kind === 'sort'
        ? this.gestures.sort(table, header, chosen.ascending)
        : this.gestures.filter(table, header, chosen.values);
    if (!done.ok) this.port.say('hostRefused', { reason: done.reason });
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    if (this.editor.open || !event.clipboardData) return;
    const { sheet } = this;
    const used = sheet.grid.used(wholeSheet, false);
    const { top, left, bottom, right } = this.area;
    const area = {
      top,
      left,
      bottom: Math.max(top, Math.min(bottom, used?.bottom ?? top)),
      right: Math.max(left, Math.min(right, used?.right ?? left)),
    };
    if (cellCount(area) > MOST_COPIED) return;
    event.preventDefault();
    const rows: string[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: string[] = [];
      for (let column = area.left; column <= area.right; column++)
        line.push(shownTextAt(this.host.model, sheet, row, column));
      rows.push(line);
    }
    const text = writeTsv(rows);
    event.clipboardData.setData('text/plain', text);
    this.gestures.copy(sheet, area, text, cut);
    this.view.select(this.state());
  }

  private paste(event: ClipboardEvent): void {
    if (this.editor.open || !event.clipboardData) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    const rows = readTsv(text).map((row) =>
      row.map((cell) => inputFor(cell, this.host.model.culture)),
    );
    const looks = event.clipboardData.types.includes('text/html');
    const done = this.gestures.paste(this.sheet, this.area, text, rows, looks);
    if (!done.ok) {
      this.port.say('hostRefused', { reason: done.reason });
      return;
    }
    this.anchor = { row: done.area.top, column: done.area.left };
    this.moveTo({ row: done.area.bottom, column: done.area.right }, true);
  }
}

function quoted({ name }: Sheet): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Asks once a cell: its neighbours ask for it too. */
function remembered(shown: GridState['shown']): GridState['shown'] {
  const known = new Map<number, ShownCell>();
  return (row, column) => {
    const key = row * (LAST_COLUMN + 1) + column;
    const found = known.get(key) ?? shown(row, column);
    known.set(key, found);
    return found;
  };
}
