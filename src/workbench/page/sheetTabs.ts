import type { Sheet, Workbook } from '../host/model/workbook';
import { element } from './dom';

/** The tabs of the visible sheets; arrow keys walk them. */
export class SheetTabs {
  readonly root = element('div', { className: 'tabs', attributes: { role: 'tablist' } });

  constructor(
    label: string,
    private readonly choose: (sheet: Sheet) => void,
  ) {
    this.root.setAttribute('aria-label', label);
  }

  draw(workbook: Workbook): void {
    const shown = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
    const focused = this.root.contains(document.activeElement);
    this.root.replaceChildren(
      ...shown.map((sheet, index) => this.tab(sheet, index, shown, workbook)),
    );
    if (focused) this.root.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  private tab(
    sheet: Sheet,
    index: number,
    shown: readonly Sheet[],
    workbook: Workbook,
  ): HTMLElement {
    const active = sheet === workbook.activeSheet;
    const made = element('button', {
      className: 'tab',
      text: sheet.name,
      attributes: {
        type: 'button',
        role: 'tab',
        'aria-selected': String(active),
        tabindex: active ? '0' : '-1',
      },
    });
    if (sheet.tabColor !== '') made.style.setProperty('--tab-color', sheet.tabColor);
    made.addEventListener('click', () => {
      this.choose(sheet);
    });
    made.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const next = shown[(index + by + shown.length) % shown.length];
      if (by === 0 || !next) return;
      event.preventDefault();
      this.choose(next);
    });
    return made;
  }
}
