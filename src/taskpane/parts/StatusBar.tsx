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
  legend: {
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    minWidth: 0,
  },
  good: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  fair: { backgroundColor: tokens.colorPaletteLightGreenBackground3 },
  watch: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  risk: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  bad: { backgroundColor: tokens.colorPaletteRedBackground3 },
  waiting: { backgroundColor: tokens.colorPaletteBlueBorderActive },
  silent: { backgroundColor: tokens.colorNeutralStroke1Pressed },
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
      <div className={styles.row} role="group" aria-label={say('statusBar', { kind: title })}>
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
