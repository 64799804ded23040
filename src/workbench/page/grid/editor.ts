import { element, place } from '../dom';

/** What ends an edit: where the selection goes then, as rows and columns. */
export type Ending = { readonly rows: number; readonly columns: number } | 'stay';

/** What an edit tells whoever began it. */
export type EditorPort = {
  /** The text changed. */
  readonly typed: (text: string) => void;
  /** The person is done; false keeps the editor open. */
  readonly commit: (text: string, ending: Ending) => boolean;
  readonly cancel: () => void;
};

const arrows = new Map<string, Ending>([
  ['ArrowUp', { rows: -1, columns: 0 }],
  ['ArrowDown', { rows: 1, columns: 0 }],
  ['ArrowLeft', { rows: 0, columns: -1 }],
  ['ArrowRight', { rows: 0, columns: 1 }],
]);

/** The box a cell is typed in: over the cell, growing with its text. */
export class CellEditor {
  readonly box = element('textarea', {
    className: 'editor',
    attributes: { rows: '1', spellcheck: 'false', autocomplete: 'off', hidden: '' },
  });
  private port: EditorPort | null = null;
  /** Begun by typing over: arrow keys then end it, as in Excel. */
  private quick = false;

  constructor() {
    this.box.addEventListener('input', () => {
      this.grow();
      this.port?.typed(this.box.value);
    });
    this.box.addEventListener('keydown', (event) => {
      this.key(event);
    });
    this.box.addEventListener('blur', () => {
      if (this.port) this.commit('stay');
    });
  }

  get open(): boolean {
    return this.port !== null;
  }

  /**
   * Begins an edit with a text. With `quick` the first key typed follows by itself: the box has
   * the focus when the key arrives, which is what input methods for Vietnamese need.
   */
  begin(
    text: string,
    where: { left: number; top: number; width: number; height: number },
    look: { readonly label: string; readonly font: string; readonly quick: boolean },
    port: EditorPort,
  ): void {
    this.port = port;
    this.quick = look.quick;
    this.box.hidden = false;
    this.box.value = text;
    this.box.setAttribute('aria-label', look.label);
    this.box.style.font = look.font;
    this.box.style.minWidth = `${where.width + 1}px`;
    this.box.style.minHeight = `${where.height + 1}px`;
    place(this.box, { ...where, width: where.width + 1, height: where.height + 1 });
    this.box.focus({ preventScroll: true });
    this.box.setSelectionRange(text.length, text.length);
    this.grow();
  }

  /** Another place shows the same edit: takes its text over. */
  setText(text: string): void {
    this.box.value = text;
    this.grow();
  }

  /** Ends the edit and keeps the text; false when it was refused and goes on. */
  commit(ending: Ending): boolean {
    const { port } = this;
    if (!port) return true;
    this.port = null;
    if (!port.commit(this.box.value, ending)) {
      this.port = port;
      return false;
    }
    this.box.hidden = true;
    return true;
  }

  /** Ends the edit and forgets the text. */
  cancel(): void {
    const { port } = this;
    this.port = null;
    this.box.hidden = true;
    port?.cancel();
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
