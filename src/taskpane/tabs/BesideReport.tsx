import { Body1, Body1Strong, Button, Caption1, Field, Select } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';
import type { ComparedCell, ComparedRow } from '../../domain/comparison/compare';
import { rowKey, type CorrectionProblem } from '../../domain/comparison/match';
import { correctionProblemWords, doubtWords, matchReasons } from '../../messages/comparison';
import { tellComparingIn } from '../../messages/comparing';
import { usePane } from '../pane';
import { Busy } from '../parts/Busy';
import { LongList } from '../parts/LongList';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import type { CompareStep } from '../state';

/** Matches shown before the person asks for all. */
const FIRST_MATCHES = 5;

/** What is made beside the report: the narrative for Word, and the comparison with other places. */
export function BesideReport(): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <Narrative />
      {state.compare.kind === 'preview' ? <Preview step={state.compare} /> : <Choose />}
    </div>
  );
}

function Narrative(): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const { work, language } = state;
  const tell = tellComparingIn(language);
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('narrativeTitle')}
      </Body1Strong>
      <Body1 className={styles.quiet}>{tell('narrativeText')}</Body1>
      {work?.job === 'narrative' ? (
        <Busy label={tell('writingNarrative')} progress={work.progress} />
      ) : (
        <div className={styles.row}>
          <Button disabled={work !== null} onClick={() => void effects.saveNarrative()}>
            {tell('saveNarrative')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Choose(): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const { work, language } = state;
  const tell = tellComparingIn(language);
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('title')}
      </Body1Strong>
      <Body1 className={styles.quiet}>{tell('text')}</Body1>
      {work?.job === 'compare' ? (
        <Busy label={tell('comparing')} progress={work.progress} />
      ) : (
        <div className={styles.row}>
          <input
            ref={file}
            type="file"
            multiple
            hidden
            accept=".xlsx"
            aria-label={tell('chooseFiles')}
            onChange={(event) => {
              const given = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void effects.compareWith(given);
            }}
          />
          <Button disabled={work !== null} onClick={() => file.current?.click()}>
            {tell('chooseFiles')}
          </Button>
        </div>
      )}
    </section>
  );
}

type Shown = Extract<CompareStep, { readonly kind: 'preview' }>;

function Preview({ step }: { readonly step: Shown }): ReactElement {
  const { state, effects, dispatch } = usePane();
  const styles = useStyles();
  const { work, language } = state;
  const tell = tellComparingIn(language);
  const { comparison, notices } = step.compared;
  const problems = new Map(
    comparison.problems.map(({ correction, reason }) => [
      rowKey(correction.party, correction.indicator),
      reason,
    ]),
  );
  const open = comparison.rows.flatMap((row) =>
    row.cells
      .filter(
        ({ party, member }) =>
          member.certainty === 'likely' ||
          member.certainty === 'corrected' ||
          problems.has(rowKey(party, member.indicator.id)),
      )
      .map((cell) => ({ row, cell })),
  );
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('title')}
      </Body1Strong>
      {notices[language].map((text) => (
        <Notice key={text} intent="warning">
          {text}
        </Notice>
      ))}
      <ul className={styles.list}>
        {comparison.books.map(({ book: { plan } }) => (
          <li key={plan.id}>
            <Counts step={step} party={plan.id} place={plan.locality} />
          </li>
        ))}
      </ul>
      <Body1Strong>
        {open.length === 0 ? tell('noMatches') : tell('matchesTitle', { count: open.length })}
      </Body1Strong>
      <LongList
        first={FIRST_MATCHES}
        items={open.map(({ row, cell }) => (
          <Match
            key={rowKey(cell.party, cell.member.indicator.id)}
            step={step}
            row={row}
            cell={cell}
            problem={problems.get(rowKey(cell.party, cell.member.indicator.id))}
          />
        ))}
      />
      <div className={styles.row}>
        <Button disabled={work !== null} appearance="primary" onClick={effects.saveComparison}>
          {tell('save')}
        </Button>
        <Button
          disabled={work !== null}
          onClick={() => {
            dispatch({ type: 'compareReached', compare: { kind: 'choose' } });
          }}
        >
          {tell('again')}
        </Button>
      </div>
    </section>
  );
}

function Counts(props: {
  readonly step: Shown;
  readonly party: string;
  readonly place: string;
}): ReactElement {
  const { state } = usePane();
  const tell = tellComparingIn(state.language);
  const { step, party, place } = props;
  const own = step.compared.comparison.rows.flatMap(({ cells }) =>
    cells.filter((cell) => cell.party === party),
  );
  const count = (standing: ComparedCell['standing']): number =>
    own.filter((cell) => cell.standing === standing).length;
  const breaches = own.filter(({ breach }) => breach).length;
  return (
    <>
      <Body1>
        {tell('counts', {
          place,
          higher: count('higher'),
          equal: count('equal'),
          lower: count('lower'),
          incomparable: count('incomparable'),
        })}
      </Body1>
      {breaches === 0 ? null : <Body1> {tell('breaches', { count: breaches })}</Body1>}
    </>
  );
}

/** What the drop-down of a match gives for "as found" and for "alone". */
const AS_FOUND = '';
const ALONE = ' ';

function Match(props: {
  readonly step: Shown;
  readonly row: ComparedRow;
  readonly cell: ComparedCell;
  readonly problem: CorrectionProblem['reason'] | undefined;
}): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const { step, row, cell, problem } = props;
  const { work, language } = state;
  const tell = tellComparingIn(language);
  const { party, member } = cell;
  const { id, name, horizon } = member.indicator;
  const { comparison } = step.compared;
  const place = comparison.books.find(({ book }) => book.plan.id === party)?.book.plan.locality;
  const decided = step.chosen.corrections.find(
    (each) => each.party === party && each.indicator === id,
  );
  const why =
    member.certainty === 'corrected'
      ? matchReasons.byOfficer[language]
      : member.doubts.map((doubt) => doubtWords[doubt][language]).join('; ');
  const rows = [
    ...comparison.rows
      .filter(({ matched }) => matched.horizon === horizon)
      .map(({ matched: { key, head } }) => ({ key, words: head.indicator.name })),
    ...comparison.withoutPlan
      .filter((each) => each.horizon === horizon)
      .map((each) => ({ key: each.id, words: each.name })),
  ];
  const said = ((): string => {
    if (problem !== undefined)
      return tell('notFollowed', { why: correctionProblemWords[problem][language] });
    if (decided?.with === null) return tell('standsAlone');
    return tell('matchWhy', { row: row.matched.head.indicator.name, why });
  })();
  return (
    <li className={styles.item}>
      <Body1>{tell('matchLine', { place: place ?? party, name })}</Body1>
      <Caption1 className={styles.quiet}>{said}</Caption1>
      <Field label={tell('correct')}>
        <Select
          className={styles.narrow}
          disabled={work !== null}
          value={decided === undefined ? AS_FOUND : (decided.with ?? ALONE)}
          onChange={(_, { value }) => {
            const of = { party, indicator: id };
            void effects.correctMatch(
              of,
              value === AS_FOUND ? null : { ...of, with: value === ALONE ? null : value },
            );
          }}
        >
          <option value={AS_FOUND}>{tell('asFound')}</option>
          <option value={ALONE}>{tell('alone')}</option>
          {rows.map(({ key, words }) => (
            <option key={key} value={key}>
              {`${key} · ${words}`}
            </option>
          ))}
        </Select>
      </Field>
    </li>
  );
}
