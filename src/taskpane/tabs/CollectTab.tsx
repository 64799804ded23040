import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  mergeClasses,
  Select,
  ToggleButton,
} from '@fluentui/react-components';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { CheckedBook } from '../../app/live/checkLive';
import { dutiesOf, rowsWithoutAgency } from '../../domain/agencies/duties';
import type { Book, Period } from '../../domain/book';
import {
  completenessOf,
  type Arrival,
  type Completeness,
} from '../../domain/collection/completeness';
import { isPast } from '../../domain/collection/correctPast';
import { openPeriod } from '../../domain/collection/openPeriod';
import { logActions } from '../../domain/collection/submission';
import { tellIn } from '../../messages/collecting';
import { fill, formatDate, formatNumber, type Language } from '../../messages/language';
import { reminderText } from '../../messages/reminder';
import { arrivalWords, logActionWords } from '../../messages/collection';
import { usePane } from '../pane';
import { Busy } from '../parts/Busy';
import { DropArea } from '../parts/DropArea';
import { Heading } from '../parts/Heading';
import { LongList } from '../parts/LongList';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import { WithBook } from '../parts/WithBook';
import type { Work } from '../state';
import { CollectDone } from './CollectDone';
import { MergeAgencies } from './MergeAgencies';
import { PastFigures } from './PastFigures';
import { CollectPreviewStep } from './CollectPreviewStep';

/** Agencies and rows named before the person asks for more. */
const FIRST_AGENCIES = 5;
const NAMED_ROWS = 5;

/** Forms out, submissions in, the next period. */
export function CollectTab(): ReactElement {
  return <WithBook>{(checked) => <Collecting checked={checked} />}</WithBook>;
}

function Collecting({ checked }: { readonly checked: CheckedBook }): ReactElement {
  const { state } = usePane();
  const { collect, work } = state;
  const { book } = checked;
  const [chosen, setChosen] = useState<string | null>(null);
  const period = book.settings.periods.find(({ id }) => id === chosen) ?? book.settings.period;
  const busy = work === null ? null : busyWith(work, state.language);
  if (work !== null && busy !== null) return <Working work={work} {...busy} />;
  switch (collect.kind) {
    case 'choose':
      return <Choose book={book} period={period} onPeriod={setChosen} />;
    case 'preview':
      return <CollectPreviewStep checked={checked} preview={collect} />;
    case 'done':
      return <CollectDone written={collect.written} />;
  }
}

type Counted = 'formsOf' | 'filesOf' | null;

/** What the tab is busy with; null for jobs of other tabs. */
function busyWith(
  { job }: Work,
  language: Language,
): { readonly label: string; readonly counted: Counted } | null {
  const tell = tellIn(language);
  switch (job) {
    case 'forms':
      return { label: tell('makingForms'), counted: 'formsOf' };
    case 'readSubmissions':
      return { label: tell('readingFiles'), counted: 'filesOf' };
    case 'collect':
      return { label: tell('writing'), counted: null };
    case 'openPeriod':
      return { label: tell('opening'), counted: null };
    case 'correct':
      return { label: tell('correcting'), counted: null };
    case 'merge':
      return { label: tell('merging'), counted: null };
    case 'undoLast':
      return { label: tell('undoing'), counted: null };
    default:
      return null;
  }
}

function Working(props: {
  readonly work: Work;
  readonly label: string;
  readonly counted: Counted;
}): ReactElement {
  const { state, effects } = usePane();
  const { work, label, counted } = props;
  const tell = tellIn(state.language);
  return (
    <Busy
      label={label}
      progress={work.progress}
      {...(counted === null ? {} : { counted: (progress) => tell(counted, progress) })}
      stop={{ asked: work.stopping, onStop: effects.stop }}
    />
  );
}

