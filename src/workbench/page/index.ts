import { makeDate, type IsoDate } from '../../domain/dates';
import { describeFailure } from '../../messages/failures';
import { fill, type Language, type Params } from '../../messages/language';
import { describeOfficeFailure } from '../../messages/office';
import { workbenchMessages } from '../../messages/workbench';
import type { LiveFailure } from '../../app/ports';
import { readXlsx } from '../../gateways/xlsx/read/read';
import { formulaCalculator } from '../host/formulas/calculate';
import { createHost, type EmbeddedHost } from '../host/host';
import type { Culture } from '../host/model/workbook';
import { element } from './dom';
import { FormulaBar } from './formulaBar';
import { Gestures } from './gestures';
import { SheetGrid } from './grid/sheetGrid';
import { Pane } from './pane';
import { loadSample } from './plans';
import { ask } from './popup';
import { ribbonButtons } from './ribbon';
import { paneWidths, toolbar } from './toolbar';
import { SheetTabs } from './sheetTabs';

const vietnamese: Culture = {
  name: 'vi-VN',
  decimalSeparator: ',',
  groupSeparator: '.',
  dateSeparator: '/',
  shortDatePattern: 'dd/MM/yyyy',
};

/** The file name of a workbook the add-in opened beside this one. */
const NEW_BOOK = 'Book2.xlsx';

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

  let changed = (): void => undefined;
  const host = createHost({
    culture: vietnamese,
    calculator: formulaCalculator(),
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
    judge: async ({ kind, title, message }) => {
      const buttons: readonly ('again' | 'keep' | 'drop')[] =
        kind === 'stop'
          ? ['again', 'drop']
          : kind === 'warning'
            ? ['keep', 'again', 'drop']
            : ['keep', 'drop'];
      const answer = await ask(
        title === '' ? say(kind === 'stop' ? 'refusedTitle' : 'warnedTitle') : title,
        message === '' ? say('refused') : message,
        buttons.map((each) => say(each)),
      );
      return buttons[answer ?? -1] ?? 'drop';
    },
  });
  const tabs = new SheetTabs(say('sheets'), (sheet) => {
    host.select(sheet, { top: 1, left: 1, bottom: 1, right: 1 });
  });
  const redraw = oncePerFrame(() => {
    grid.refresh();
    tabs.draw(host.model);
  });
  const manifest = await (await fetch('manifest.xml')).text();
  let offered = 0;
  const offerOpened = async (): Promise<void> => {
    const bytes = host.openedWorkbooks[offered];
    if (!bytes) return;
    offered = host.openedWorkbooks.length;
    const answer = await ask(say('openedTitle'), say('openedBook'), [
      say('download'),
      say('openHere'),
      say('drop'),
    ]);
    if (answer === 0) download(bytes, NEW_BOOK);
    else if (answer === 1) openBytes(host, bytes, NEW_BOOK, { tell, language });
  };

  changed = () => {
    if (!gestures.running) gestures.forget();
    redraw();
    void offerOpened();
  };

  const top = element('header');
  const drawToolbar = (): void => {
    top.replaceChildren(
      toolbar(language, ribbonButtons(manifest, language), {
        openFile: (file) =>
          void file.arrayBuffer().then((buffer) => {
            openBytes(host, new Uint8Array(buffer), file.name, { tell, language });
          }),
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
        press: ({ label, command }) => {
          if (command === null) pane.show(pane.frame.hidden);
          else if (!pane.run(command)) tell('noCommand', { label });
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

type Tell = (message: keyof typeof workbenchMessages, params?: Params) => void;

function openBytes(
  host: EmbeddedHost,
  bytes: Uint8Array,
  file: string,
  { tell, language }: { readonly tell: Tell; readonly language: Language },
): void {
  const read = readXlsx(bytes, file);
  if (!read.ok) {
    tell('notOpened', { file, reason: describeFailure(read.error, language) });
    return;
  }
  host.open(bytes);
  tell('opened', { file });
}

async function save(host: EmbeddedHost, tell: Tell): Promise<void> {
  const { name: file } = host.model;
  download(await host.save(), file);
  const { lost } = host.toSpec();
  if (lost.length === 0) tell('saved', { file });
  else tell('savedWithout', { file, lost: lost.join('; ') });
}

function download(bytes: Uint8Array, file: string): void {
  const blob = new Blob([new Uint8Array(bytes)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const link = element('a', {
    attributes: { href: URL.createObjectURL(blob), download: file },
  });
  link.click();
  URL.revokeObjectURL(link.href);
}

await start();
