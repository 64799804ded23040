import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  Link,
  mergeClasses,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { bookRows, type BookRow } from '../../app/bookRows';
import type { CheckedBook } from '../../app/live/checkLive';
import { indicatorStatuses, taskStatuses } from '../../domain/assessment/status';
import type { IsoDate } from '../../domain/dates';
import { shorten } from '../../domain/text';
import { formatDate } from '../../messages/language';
import { withSign } from '../../messages/words';
import { usePane } from '../pane';
import { Busy } from '../parts/Busy';
import { readTypedDay } from '../parts/day';
import { Empty } from '../parts/Empty';
import { Heading } from '../parts/Heading';
import { NAME_LENGTH } from '../parts/styles';
import { StatusBar } from '../parts/StatusBar';
import { wordsOf } from '../parts/statuses';
import { useStyles } from '../parts/styles';
import { WithBook } from '../parts/WithBook';

/** Rows shown before the person asks for more. */
const FIRST_ROWS = 15;

/** Where the plan stands on a day, and what slips. */
export function ProgressTab(): ReactElement {
  return <WithBook>{(checked) => <Progress checked={checked} />}</WithBook>;
}

function Progress({ checked }: { readonly checked: CheckedBook }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { work } = state;
  const { summary } = checked.assessment;
  return (
    <section className={styles.stack}>
      <div className={mergeClasses(styles.row, styles.spread)}>
        <Heading>{say('progressTab')}</Heading>
        <Button size="small" disabled={work !== null} onClick={() => void effects.refresh()}>
          {say('refresh')}
        </Button>
      </div>
      {work?.job === 'refresh' ? (
        <Busy
          label={say('refreshing')}
          progress={work.progress}
          stop={{ asked: work.stopping, onStop: effects.stop }}
        />
      ) : null}
      <AsOf key={checked.assessment.asOf} asOf={checked.assessment.asOf} />
      <StatusBar
        kind="indicator"
        title={say('indicatorsOf', { count: summary.indicators.total })}
        counts={countsOf(indicatorStatuses, summary.indicators.byStatus)}
      />
      <StatusBar
        kind="task"
        title={say('tasksOf', { count: summary.tasks.total })}
        counts={countsOf(taskStatuses, summary.tasks.byStatus)}
      />
      <Rows checked={checked} />
    </section>
  );
}

/** The statuses that occur, worst first. */
function countsOf<S extends string>(
  order: readonly S[],
  counts: Readonly<Record<S, number>>,
): readonly (readonly [S, number])[] {
  return order.map((status) => [status, counts[status]] as const).filter(([, count]) => count > 0);
}

function AsOf({ asOf }: { readonly asOf: IsoDate }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [text, setText] = useState(formatDate(asOf));
  const day = readTypedDay(text);
  return (
    <form
      className={styles.row}
      style={{ alignItems: 'flex-end' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== null && day !== asOf) void effects.changeSettings({ asOf: day });
      }}
    >
      <Field
        label={say('asOf')}
        className={styles.field}
        {...(day === null ? { validationMessage: say('asOfInvalid') } : { hint: say('asOfHelp') })}
      >
        <Input
          value={text}
          inputMode="numeric"
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {day === null || day === asOf ? null : (
        <Button type="submit" appearance="primary" disabled={state.work !== null}>
          {say('apply')}
        </Button>
      )}
    </form>
  );
}

function Rows({ checked }: { readonly checked: CheckedBook }): ReactElement {
  const { state, dispatch, say } = usePane();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { rowFilter, language } = state;
  const rows = useMemo(() => bookRows(checked), [checked]);
  const listed =
    rowFilter === null
      ? slippingFirst(rows)
      : rows.filter(({ kind, status }) => kind === rowFilter.kind && status === rowFilter.status);
  const shown = all ? listed : listed.slice(0, FIRST_ROWS);
  if (rowFilter === null && listed.length === 0)
    return (
      <Empty
        title={say('slippingNone')}
        text={say('slippingNoneText', { asOf: checked.assessment.asOf })}
      />
    );
  return (
    <section className={styles.tight}>
      <div className={mergeClasses(styles.row, styles.spread)}>
        <Heading>
          {rowFilter === null
            ? say('slippingTitle', { count: listed.length })
            : say('filteredTitle', {
                status: wordsOf(rowFilter.kind, rowFilter.status)[language],
                count: listed.length,
              })}
        </Heading>
        {rowFilter === null ? null : (
          <Link
            as="button"
            onClick={() => {
              dispatch({ type: 'rowsFiltered', filter: null });
            }}
          >
            {say('showSlipping')}
          </Link>
        )}
      </div>
      <ul className={styles.list}>
        {shown.map((row) => (
          <RowItem key={row.id} row={row} />
        ))}
      </ul>
      {shown.length === listed.length ? null : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {say('showMore', { count: listed.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Rows that slip, worst status first, then in the plan's order. */
function slippingFirst(rows: readonly BookRow[]): readonly BookRow[] {
  const weight = (row: BookRow): number =>
    row.kind === 'indicator'
      ? indicatorStatuses.indexOf(row.status)
      : taskStatuses.indexOf(row.status);
  return rows.filter((row) => row.slips).sort((a, b) => weight(a) - weight(b));
}

function RowItem({ row }: { readonly row: BookRow }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { place } = row;
  const status = withSign(wordsOf(row.kind, row.status), state.language);
  const measured = ((): string | null => {
    if (row.kind === 'indicator')
      return row.deviation === null ? null : say('deviation', { points: signed(row.deviation) });
    if (row.daysLeft === null || row.status === 'doneLate' || row.status === 'doneOnTime')
      return null;
    return row.daysLeft < 0
      ? say('daysLate', { days: -row.daysLeft })
      : say('daysLeft', { days: row.daysLeft });
  })();
  const name = row.code === '' ? row.name : `${row.code}. ${row.name}`;
  return (
    <li className={styles.item}>
      <Caption1>{measured === null ? status : `${status} · ${measured}`}</Caption1>
      {place === null ? (
        <Body1Strong>{name}</Body1Strong>
      ) : (
        <Link
          as="button"
          className={styles.words}
          title={say('goTo', place)}
          onClick={() => void effects.show(place)}
        >
          {shorten(name, NAME_LENGTH)}
        </Link>
      )}
      <Caption1 className={styles.quiet}>
        {row.agencies.length === 0 ? say('noAgency') : row.agencies.join('; ')}
      </Caption1>
      {row.slips ? (
        <Body1>
          {`${say('cause')}: ${row.cause ?? say('notGiven')}. ${say('measure')}: ${row.measure ?? say('notGiven')}.`}
        </Body1>
      ) : null}
    </li>
  );
}

/** Points with one decimal, to be formatted in the person's language. */
function signed(points: number): number {
  return Math.round(points * 10) / 10;
}
