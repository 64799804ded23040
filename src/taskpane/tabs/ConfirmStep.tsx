import { Body1, Body1Strong, Button, Caption1, Link } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { PreparedLoad } from '../../app/live/loadPlan';
import { formatDate, formatNumber } from '../../messages/language';
import { usePane } from '../pane';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import { describeTrouble } from '../parts/trouble';
import type { Review, Trouble } from '../state';

/** Cells listed at most; a plan that differs everywhere is not read cell by cell. */
const MOST_CELLS = 100;

/** What a load will do to the workbook, before it does it. */
export function ConfirmStep(props: {
  readonly review: Review;
  readonly prepared: PreparedLoad;
  readonly failure: Trouble | null;
}): ReactElement {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  const { review, prepared, failure } = props;
  const { made, replaced, updated } = prepared.changes;
  const nothing = made.length + replaced.length + updated.length === 0;
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [say('confirmMade'), made.filter((sheet) => !sheet.startsWith('_'))],
    [
      say('confirmReplaced'),
      replaced.map(({ sheet, kept }) => say('confirmKept', { sheet, kept })),
    ],
    [
      say('confirmUpdated'),
      updated
        .filter(({ sheet }) => !sheet.startsWith('_'))
        .map(({ sheet, cells, rowsAdded, rowsGone }) =>
          say('confirmUpdatedCells', {
            sheet,
            cells: cells.length,
            added: rowsAdded,
            gone: rowsGone,
          }),
        ),
    ],
  ];
  return (
    <section className={styles.stack}>
      <Heading takesFocus>{say('confirmTitle')}</Heading>
      {failure === null ? null : (
        <Notice
          intent={
            failure.kind === 'failure' && failure.failure.code === 'cancelled' ? 'info' : 'error'
          }
        >
          {describeTrouble(failure, state.language)}
        </Notice>
      )}
      {nothing ? <Notice intent="success">{say('confirmNothing')}</Notice> : null}
      {lists.map(([title, items]) =>
        items.length === 0 ? null : (
          <div key={title} className={styles.tight}>
            <Body1Strong>{`${title} (${formatNumber(items.length, state.language)})`}</Body1Strong>
            <Body1 className={styles.quiet}>{items.join(' · ')}</Body1>
          </div>
        ),
      )}
      <ChangedCells prepared={prepared} />
      <Body1>{`${say('confirmAsOf')}: ${formatDate(asOfOf(prepared))}`}</Body1>
      {prepared.before === null ? null : <Notice intent="info">{say('confirmEntries')}</Notice>}
      <div className={styles.foot}>
        <Button
          onClick={() => {
            dispatch({ type: 'stepReached', step: { kind: 'review', review, failure: null } });
          }}
        >
          {say('back')}
        </Button>
        {nothing ? null : (
          <Button appearance="primary" onClick={() => void effects.load()}>
            {say('load')}
          </Button>
        )}
      </div>
    </section>
  );
}

function ChangedCells({ prepared }: { readonly prepared: PreparedLoad }): ReactElement | null {
  const { say } = usePane();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const cells = prepared.changes.updated
    .filter(({ sheet }) => !sheet.startsWith('_'))
    .flatMap((sheet) => sheet.cells);
  if (cells.length === 0) return null;
  if (!open)
    return (
      <div>
        <Link
          as="button"
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('confirmCells')}
        </Link>
      </div>
    );
  return (
    <ul className={styles.list}>
      {cells.slice(0, MOST_CELLS).map(({ sheet, cell, before, after }) => (
        <li key={`${sheet} ${cell}`} className={styles.item}>
          <Caption1 className={styles.quiet}>{say('place', { sheet, cell })}</Caption1>
          <Body1>{`${shown(before)} → ${shown(after)}`}</Body1>
        </li>
      ))}
    </ul>
  );
}

function shown(words: string): string {
  return words === '' ? '–' : words;
}

/** The day the load sets for its statuses, as the workbook's properties say it. */
function asOfOf({ spec }: PreparedLoad): string {
  return spec.properties.created.slice(0, 10);
}
