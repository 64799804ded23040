import {
  Body1Strong,
  makeStyles,
  mergeClasses,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { withSign } from '../../messages/words';
import { usePane } from '../pane';
import { indicatorTones, taskTones, wordsOf, type Tone } from './statuses';
import { useStyles } from './styles';

const useOwnStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '20px',
    columnGap: '2px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    forcedColorAdjust: 'none',
  },
  part: { minWidth: '4px', cursor: 'pointer', border: 'none', padding: 0 },
  faded: { opacity: 0.35 },
  swatch: {
    width: '10px',
    height: '10px',
    flexShrink: 0,
    marginInlineEnd: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  legends: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  legend: {
    justifyContent: 'flex-start',
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
  },
  // The colours of the sheets' charts: they stand out on white, grey and black alike.
  good: { backgroundColor: '#1e7b3a' },
  fair: { backgroundColor: '#7fbf7b' },
  watch: { backgroundColor: '#e6b800' },
  risk: { backgroundColor: '#e8710a' },
  bad: { backgroundColor: '#c62828' },
  waiting: { backgroundColor: '#6c8ebf' },
  silent: { backgroundColor: '#8f8f8f' },
});

/**
 * How many rows have each status: a bar, and under it the statuses as buttons that narrow the list
 * below. The bar is for the eye; keyboard and screen reader use the buttons.
 */
export function StatusBar(props: {
  readonly kind: 'indicator' | 'task';
  readonly title: string;
  readonly counts: readonly (readonly [status: string, count: number])[];
}): ReactElement {
  const { state, dispatch, say } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const { kind, title, counts } = props;
  const { rowFilter, language } = state;
  const tones: ReadonlyMap<string, Tone> = kind === 'indicator' ? indicatorTones : taskTones;
  const toneOf = (status: string): Tone => tones.get(status) ?? 'silent';
  const isChosen = (status: string): boolean =>
    rowFilter?.kind === kind && rowFilter.status === status;
  const choose = (status: string): void => {
    const filter = isChosen(status) ? null : { kind, status };
    dispatch({ type: 'rowsFiltered', filter });
  };
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {title}
      </Body1Strong>
      <div className={own.bar} aria-hidden="true">
        {counts.map(([status, count]) => (
          <div
            key={status}
            className={mergeClasses(
              own.part,
              own[toneOf(status)],
              rowFilter?.kind === kind && !isChosen(status) && own.faded,
            )}
            style={{ flexGrow: count }}
            title={say('statusCount', { status: wordsOf(kind, status)[language], count })}
            onClick={() => {
              choose(status);
            }}
          />
        ))}
      </div>
      <div className={own.legends} role="group" aria-label={say('statusBar', { kind: title })}>
        {counts.map(([status, count]) => (
          <ToggleButton
            key={status}
            size="small"
            appearance="subtle"
            className={own.legend}
            checked={isChosen(status)}
            onClick={() => {
              choose(status);
            }}
          >
            <span className={mergeClasses(own.swatch, own[toneOf(status)])} aria-hidden="true" />
            {say('statusCount', { status: withSign(wordsOf(kind, status), language), count })}
          </ToggleButton>
        ))}
      </div>
    </section>
  );
}
