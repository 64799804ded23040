import { createRoot } from 'react-dom/client';
import { makeDate, type IsoDate } from '../domain/dates';
import { languages, type Language } from '../messages/language';
import { associateCommands, type Commands } from '../commands/associate';
import { associateFunctions, type FunctionHost } from '../functions/associate';
import { App } from './App';
import { createEffects, type Services } from './effects';
import { heavyInWorker } from './heavyClient';
import { firstState, type Tab } from './state';
import { createStore } from './store';
import { themeFor } from './theme';

const LANGUAGE_KEY = 'tien-do.language';

const services: Services = {
  useCases: async () => (await import('./useCases')).useCases,
  heavy: heavyInWorker(),
  builtInPlan: async (file) => {
    const answer = await fetch(`plans/${file}.txt`).catch(() => null);
    return answer?.ok === true ? new Uint8Array(await answer.arrayBuffer()) : null;
  },
  today,
  now,
  saveFile,
  copyText,
  keepLanguage: (language) => {
    try {
      localStorage.setItem(LANGUAGE_KEY, language);
    } catch {
      // Storage may be forbidden: the choice then lasts as long as the pane.
    }
  },
};

function today(): IsoDate {
  const now = new Date();
  const day = makeDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('The clock shows no day.');
  return day;
}

function now(): string {
  const at = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${today()}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** Some places Excel runs in close the clipboard to add-ins. */
async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

function saveFile(name: string, bytes: Uint8Array): void {
  const type = name.endsWith('.zip')
    ? 'application/zip'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    return languages.find((language) => language === kept) ?? null;
  } catch {
    return null;
  }
}

/**
 * What the buttons of the ribbon do, with the pane closed too: the workbook shows what came of it,
 * or the pane opens where it is said.
 */
const commands: Commands = {
  checkNow: async () => {
    await effects.refresh();
    if (store.get().outcome?.kind === 'refreshed') await effects.showSheet('issues');
    else await showPane('check');
  },
  refreshColours: async () => {
    await effects.refresh();
    await showPane('progress');
  },
  makeReport: async () => {
    if (store.get().book.kind !== 'open') await effects.check();
    await effects.makeReport();
    const { report } = store.get();
    if (report !== null) await effects.openReport();
    if (report === null || report.openErrors > 0) await showPane('report');
  },
};

async function showPane(tab: Tab): Promise<void> {
  const { outcome } = store.get();
  store.dispatch({ type: 'tabOpened', tab });
  store.dispatch({ type: 'workEnded', outcome });
  await Office.addin.showAsTaskpane();
}

/** Office.js comes after this script, so that the pane shows before it has loaded. */
function officeLoaded(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[src$="office.js"]');
  if ('Office' in window) return Promise.resolve(true);
  return new Promise((done) => {
    script?.addEventListener('load', () => {
      done(true);
    });
    script?.addEventListener('error', () => {
      done(false);
    });
  });
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const store = createStore({ ...firstState, language: keptLanguage() ?? firstState.language });
const effects = createEffects(store, services);
const container = document.getElementById('pane');
if (container === null) throw new Error('taskpane.html has no element with the id "pane".');
const root = createRoot(container);

function draw(): void {
  const inOffice = store.get().host === 'excel';
  const theme = themeFor(inOffice ? Office.context.officeTheme : null, prefersDark.matches);
  root.render(<App store={store} effects={effects} theme={theme} />);
}

async function connect(): Promise<void> {
  if (!(await officeLoaded())) {
    store.dispatch({ type: 'hostKnown', host: 'missing', language: null });
    return;
  }
  const { host } = await Office.onReady();
  const inExcel = host === Office.HostType.Excel;
  const english = inExcel && Office.context.displayLanguage.toLowerCase().startsWith('en');
  store.dispatch({
    type: 'hostKnown',
    host: inExcel ? 'excel' : 'outside',
    language: keptLanguage() ?? (english ? 'en' : 'vi'),
  });
  if (!inExcel) return;
  associateCommands(Office.actions, commands);
  if (hasFunctions(window))
    associateFunctions(
      window.CustomFunctions,
      () => store.get().language,
      async () => (await import('../functions/functions')).functions,
    );
  draw();
  Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, draw);
  await effects.check();
  if (store.get().book.kind === 'open' && store.get().step.kind === 'choose')
    store.dispatch({ type: 'tabOpened', tab: 'check' });
}

function hasFunctions(page: object): page is { readonly CustomFunctions: FunctionHost } {
  return 'CustomFunctions' in page;
}

store.subscribe(() => {
  document.documentElement.lang = store.get().language;
});
prefersDark.addEventListener('change', draw);
draw();
await connect();