function Choose(props: {
  readonly book: Book;
  readonly period: Period;
  readonly onPeriod: (id: string) => void;
}): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const { book, period, onPeriod } = props;
  const tell = tellIn(state.language);
  const { plan, registry, history, log, settings } = book;
  const sent = useMemo(
    () => completenessOf(plan, registry, period, history, log),
    [plan, registry, period, history, log],
  );
  return (
    <section className={styles.stack}>
      <Heading>{tell('title')}</Heading>
      <Field label={tell('period')} hint={tell('due', { due: period.due })}>
        <Select
          className={styles.narrow}
          value={period.id}
          onChange={(_, { value }) => {
            onPeriod(value);
          }}
        >
          {settings.periods.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === settings.period.id ? tell('periodNow', { name }) : name}
            </option>
          ))}
        </Select>
      </Field>
      <LastDone book={book} />
      <Take period={period} />
      <Sent book={book} period={period} sent={sent} />
      <Forms book={book} period={period} sent={sent} />
      {isPast(book, period) ? <PastFigures key={period.id} book={book} period={period} /> : null}
      <NextPeriod book={book} />
      <MergeAgencies book={book} />
    </section>
  );
}

/** What was done to the workbook last, for as long as it can be taken back. */
function LastDone({ book }: { readonly book: Book }): ReactElement | null {
  const { state, effects } = usePane();
  const styles = useStyles();
  const { language, work } = state;
  const tell = tellIn(language);
  const done = book.log.filter(({ action }) => action !== 'merged');
  const time = done.reduce((last, entry) => (entry.time > last ? entry.time : last), '');
  if (time === '') return null;
  const what = logActions.flatMap((action) => {
    const count = done.filter((entry) => entry.time === time && entry.action === action).length;
    const words = fill(logActionWords[action], {}, language);
    return count === 0 ? [] : [tell('actionCount', { action: words, count })];
  });
  return (
    <div className={styles.card}>
      <div className={styles.tight}>
        <Caption1 className={styles.quiet}>{tell('lastDone')}</Caption1>
        <Body1>{tell('lastDoneLine', { what: what.join(', '), time: instantWords(time) })}</Body1>
      </div>
      <div>
        <Button size="small" disabled={work !== null} onClick={() => void effects.undoLast(time)}>
          {tell('undoLast')}
        </Button>
      </div>
    </div>
  );
}

function instantWords(time: string): string {
  return `${formatDate(time.slice(0, 10))} ${time.slice(11, 16)}`.trim();
}

function Take({ period }: { readonly period: Period }): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const tell = tellIn(state.language);
  const free = state.work === null;
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('takeTitle')}
      </Body1Strong>
      <DropArea onFiles={free ? (files) => void effects.readSubmissions(files, period) : null}>
        <Body1 className={styles.quiet}>{tell('takeText')}</Body1>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          accept=".xlsx,.xlsm,.xls,.ods,.csv,.zip"
          aria-label={tell('chooseFiles')}
          onChange={(event) => {
            const given = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void effects.readSubmissions(given, period);
          }}
        />
        <Button appearance="primary" disabled={!free} onClick={() => file.current?.click()}>
          {tell('chooseFiles')}
        </Button>
      </DropArea>
    </section>
  );
}

const arrivals: readonly Arrival[] = ['missing', 'late', 'onTime'];

function Sent(props: {
  readonly book: Book;
  readonly period: Period;
  readonly sent: readonly Completeness[];
}): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const [shown, setShown] = useState<Arrival>('missing');
  const { book, period, sent } = props;
  const { language, work } = state;
  const tell = tellIn(language);
  const rows = sent.filter(({ arrival }) => arrival === shown);
  const remind = (row: Completeness): string => reminderText(book.plan, period, row);
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('sentTitle')}
      </Body1Strong>
      {sent.length === 0 ? (
        <Body1>{tell('sentNobody')}</Body1>
      ) : (
        <>
          <div className={styles.row} role="group" aria-label={tell('sentFilter')}>
            {arrivals.map((arrival) => (
              <ToggleButton
                key={arrival}
                size="small"
                checked={arrival === shown}
                onClick={() => {
                  setShown(arrival);
                }}
              >
                {tell('sentCount', {
                  arrival: fill(arrivalWords[arrival], {}, language),
                  count: sent.filter((row) => row.arrival === arrival).length,
                })}
              </ToggleButton>
            ))}
          </div>
          {rows.length === 0 ? <Body1 className={styles.quiet}>{tell('sentNone')}</Body1> : null}
          {shown === 'missing' && rows.length > 1 ? (
            <div>
              <Button
                size="small"
                disabled={work !== null}
                onClick={() => void effects.copyTexts(rows.map(remind))}
              >
                {tell('copyReminders', { count: rows.length })}
              </Button>
            </div>
          ) : null}
          <LongList
            key={`${period.id} ${shown}`}
            first={FIRST_AGENCIES}
            items={rows.map((row) => (
              <li key={row.agency} className={styles.item}>
                <Body1>{row.name}</Body1>
                <div className={mergeClasses(styles.row, styles.spread)}>
                  <Caption1 className={styles.quiet}>
                    {row.received === null
                      ? tell('linesExpected', { count: row.expected })
                      : tell('linesReported', {
                          reported: row.reported,
                          expected: row.expected,
                          received: instantWords(row.received),
                        })}
                  </Caption1>
                  {shown === 'missing' ? (
                    <Button
                      size="small"
                      appearance="subtle"
                      disabled={work !== null}
                      aria-label={tell('copyReminderOf', { name: row.name })}
                      onClick={() => void effects.copyTexts([remind(row)])}
                    >
                      {tell('copyReminder')}
                    </Button>
                  ) : null}
                </div>
              </li>
            ))}
          />
        </>
      )}
    </section>
  );
}

