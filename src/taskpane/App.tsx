import {
  Body1,
  FluentProvider,
  makeStyles,
  Subtitle2,
  tokens,
  type Theme,
} from '@fluentui/react-components';
import {
  lazy,
  Suspense,
  useMemo,
  useSyncExternalStore,
  type ComponentType,
  type ReactElement,
} from 'react';
import type { Effects } from './effects';
import { PaneContext, sayIn, usePane, type Pane } from './pane';
import { Busy } from './parts/Busy';
import { OutcomeNotice } from './parts/late';
import { tabId, Tabs } from './parts/Tabs';
import type { Tab } from './state';
import type { Store } from './store';
import { PlanTab } from './tabs/PlanTab';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    display: 'block',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  main: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
  panel: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
});

/** Tabs that come with their own words and rules are loaded when they are opened. */
const lateTabs: Readonly<Record<Exclude<Tab, 'plan'>, ComponentType>> = {
  check: lazy(async () => ({ default: (await import('./tabs/CheckTab')).CheckTab })),
  collect: lazy(async () => ({ default: (await import('./tabs/CollectTab')).CollectTab })),
  progress: lazy(async () => ({ default: (await import('./tabs/ProgressTab')).ProgressTab })),
  report: lazy(async () => ({ default: (await import('./tabs/ReportTab')).ReportTab })),
  settings: lazy(async () => ({ default: (await import('./tabs/SettingsTab')).SettingsTab })),
};

/** The task pane. */
export function App(props: {
  readonly store: Store;
  readonly effects: Effects;
  readonly theme: Theme;
}): ReactElement {
  const { store, effects, theme } = props;
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const styles = useStyles();
  const pane = useMemo(
    (): Pane => ({ state, effects, dispatch: store.dispatch, say: sayIn(state.language) }),
    [state, effects, store],
  );
  return (
    <FluentProvider theme={theme}>
      <PaneContext.Provider value={pane}>
        <div className={styles.pane} lang={state.language}>
          <Header />
          <main className={styles.main}>
            <div
              className={styles.panel}
              id="panel"
              role="tabpanel"
              aria-labelledby={tabId(state.tab)}
            >
              <Panel />
            </div>
          </main>
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function Header(): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const { book } = state;
  return (
    <header className={styles.header}>
      <Subtitle2 as="h1" className={styles.title}>
        {book.kind === 'open' ? `Tiến Độ – ${book.checked.book.plan.locality}` : 'Tiến Độ'}
      </Subtitle2>
      <Tabs />
    </header>
  );
}

function Panel(): ReactElement {
  const { state, say } = usePane();
  if (state.host === 'outside') return <Body1>{say('outsideExcel')}</Body1>;
  if (state.host === 'missing') return <Body1>{say('excelMissing')}</Body1>;
  const LateTab = state.tab === 'plan' ? null : lateTabs[state.tab];
  return (
    <>
      {state.outcome === null ? null : (
        <Suspense>
          <OutcomeNotice />
        </Suspense>
      )}
      <Suspense fallback={<Busy label={say('readingBook')} />}>
        {LateTab === null ? <PlanTab /> : <LateTab />}
      </Suspense>
    </>
  );
}
