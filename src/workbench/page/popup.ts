import { element } from './dom';

/**
 * A list that opens at a cell: arrow keys and the first letters walk it, Enter takes a line, Esc
 * or a click elsewhere closes it. Resolves with the index taken, or null.
 */
export function pickFromList(
  parent: HTMLElement,
  where: { readonly left: number; readonly top: number; readonly width: number },
  label: string,
  choices: readonly string[],
  current: string,
): Promise<number | null> {
  return new Promise((done) => {
    const options = choices.map((text, index) =>
      element('div', {
        className: 'option',
        text: text === '' ? '\u00a0' : text,
        attributes: { role: 'option', id: `choice-${index}`, 'aria-selected': 'false' },
      }),
    );
    const list = element('div', {
      className: 'list',
      attributes: { role: 'listbox', tabindex: '-1', 'aria-label': label },
      children: options,
    });
    let at = Math.max(0, choices.indexOf(current));
    let closed = false;
    const close = (taken: number | null): void => {
      if (closed) return;
      closed = true;
      list.remove();
      done(taken);
    };
    const show = (index: number): void => {
      options[at]?.setAttribute('aria-selected', 'false');
      at = Math.min(Math.max(index, 0), options.length - 1);
      options[at]?.setAttribute('aria-selected', 'true');
      options[at]?.scrollIntoView({ block: 'nearest' });
      list.setAttribute('aria-activedescendant', `choice-${at}`);
    };
    const byKey = new Map<string, () => void>([
      [
        'ArrowDown',
        () => {
          show(at + 1);
        },
      ],
      [
        'ArrowUp',
        () => {
          show(at - 1);
        },
      ],
      [
        'Home',
        () => {
          show(0);
        },
      ],
      [
        'End',
        () => {
          show(options.length - 1);
        },
      ],
      [
        'Enter',
        () => {
          close(at);
        },
      ],
      [
        'Tab',
        () => {
          close(at);
        },
      ],
      [
        'Escape',
        () => {
          close(null);
        },
      ],
    ]);
    list.addEventListener('keydown', (event) => {
      event.stopPropagation();
      const act = byKey.get(event.key);
      if (act) {
        event.preventDefault();
        act();
      } else if (event.key.length === 1) {
        const key = event.key.toLowerCase();
        const from = [...choices.keys()].map((_, step) => (at + 1 + step) % choices.length);
        const found = from.find((index) => choices[index]?.toLowerCase().startsWith(key));
        if (found !== undefined) show(found);
      }
    });
    list.addEventListener('blur', () => {
      close(null);
    });
    for (const [index, option] of options.entries())
      option.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        close(index);
      });
    list.style.left = `${where.left}px`;
    list.style.minWidth = `${where.width}px`;
    parent.append(list);
    const room = parent.clientHeight - where.top;
    const height = list.offsetHeight;
    list.style.top = `${room < height ? Math.max(0, parent.clientHeight - height) : where.top}px`;
    list.focus({ preventScroll: true });
    show(at);
  });
}

/** Asks a question in a dialogue; resolves with the index of the button pressed, null for Esc. */
export function ask(
  title: string,
  text: string,
  buttons: readonly string[],
): Promise<number | null> {
  return new Promise((done) => {
    const dialog = element('dialog', {
      attributes: { 'aria-labelledby': 'question', 'aria-describedby': 'question-text' },
      children: [
        element('h2', { text: title, attributes: { id: 'question' } }),
        element('p', { text, attributes: { id: 'question-text' } }),
      ],
    });
    // At once, not when the closing is told: the next key is typed by whoever asked.
    const answer = (index: number | null): void => {
      dialog.remove();
      done(index);
    };
    const row = element('div', { className: 'buttons' });
    for (const [index, label] of buttons.entries()) {
      const button = element('button', { text: label, attributes: { type: 'button' } });
      button.addEventListener('click', () => {
        dialog.close();
        answer(index);
      });
      row.append(button);
    }
    dialog.append(row);
    dialog.addEventListener('close', () => {
      answer(null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