function Forms(props: {
  readonly book: Book;
  readonly period: Period;
  readonly sent: readonly Completeness[];
}): ReactElement | null {
  const { state, effects } = usePane();
  const styles = useStyles();
  const [agency, setAgency] = useState('');
  const { book, period, sent } = props;
  const tell = tellIn(state.language);
  const orphans = useMemo(
    () =>
      rowsWithoutAgency(book.plan, dutiesOf(book.plan, book.registry, period.due)).map(
        ({ row }) => row,
      ),
    [book.plan, book.registry, period.due],
  );
  const chosen = sent.some((row) => row.agency === agency) ? agency : null;
  const named = orphans.slice(0, NAMED_ROWS).join(', ');
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('formsTitle')}
      </Body1Strong>
      <Caption1 className={styles.quiet}>{tell('formsText')}</Caption1>
      <Field label={tell('formsFor')}>
        <Select
          className={styles.narrow}
          value={chosen ?? ''}
          onChange={(_, { value }) => {
            setAgency(value);
          }}
        >
          <option value="">{tell('formsAll', { count: sent.length })}</option>
          {sent.map((row) => (
            <option key={row.agency} value={row.agency}>
              {row.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Button
          disabled={state.work !== null || sent.length === 0}
          onClick={() => void effects.makeForms(period.id, chosen)}
        >
          {tell('makeForms')}
        </Button>
      </div>
      {orphans.length === 0 ? null : (
        <Notice intent="warning">
          {tell('withoutAgency', {
            count: orphans.length,
            rows: orphans.length > NAMED_ROWS ? `${named}…` : named,
          })}
        </Notice>
      )}
    </section>
  );
}

function NextPeriod({ book }: { readonly book: Book }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [looking, setLooking] = useState(false);
  const { language, work } = state;
  const tell = tellIn(language);
  const { periods, period: before } = book.settings;
  const next = periods[periods.findIndex(({ id }) => id === before.id) + 1];
  const opening = looking && next ? openPeriod(book, next, '', null) : null;
  const missing = completenessOf(book.plan, book.registry, before, book.history, book.log).filter(
    ({ arrival }) => arrival === 'missing',
  ).length;
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('nextTitle')}
      </Body1Strong>
      <Body1>
        {next ? tell('nextLine', { period: next.name, due: next.due }) : tell('nextNone')}
      </Body1>
      {next && !looking ? (
        <div>
          <Button
            disabled={work !== null}
            onClick={() => {
              setLooking(true);
            }}
          >
            {tell('nextLook')}
          </Button>
        </div>
      ) : null}
      {next && opening?.ok === true ? (
        <div className={styles.card}>
          {missing === 0 ? null : (
            <Notice intent="warning">
              {tell('nextMissing', { count: missing, before: before.name })}
            </Notice>
          )}
          <Body1>{tell('nextKept', { kept: opening.value.kept, before: before.name })}</Body1>
          <Body1>
            {tell('nextEmptied', { cells: formatNumber(opening.value.cells.length, language) })}
          </Body1>
          <Body1>{tell('nextAsOf', { asOf: opening.value.asOf })}</Body1>
          <div className={styles.row}>
            <Button
              appearance="primary"
              disabled={work !== null}
              onClick={() => void effects.openPeriod(next.id)}
            >
              {tell('nextOpen', { period: next.name })}
            </Button>
            <Button
              onClick={() => {
                setLooking(false);
              }}
            >
              {say('cancel')}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
