import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { countOpenErrors } from '../../domain/checks/waivers';
import { usePane } from '../pane';
import { tabs, type Tab } from '../state';
import { TabIcon } from './icons';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' },
  tab: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalXXS,
    minHeight: '62px',
    padding: `${tokens.spacingVerticalS} 2px ${tokens.spacingVerticalXS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    textAlign: 'center',
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': {
      outlineWidth: tokens.strokeWidthThick,
      outlineStyle: 'solid',
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalS,
      bottom: 0,
      borderBottomWidth: tokens.strokeWidthThicker,
      borderBottomStyle: 'solid',
      borderBottomColor: tokens.colorCompoundBrandStroke,
    },
  },
  icon: { position: 'relative', display: 'inline-flex' },
  badge: { position: 'absolute', top: '-5px', insetInlineStart: '12px' },
});

const names = {
  plan: 'planTab',
  check: 'checkTab',
  collect: 'collectTab',
  progress: 'progressTab',
  report: 'reportTab',
  settings: 'settingsTab',
} as const satisfies Readonly<Record<Tab, string>>;

/** The id of the button of a tab, which names the panel below. */
export function tabId(tab: Tab): string {
  return `tab-${tab}`;
}

/**
 * The steps of the job. Arrow keys go from one to the next, as in every list of tabs; only the
 * chosen one is a stop of the Tab key.
 */
export function Tabs(): ReactElement {
  const { state, dispatch, say } = usePane();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const { book } = state;
  const errors =
    book.kind === 'open' ? countOpenErrors(book.checked.issues, book.checked.book.waivers) : 0;
  const open = (tab: Tab): void => {
    dispatch({ type: 'tabOpened', tab });
  };
  const move = (event: KeyboardEvent): void => {
    const now = tabs.indexOf(state.tab);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    open(tab);
    list.current?.querySelector<HTMLElement>(`#${tabId(tab)}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={say('tabs')}
      className={styles.list}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-selected={tab === state.tab}
          aria-controls="panel"
          tabIndex={tab === state.tab ? 0 : -1}
          className={mergeClasses(styles.tab, tab === state.tab && styles.chosen)}
          onClick={() => {
            open(tab);
          }}
        >
          <span className={styles.icon}>
            <TabIcon tab={tab} />
            {tab === 'check' && errors > 0 ? (
              <Badge className={styles.badge} size="small" color="danger" aria-hidden="true">
                {errors}
              </Badge>
            ) : null}
          </span>
          <span>{say(names[tab])}</span>
          {tab === 'check' && errors > 0 ? (
            <span style={unseen}>{say('openErrorsBadge', { count: errors })}</span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

/** For screen readers only. */
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
