import * as ironCalc from '@ironcalc/wasm';
import { makeDate, type IsoDate } from '../../domain/dates';
import { describeFailure } from '../../messages/failures';
import { fill, type Language, type Params } from '../../messages/language';
import { describeOfficeFailure } from '../../messages/office';
import { workbenchMessages } from '../../messages/workbench';
import type { LiveFailure } from '../../app/ports';
import { ironCalculator } from '../host/calculator';
import { createHost, type EmbeddedHost } from '../host/host';
import type { Culture } from '../host/model/workbook';
import { element } from './dom';
import { FormulaBar } from './formulaBar';
import { Gestures } from './gestures';
import { SheetGrid } from './grid/sheetGrid';
import { Pane } from './pane';
import { loadSample } from './plans';
import { paneWidths, toolbar } from './toolbar';
import { SheetTabs } from './sheetTabs';

const vietnamese: Culture = {
  name: 'vi-VN',
  decimalSeparator: ',',
  groupSeparator: '.',
  dateSeparator: '/',
  shortDatePattern: 'dd/MM/yyyy',
};

function today(): IsoDate {
  const now = new Date();
  const date = makeDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (date === null) throw new Error('The clock is no day.');
  return date;
}

/** Calls a function once for all the times it was asked for within a frame. */
function oncePerFrame(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}

function wordsOf(failure: LiveFailure, language: Language): string {
  return 'undone' in failure
    ? describeOfficeFailure(failure, language)
    : describeFailure(failure, language);
}

async function start(): Promise<void> {
  let language: Language = 'vi';
  const say = (message: keyof typeof workbenchMessages, params: Params = {}): string =>
    fill(workbenchMessages[message], params, language);
  const status = element('output', { className: 'status', attributes: { 'aria-live': 'polite' } });
  const tell = (message: keyof typeof workbenchMessages, params: Params = {}): void => {
    status.textContent = say(message, params);
  };

  const wasm = new Uint8Array(await (await fetch('wasm_bg.wasm')).arrayBuffer());
  let changed = (): void => undefined;
  const host = createHost({
    culture: vietnamese,
    calculator: ironCalculator(ironCalc, wasm),
    changed: () => {
      changed();
    },
  });
  const gestures = new Gestures(host);
  const pane = new Pane(host, () => language);
  const bar = new FormulaBar(
    { nameBox: say('nameBox'), formulaBar: say('formulaBar') },
    {
      goTo: (address) => {
        if (!grid.goTo(address)) tell('noPlace', { name: address });
      },
      edit: (text) => {
        grid.editFromBar(text);
      },
      end: (text, ending) => {
        grid.endBar(text, ending);
      },
    },
  );
  const grid = new SheetGrid(host, gestures, {
    language: () => language,
    selected: (address, input) => {
      bar.show(address, input);
    },
    typing: (text) => {
      bar.typing(text);
    },
    say: tell,
    judge: () => Promise.resolve('keep'),
    openFilter: () => undefined,
  });
  const tabs = new SheetTabs(say('sheets'), (sheet) => {
    host.select(sheet, { top: 1, left: 1, bottom: 1, right: 1 });
  });
  const redraw = oncePerFrame(() => {
    grid.refresh();
    tabs.draw(host.model);
  });
  changed = () => {
    if (!gestures.running) gestures.forget();
    redraw();
  };

  const top = element('header');
  const drawToolbar = (): void => {
    top.replaceChildren(
      toolbar(language, {
        openFile: (file) => void openFile(host, file, tell),
        save: () => void save(host, tell),
        blank: () => {
          host.openBlank();
          tell('blank');
        },
        plan: (file, place) =>
          void pane.connected.then(async () => {
            tell('loading', { file: place });
            const { contentWindow } = pane.frame;
            if (!contentWindow) return;
            const done = await loadSample(contentWindow, file, today());
            if (done.ok) tell('loaded', { plan: place });
            else tell('notOpened', { file: place, reason: wordsOf(done.error, language) });
          }),
        undo: () => {
          grid.undo();
        },
        theme: (theme) => {
          document.documentElement.dataset['theme'] = theme;
          pane.setTheme(theme);
        },
        width: (pixels) => {
          pane.setWidth(pixels);
        },
        language: (chosen) => {
          language = chosen;
          document.documentElement.lang = chosen;
          drawToolbar();
          pane.frame.contentWindow?.location.reload();
          redraw();
        },
        togglePane: () => {
          pane.show(pane.frame.hidden);
        },
      }),
    );
  };
  drawToolbar();
  pane.setWidth(paneWidths[1]);
  document.body.replaceChildren(
    top,
    element('main', {
      children: [
        element('div', {
          className: 'book',
          children: [
            bar.root,
            grid.view.root,
            element('footer', { children: [tabs.root, status] }),
          ],
        }),
        pane.frame,
      ],
    }),
  );
  redraw();
  pane.open('taskpane.html', say('pane'));
  Object.assign(window, { host });
}

async function openFile(
  host: EmbeddedHost,
  file: File,
  tell: (message: keyof typeof workbenchMessages, params?: Params) => void,
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    host.open(bytes);
    tell('opened', { file: file.name });
  } catch (error) {
    tell('notOpened', { file: file.name, reason: error instanceof Error ? error.message : '' });
  }
}

async function save(
  host: EmbeddedHost,
  tell: (message: keyof typeof workbenchMessages, params?: Params) => void,
): Promise<void> {
  const bytes = await host.save();
  const { lost } = host.toSpec();
  const link = element('a', {
    attributes: {
      href: URL.createObjectURL(
        new Blob([new Uint8Array(bytes)], {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        }),
      ),
      download: host.model.name,
    },
  });
  link.click();
  URL.revokeObjectURL(link.href);
  if (lost.length === 0) tell('saved', { file: host.model.name });
  else tell('savedWithout', { file: host.model.name, lost: lost.join('; ') });
}

await start();
