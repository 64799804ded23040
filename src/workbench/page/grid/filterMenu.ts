import { fill, type Language, type Params } from '../../../messages/language';
import { workbenchMessages } from '../../../messages/workbench';
import { shownTextAt } from '../../host/model/shownCells';
import { shownText } from '../../host/model/shown';
import { styleAt, type Table, type Workbook } from '../../host/model/workbook';
import { element } from '../dom';

/** What a column can be filtered to: the text the host compares, and what people read. */
export type FilterChoices = {
  readonly column: string;
  readonly filtered: boolean;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
};

/** What a person chose in the menu of a column; null values take the filter away. */
export type FilterAnswer =
  | { readonly kind: 'sort'; readonly ascending: boolean }
  | { readonly kind: 'filter'; readonly values: readonly string[] | null };

/** The different texts of a table's column, sorted, and which of them are shown. */
export function filterChoices(workbook: Workbook, table: Table, column: number): FilterChoices {
  const { sheet, area } = table;
  const filter = table.filters.get(column - area.left);
  const wanted =
    filter?.filterOn === 'Values' ? new Set(filter.values.map((each) => each.toLowerCase())) : null;
  const found = new Map<string, string>();
  for (let row = area.top + 1; row <= area.bottom; row++) {
    const cell = sheet.grid.get(row, column);
    const value = shownText(cell.value, styleAt(sheet, row, column, cell).numberFormat);
    if (!found.has(value)) found.set(value, shownTextAt(workbook, sheet, row, column));
  }
  const order = new Intl.Collator(workbook.culture.name, { numeric: true });
  return {
    column: shownTextAt(workbook, sheet, area.top, column),
    filtered: filter !== undefined,
    choices: [...found]
      .sort(([, a], [, b]) => order.compare(a, b))
      .map(([value, label]) => ({
        value,
        label,
        chosen: wanted?.has(value.toLowerCase()) ?? true,
      })),
  };
}

/** Opens the menu of a column at its button; resolves with what was chosen, null for nothing. */
export function chooseFilter(
  parent: HTMLElement,
  button: HTMLElement,
  { column, filtered, choices }: FilterChoices,
  language: Language,
): Promise<FilterAnswer | null> {
  const say = (message: keyof typeof workbenchMessages, params: Params = {}): string =>
    fill(workbenchMessages[message], params, language);
  return new Promise((done) => {
    let closed = false;
    const close = (answer: FilterAnswer | null): void => {
      if (closed) return;
      closed = true;
      menu.remove();
      done(answer);
    };
    const press = (label: string, answer: () => FilterAnswer | null): HTMLButtonElement => {
      const made = element('button', { text: label, attributes: { type: 'button' } });
      made.addEventListener('click', () => {
        close(answer());
      });
      return made;
    };
    const tick = (label: string, checked: boolean): HTMLInputElement => {
      const made = element('input', { attributes: { type: 'checkbox', 'aria-label': label } });
      made.checked = checked;
      return made;
    };
    const line = (box: HTMLInputElement, label: string): HTMLElement =>
      element('label', { children: [box, label] });
    const ticks = choices.map(({ label, chosen }) =>
      tick(label === '' ? say('empty') : label, chosen),
    );
    const all = tick(
      say('all'),
      ticks.every(({ checked }) => checked),
    );
    all.addEventListener('change', () => {
      for (const each of ticks) each.checked = all.checked;
    });
    const chosen = (): FilterAnswer | null => {
      const values = choices.flatMap(({ value }, index) => (ticks[index]?.checked ? [value] : []));
      if (values.length === 0) return null;
      return { kind: 'filter', values: values.length === choices.length ? null : values };
    };
    const clear = press(say('noFilter'), () => ({ kind: 'filter', values: null }));
    clear.disabled = !filtered;
    const menu = element('div', {
      className: 'filter-menu',
      attributes: {
        role: 'dialog',
        tabindex: '-1',
        'aria-label': say('filterMenu', { column }),
      },
      children: [
        press(say('ascending'), () => ({ kind: 'sort', ascending: true })),
        press(say('descending'), () => ({ kind: 'sort', ascending: false })),
        clear,
        element('div', {
          className: 'ticks',
          children: [
            line(all, say('all')),
            ...choices.map(({ label }, index) => {
              const box = ticks[index];
              return box ? line(box, label === '' ? say('empty') : label) : '';
            }),
          ],
        }),
        element('div', {
          className: 'buttons',
          children: [press(say('apply'), chosen), press(say('drop'), () => null)],
        }),
      ],
    });
    menu.addEventListener('keydown', (event) => {
      event.stopPropagation();
      const applied = event.key === 'Enter' && event.target instanceof HTMLInputElement;
      if (!applied && event.key !== 'Escape') return;
      event.preventDefault();
      close(applied ? chosen() : null);
    });
    menu.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
    });
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && menu.contains(relatedTarget)) && document.hasFocus())
        setTimeout(() => {
          if (!menu.contains(document.activeElement)) close(null);
        });
    });
    const [box, around] = [button.getBoundingClientRect(), parent.getBoundingClientRect()];
    parent.append(menu);
    menu.style.left = `${Math.max(0, Math.min(box.right - around.left - 200, around.width - menu.offsetWidth))}px`;
    menu.style.top = `${box.bottom - around.top}px`;
    menu.style.maxHeight = `${Math.max(160, around.bottom - box.bottom - 8)}px`;
    (menu.querySelector('button') ?? menu).focus({ preventScroll: true });
  });
}
