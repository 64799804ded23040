import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  makeStyles,
  mergeClasses,
  Select,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Alternative } from '../../app/settleNotes';
import type { Note, Plan } from '../../domain/plan/plan';
import { shorten } from '../../domain/text';
import { columnHeaders } from '../../messages/columnHeaders';
import { formatDate, formatNumber, type Language } from '../../messages/language';
import { describeNote } from '../../messages/notes';
import { describePlace } from '../../messages/places';
import { usePane, type Say } from '../pane';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import { describeTrouble } from '../parts/trouble';
import type { Review, Settlement, Trouble } from '../state';

/** Notes shown before the person asks for more. */
const FIRST_NOTES = 8;
/** Characters of a plan's title; some run over half a page. */
const TITLE_LENGTH = 160;
/** Source lines quoted with a note: a row of a table often stands on several. */
const QUOTED_LINES = 3;
const QUOTE_LENGTH = 280;

const useOwnStyles = makeStyles({
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    textAlign: 'center',
  },
  count: { display: 'flex', flexDirection: 'column' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(88px, auto) 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  /** The source beside its reading where there is room for both. */
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

/** What was understood of a plan, and every doubt beside its source. */
export function ReviewStep(props: {
  readonly review: Review;
  readonly failure: Trouble | null;
}): ReactElement {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  const { review, failure } = props;
  return (
    <section className={styles.stack}>
      <Heading takesFocus>{say('reviewTitle')}</Heading>
      {failure === null ? null : (
        <Notice intent="error">{describeTrouble(failure, state.language)}</Notice>
      )}
      <PlanCard plan={review.plan} />
      <Notes review={review} />
      <div className={styles.foot}>
        <Button
          onClick={() => {
            dispatch({ type: 'stepReached', step: { kind: 'choose', failure: null } });
          }}
        >
          {say('back')}
        </Button>
        <Button appearance="primary" onClick={() => void effects.prepare()}>
          {say('next')}
        </Button>
      </div>
    </section>
  );
}

function PlanCard({ plan }: { readonly plan: Plan }): ReactElement {
  const { state, say } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const { documentNumber, documentDate, reporting } = plan;
  const numbered = [documentNumber, documentDate === null ? null : formatDate(documentDate)];
  const number = numbered.filter((words) => words !== null).join(', ');
  const days = reporting.deadlines.map((day) => day.split('-').reverse().join('/')).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [say('issuedBy'), plan.issuer],
    [say('documentNumber'), number === '' ? say('notStated') : number],
    [say('reportingCalendar'), days === '' ? say('notStated') : days],
  ];
  const counts: readonly (readonly [string, number])[] = [
    [say('countIndicators'), plan.indicators.length],
    [say('countTasks'), plan.tasks.length],
    [say('countAgencies'), plan.agencies.length],
  ];
  return (
    <div className={styles.card}>
      <Body1 title={plan.title}>{shorten(plan.title, TITLE_LENGTH)}</Body1>
      <dl className={own.facts}>
        {facts.map(([name, words]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={mergeClasses(styles.small, styles.quiet)}>{name}</dt>
            <dd className={mergeClasses(styles.small, own.fact)}>{words}</dd>
          </div>
        ))}
      </dl>
      <div className={own.counts}>
        {counts.map(([name, count]) => (
          <div key={name} className={own.count}>
            <Subtitle1>{formatNumber(count, state.language)}</Subtitle1>
            <Caption1 className={styles.quiet}>{name}</Caption1>
          </div>
        ))}
      </div>
    </div>
  );
}

function Notes({ review }: { readonly review: Review }): ReactElement {
  const { dispatch, say } = usePane();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { notes } = review.plan;
  if (notes.length === 0) return <Notice intent="success">{say('notesNone')}</Notice>;
  const numbered = notes.map((note, number) => ({ note, number }));
  const shown = all ? numbered : numbered.slice(0, FIRST_NOTES);
  return (
    <section className={styles.tight}>
      <div className={mergeClasses(styles.row, styles.spread)}>
        <Heading>{say('notesTitle')}</Heading>
        <Caption1 role="status">
          {say('notesSettled', { done: review.settled.size, total: notes.length })}
        </Caption1>
      </div>
      <Body1 className={styles.quiet}>{say('notesHelp')}</Body1>
      <div className={styles.row}>
        <Button
          size="small"
          disabled={review.settled.size === notes.length}
          onClick={() => {
            dispatch({ type: 'notesSeen' });
          }}
        >
          {say('noteSeenAll')}
        </Button>
      </div>
      <ul className={styles.list}>
        {shown.map(({ note, number }) => (
          <NoteItem
            key={number}
            note={note}
            review={review}
            alternatives={review.alternatives[number] ?? []}
            settlement={review.settled.get(number) ?? null}
            onSettle={(as) => {
              dispatch({ type: 'noteSettled', note: number, as });
            }}
          />
        ))}
      </ul>
      {shown.length === notes.length ? null : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {say('noteMore', { count: notes.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function NoteItem(props: {
  readonly note: Note;
  readonly review: Review;
  readonly alternatives: readonly Alternative[];
  readonly settlement: Settlement | null;
  readonly onSettle: (as: Settlement | null) => void;
}): ReactElement {
  const { state, say } = usePane();
  const styles = useStyles();
  const own = useOwnStyles();
  const { note, review, alternatives, settlement, onSettle } = props;
  const words = describeNote(note, state.language);
  const name = rowName(review.plan, note.where.row);
  if (settlement !== null && alternatives.length === 0)
    return (
      <li className={styles.item}>
        <div className={mergeClasses(styles.row, styles.spread)}>
          <Caption1 className={styles.quiet}>{`✓ ${words}`}</Caption1>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onSettle(null);
            }}
          >
            {say('noteUndo')}
          </Button>
        </div>
      </li>
    );
  return (
    <li className={styles.item}>
      {name === null ? null : <Body1Strong>{name}</Body1Strong>}
      <div className={own.sides}>
        <div className={styles.tight}>
          <Caption1 className={styles.quiet}>
            {say('noteSource', { place: placeOf(review, note.where.line, state.language) })}
          </Caption1>
          <Body1 as="p" className={styles.quote}>
            {sourceOf(review, note.where.line)}
          </Body1>
        </div>
        <div className={styles.tight}>
          <Caption1 className={styles.quiet}>{say('noteReading')}</Caption1>
          <Body1>{words}</Body1>
        </div>
      </div>
      {alternatives.length === 0 ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              onSettle('seen');
            }}
          >
            {say('noteSeen')}
          </Button>
        </div>
      ) : (
        <Field label={say('noteChoice')} size="small">
          <Select
            size="small"
            select={{ className: styles.narrow }}
            value={settlement === null ? '' : String(settlement)}
            onChange={(_, { value }) => {
              onSettle(
                value === '' ? null : value === 'seen' ? 'seen' : Number.parseInt(value, 10),
              );
            }}
          >
            <option value="">…</option>
            <option value="seen">{say('noteAsRead')}</option>
            {alternatives.map((alternative, index) => (
              <option key={index} value={index}>
                {alternativeWords(alternative, review.plan, say)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </li>
  );
}

function alternativeWords(alternative: Alternative, plan: Plan, say: Say): string {
  switch (alternative.kind) {
    case 'lead':
      return say('noteLead', { name: alternative.name });
    case 'target':
      return say('noteTarget', { text: alternative.text });
    case 'move': {
      const isTask = plan.tasks.some(({ id }) => id === alternative.row);
      const headers: Readonly<Record<string, string>> = isTask
        ? columnHeaders.task
        : columnHeaders.indicator;
      return say('noteMoveTo', { column: headers[alternative.to] ?? alternative.to });
    }
  }
}

function rowName(plan: Plan, id: string | null): string | null {
  const row = [...plan.indicators, ...plan.proseIndicators, ...plan.tasks].find(
    (each) => each.id === id,
  );
  if (!row) return null;
  return row.code === '' ? row.name : `${row.code}. ${row.name}`;
}

/** Where a note's line stands: in the words of the source's format. */
function placeOf({ source }: Review, line: number, language: Language): string {
  return describePlace(source.lines[line - 1]?.place ?? {}, line, language);
}

/** The source at a note: its line, and those below it that are not empty. */
function sourceOf({ source }: Review, line: number): string {
  const words = source.lines
    .slice(line - 1, line - 1 + QUOTED_LINES)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
  return shorten(words, QUOTE_LENGTH);
}
