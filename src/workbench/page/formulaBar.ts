import { element } from './dom';
import type { Ending } from './grid/editor';

/** What the bar over the grid tells: a place to go to, or an edit of the active cell. */
export type FormulaBarPort = {
  readonly goTo: (address: string) => void;
  readonly edit: (text: string) => void;
  readonly end: (text: string, ending: Ending | 'cancel') => void;
};

/** The name box and the formula bar. */
export class FormulaBar {
  readonly root: HTMLElement;
  private readonly name: HTMLInputElement;
  private readonly input: HTMLInputElement;
  private address = '';
  private before = '';
  private editing = false;

  constructor(
    labels: { readonly nameBox: string; readonly formulaBar: string },
    port: FormulaBarPort,
  ) {
    const box = (className: string, label: string): HTMLInputElement =>
      element('input', {
        className,
        attributes: { type: 'text', 'aria-label': label, spellcheck: 'false', autocomplete: 'off' },
      });
    this.name = box('name-box', labels.nameBox);
    this.input = box('formula', labels.formulaBar);
    this.root = element('div', { className: 'formula-bar', children: [this.name, this.input] });
    this.name.addEventListener('focus', () => {
      this.name.select();
    });
    this.name.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        // Else the key would go on to whatever has the focus by then.
        event.preventDefault();
        port.goTo(this.name.value.trim());
      } else if (event.key === 'Escape') this.name.value = this.address;
    });
    this.name.addEventListener('blur', () => {
      this.name.value = this.address;
    });
    this.input.addEventListener('focus', () => {
      this.editing = true;
      this.before = this.input.value;
      port.edit(this.input.value);
    });
    const end = (ending: Ending | 'cancel'): void => {
      if (!this.editing) return;
      this.editing = false;
      if (ending === 'cancel') this.input.value = this.before;
      port.end(this.input.value, ending);
    };
    this.input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const back = event.shiftKey ? -1 : 1;
      if (event.key === 'Enter') end({ rows: back, columns: 0 });
      else if (event.key === 'Tab') end({ rows: 0, columns: back });
      else if (event.key === 'Escape') end('cancel');
      else return;
      event.preventDefault();
    });
    this.input.addEventListener('blur', () => {
      end('stay');
    });
  }

  /** Shows another selection; what is being typed here stays. */
  show(address: string, input: string): void {
    this.address = address;
    if (document.activeElement !== this.name) this.name.value = address;
    if (!this.editing) this.input.value = input;
  }

  /** Shows what is being typed in the cell. */
  typing(text: string): void {
    this.input.value = text;
  }
}
