import { element, place } from '../dom';

/** What ends an edit: where the selection goes then, as rows and columns. */
export type Ending = { readonly rows: number; readonly columns: number } | 'stay';

/** What an edit tells whoever began it. */
export type EditorPort = {
  /** The text changed. */
  readonly typed: (text: string) => void;
  readonly commit: (text: string, ending: Ending) => void;
  readonly cancel: () => void;
};

const arrows = new Map<string, Ending>([
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
]);

/**
 * The box a cell is typed in: over the cell, growing with its text. It has the focus all the time
 * a person works in the grid, unseen while nothing is typed, because an input method composes
 * Vietnamese letters only in a box that has the focus before their first key.
 */
export class CellEditor {
  readonly box = element('textarea', {
    className: 'editor idle',
    attributes: { rows: '1', spellcheck: 'false', autocomplete: 'off', 'aria-controls': 'cells' },
  });
  private port: EditorPort | null = null;
  /** Begun by typing over: arrow keys then end it, as in Excel. */
  private quick = false;

  /** `began` is called when a person types into the box while no edit is open. */
  constructor(began: () => void) {
    this.box.addEventListener('compositionstart', () => {
      if (!this.port) began();
    });
    this.box.addEventListener('input', () => {
      if (!this.port) began();
      this.grow();
      this.port?.typed(this.box.value);
    });
    this.box.addEventListener('keydown', (event) => {
      if (this.port) this.key(event);
    });
    this.box.addEventListener('blur', () => {
      if (this.port) this.commit('stay');
    });
  }

  get open(): boolean {
    return this.port !== null;
  }

  /** Waits, unseen, at a cell: `label` is what is read of it, `id` its element's. */
  rest(
    where: { readonly left: number; readonly top: number },
    { label, id }: { readonly label: string; readonly id: string },
  ): void {
    if (this.port) return;
    place(this.box, { left: where.left, top: where.top, width: 1, height: 1 });
    this.box.setAttribute('aria-label', label);
    if (document.getElementById(id)) this.box.setAttribute('aria-activedescendant', id);
    else this.box.removeAttribute('aria-activedescendant');
  }

  /** Begins an edit with a text; null goes on with what a person has typed over the cell. */
  begin(
    text: string | null,
    where: { left: number; top: number; width: number; height: number },
    look: { readonly label: string; readonly font: string },
    port: EditorPort,
  ): void {
    this.port = port;
    this.quick = text === null;
    this.box.classList.remove('idle');
    this.box.removeAttribute('aria-activedescendant');
    this.box.setAttribute('aria-label', look.label);
    this.box.style.font = look.font;
    this.box.style.minWidth = `${where.width + 1}px`;
    this.box.style.minHeight = `${where.height + 1}px`;
    place(this.box, { ...where, width: where.width + 1, height: where.height + 1 });
    if (text !== null) {
      this.box.value = text;
      this.box.focus({ preventScroll: true });
      this.box.setSelectionRange(text.length, text.length);
    }
    this.grow();
  }

  /** Another place shows the same edit: takes its text over. */
  setText(text: string): void {
    this.box.value = text;
    this.grow();
  }

  /** Ends the edit and gives the text to whoever began it. */
  commit(ending: Ending): void {
    const { port } = this;
    if (!port) return;
    this.port = null;
    const text = this.box.value;
    this.hide();
    port.commit(text, ending);
  }

  /** Ends the edit and forgets the text. */
  cancel(): void {
    const { port } = this;
    this.port = null;
    this.hide();
    port?.cancel();
  }

  private hide(): void {
    this.box.value = '';
    this.box.classList.add('idle');
    this.box.style.minWidth = '';
    this.box.style.minHeight = '';
  }

  /** Back to typing after a refusal, with all of the text selected. */
  again(): void {
    this.quick = false;
    this.box.focus({ preventScroll: true });
    this.box.select();
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const ending = this.endingOf(event);
    if (ending === null) return;
    event.preventDefault();
    if (ending === 'cancel') this.cancel();
    else if (ending === 'newline') {
      this.box.setRangeText('\n', this.box.selectionStart, this.box.selectionEnd, 'end');
      this.grow();
    } else if (ending === 'caret') this.quick = false;
    else this.commit(ending);
  }

  private endingOf(event: KeyboardEvent): Ending | 'cancel' | 'newline' | 'caret' | null {
    const back = event.shiftKey ? -1 : 1;
    switch (event.key) {
      case 'Enter':
        return event.altKey ? 'newline' : { rows: back, columns: 0 };
      case 'Tab':
        return { rows: 0, columns: back };
      case 'Escape':
        return 'cancel';
      case 'F2':
        return 'caret';
      default:
        return this.quick ? (arrows.get(event.key) ?? null) : null;
    }
  }

  private grow(): void {
    this.box.style.height = '0';
    this.box.style.width = '0';
    this.box.style.height = `${this.box.scrollHeight}px`;
    this.box.style.width = `${this.box.scrollWidth + 4}px`;
  }
}
