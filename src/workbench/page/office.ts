/**
 * The workbench's own `office/office.js`. Microsoft's loader finds out which Excel it is in and
 * loads the client library for it; this one loads the library for Excel on the web, unchanged,
 * and joins it to the host of the workbench around the pane. What the loader itself gives a page
 * (`Office.onReady`, `Office.context`, the association of commands) is here, as far as a pane in
 * Excel uses it. Outside a workbench it says so as Office.js does outside Office: with no host.
 */
import type { OfficeClient } from '../host/host';
import { surroundingsOf, type Surroundings } from './surroundings';

type HostInfo = { readonly host: string | null; readonly platform: string | null };

type Handler = (event: { readonly type: string; readonly officeTheme: unknown }) => void;

const CLIENT = 'office/excel-web-16.00.js';

const constants = {
  HostType: { Excel: 'Excel' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
  EventType: { OfficeThemeChanged: 'officeThemeChanged' },
};

const around = surroundingsOf(window.parent);

function loadClient(): Promise<void> {
  const script = document.createElement('script');
  script.src = CLIENT;
  const loaded = new Promise<void>((done, fail) => {
    script.addEventListener('load', () => {
      done();
    });
    script.addEventListener('error', () => {
      fail(new Error(`${CLIENT} did not load.`));
    });
  });
  document.head.append(script);
  return loaded;
}

function isClient(page: object): page is OfficeClient {
  return 'OfficeExtension' in page && 'Office' in page;
}

function partOf(office: object, name: string): object {
  const part: unknown = Reflect.get(office, name);
  return typeof part === 'object' && part !== null ? part : {};
}

function contextOf(office: object, bench: Surroundings): object {
  const document = {
    addHandlerAsync: (type: string, handler: Handler) => {
      if (type === constants.EventType.OfficeThemeChanged)
        bench.onTheme(() => {
          handler({ type, officeTheme: bench.theme() });
        });
    },
  };
  return {
    ...partOf(office, 'context'),
    document,
    host: constants.HostType.Excel,
    platform: constants.PlatformType.OfficeOnline,
    get displayLanguage() {
      return bench.displayLanguage();
    },
    get contentLanguage() {
      return bench.displayLanguage();
    },
    get officeTheme() {
      return bench.theme();
    },
  };
}

const ownMembers = {
  ...constants,
  onReady: (then?: (info: HostInfo) => unknown): Promise<HostInfo> =>
    ready.then((info) => {
      then?.(info);
      return info;
    }),
  actions: {
    associate: (id: string, action: (event: unknown) => void) => around?.associate(id, action),
  },
  addin: {
    showAsTaskpane: () => Promise.resolve(around?.showPane(true)),
    hide: () => Promise.resolve(around?.showPane(false)),
  },
};

async function connect(bench: Surroundings): Promise<HostInfo> {
  await loadClient();
  if (!isClient(window)) throw new Error('The client library did not load.');
  bench.attach(window);
  const office: object = window.Office;
  const members = {
    ...ownMembers,
    actions: { ...partOf(office, 'actions'), ...ownMembers.actions },
    addin: { ...partOf(office, 'addin'), ...ownMembers.addin },
    EventType: { ...partOf(office, 'EventType'), ...constants.EventType },
    context: contextOf(office, bench),
  };
  const joined: unknown = Object.create(office, Object.getOwnPropertyDescriptors(members));
  Object.assign(window, { Office: joined });
  return { host: constants.HostType.Excel, platform: constants.PlatformType.OfficeOnline };
}

const ready: Promise<HostInfo> = around
  ? connect(around)
  : Promise.resolve({ host: null, platform: null });

Object.assign(window, { Office: ownMembers, CustomFunctions: { associate: () => undefined } });
