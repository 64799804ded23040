import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { namesByRow } from '../../app/bookRows';
import type { RejectedFile } from '../../app/collectFiles';
import type { CheckedBook } from '../../app/live/checkLive';
import type { AgencyChanges, Taken } from '../../domain/collection/collect';
import type { Conflict } from '../../domain/collection/standing';
import { shorten } from '../../domain/text';
import { tellIn } from '../../messages/collecting';
import { columnHeaders } from '../../messages/columnHeaders';
import { describeFailure } from '../../messages/failures';
import { describeIssue } from '../../messages/issues';
import { formatDate, formatNumber, type Language } from '../../messages/language';
import { usePane } from '../pane';
import { Heading } from '../parts/Heading';
import { LongList } from '../parts/LongList';
import { Notice } from '../parts/Notice';
import { NAME_LENGTH } from '../parts/styles';
import { useStyles } from '../parts/styles';
import type { CollectPreview } from '../state';

/** Lines of each list shown before the person asks for more. */
const FIRST_FILES = 20;
const FIRST_FAULTS = 5;

/** What a collection would do, file by file, before anything is written. */
export function CollectPreviewStep(props: {
  readonly checked: CheckedBook;
  readonly preview: CollectPreview;
}): ReactElement {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  const tell = tellIn(state.language);
  const { checked, preview } = props;
  const { period, collected } = preview;
  const { collection, rejected } = collected;
  const { book } = checked;
  const names = new Map(book.registry.map(({ id, name }) => [id, name]));
  const nameOf = (agency: string): string => names.get(agency) ?? agency;
  const figures = collection.history.length - book.history.length;
  const nothing = collection.log.length === book.log.length;
  const isPast = period.id !== book.settings.period.id;
  return (
    <section className={styles.stack}>
      <Heading takesFocus>{tell('previewTitle')}</Heading>
      <div className={styles.tight}>
        <Body1>
          {tell('previewCounts', {
            period: period.name,
            accepted: collection.taken.length,
            rejected: rejected.length,
            unchanged: collection.unchanged.length,
          })}
        </Body1>
        {nothing ? (
          <Notice intent="info">{tell('previewNothing')}</Notice>
        ) : (
          <Body1>{tell('previewCells', { cells: collection.cells.length, figures })}</Body1>
        )}
      </div>
      {isPast && !nothing ? <Notice intent="info">{tell('previewPast')}</Notice> : null}
      <Conflicts conflicts={collection.conflicts} checked={checked} nameOf={nameOf} />
      <Rejected rejected={rejected} nameOf={nameOf} />
      <Section title={tell('acceptedTitle', { count: collection.taken.length })}>
        {collection.taken.map((taken) => (
          <Accepted
            key={`${taken.submission.hash} ${taken.submission.file}`}
            taken={taken}
            name={nameOf(taken.submission.agency)}
            changes={collection.agencies.find(({ file }) => file === taken.submission.file)}
          />
        ))}
      </Section>
      <Section title={tell('excludedTitle', { count: collection.excluded.length })}>
        {collection.excluded.map(({ file, hash, reason }) => (
          <li key={`${hash} ${file}`} className={styles.item}>
            <Body1>{file}</Body1>
            <Caption1 className={styles.quiet}>{reason}</Caption1>
            <div>
              <Button size="small" onClick={() => void effects.leaveFileOut(hash, null)}>
                {tell('takeAgain')}
              </Button>
            </div>
          </li>
        ))}
      </Section>
      <Section title={tell('unchangedTitle', { count: collection.unchanged.length })}>
        {collection.unchanged.map(({ file, agency }) => (
          <li key={file} className={styles.item}>
            <Body1>{nameOf(agency)}</Body1>
            <Caption1 className={styles.quiet}>{file}</Caption1>
          </li>
        ))}
      </Section>
      <div className={styles.foot}>
        <Button
          onClick={() => {
            dispatch({ type: 'collectReached', collect: { kind: 'choose' } });
          }}
        >
          {say('cancel')}
        </Button>
        <Button
          appearance="primary"
          disabled={nothing || state.work !== null}
          onClick={() => void effects.collect()}
        >
          {tell('write')}
        </Button>
      </div>
    </section>
  );
}

function Section(props: {
  readonly title: string;
  readonly text?: string;
  readonly children: readonly ReactElement[];
}): ReactElement | null {
  const styles = useStyles();
  const { title, text, children } = props;
  if (children.length === 0) return null;
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {title}
      </Body1Strong>
      {text === undefined ? null : <Caption1 className={styles.quiet}>{text}</Caption1>}
      <LongList items={children} first={FIRST_FILES} />
    </section>
  );
}

function shown(value: string | number, language: Language): string {
  return typeof value === 'number' ? formatNumber(value, language) : formatDate(value);
}

const headers: Readonly<Record<string, string>> = {
  ...columnHeaders.indicator,
  ...columnHeaders.task,
};

function Conflicts(props: {
  readonly conflicts: readonly Conflict[];
  readonly checked: CheckedBook;
  readonly nameOf: (agency: string) => string;
}): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const { conflicts, checked, nameOf } = props;
  const tell = tellIn(state.language);
  const rows = namesByRow(checked);
  return (
    <Section
      title={tell('conflictsTitle', { count: conflicts.length })}
      text={tell('conflictsText')}
    >
      {conflicts.map(({ line, field, statements, chosen }) => (
        <li key={`${line} ${field}`} className={styles.item}>
          <Field
            label={`${shorten(rows.get(line) ?? line, NAME_LENGTH)} · ${headers[field] ?? field}`}
          >
            <RadioGroup
              value={chosen}
              onChange={(_, { value }) =>
                void effects.chooseStatement({ line, field, agency: value })
              }
            >
              {statements.map(({ agency, value, file, sheet, cell }) => (
                <Radio
                  key={agency}
                  value={agency}
                  label={
                    <span className={styles.tight}>
                      <Body1>
                        {tell('statement', {
                          value: shown(value, state.language),
                          name: nameOf(agency),
                        })}
                      </Body1>
                      <Caption1 className={styles.quiet}>
                        {tell('statementSource', { file, sheet, cell })}
                      </Caption1>
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
        </li>
      ))}
    </Section>
  );
}

/** A fault of a file in words: where it is, what was seen, what to do. */
function faultLines({ failure, issues }: RejectedFile, language: Language): readonly string[] {
  if (failure !== null) return [describeFailure(failure, language)];
  const tell = tellIn(language);
  return issues.map((issue) => {
    const { text, action } = describeIssue(issue, language);
    const { sheet, cell } = issue.where;
    const place = tell('faultPlace', { sheet, cell: cell ?? '' });
    return `${place}: ${text} ${action}`.trim();
  });
}

function Rejected(props: {
  readonly rejected: readonly RejectedFile[];
  readonly nameOf: (agency: string) => string;
}): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const { rejected, nameOf } = props;
  const { language } = state;
  const tell = tellIn(language);
  return (
    <Section title={tell('rejectedTitle', { count: rejected.length })} text={tell('rejectedText')}>
      {rejected.map((each) => {
        const lines = faultLines(each, language);
        return (
          <li key={each.file} className={styles.item}>
            <Body1Strong>{`■ ${each.file}`}</Body1Strong>
            {each.agency === null ? null : <Caption1>{nameOf(each.agency)}</Caption1>}
            <LongList
              first={FIRST_FAULTS}
              items={lines.map((line, index) => (
                <li key={index}>
                  <Body1>{line}</Body1>
                </li>
              ))}
            />
            <div>
              <Button
                size="small"
                onClick={() => void effects.copyTexts([[each.file, ...lines].join('\n')])}
              >
                {tell('copyFaults')}
              </Button>
            </div>
          </li>
        );
      })}
    </Section>
  );
}

function Accepted(props: {
  readonly taken: Taken;
  readonly name: string;
  readonly changes: AgencyChanges | undefined;
}): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const [leaving, setLeaving] = useState(false);
  const { taken, name, changes } = props;
  const { submission, supersededBy } = taken;
  const tell = tellIn(state.language);
  const more = (words: ReactNode): ReactElement => (
    <Caption1 className={styles.quiet}>{words}</Caption1>
  );
  return (
    <li className={styles.item}>
      <Body1>{name}</Body1>
      {more(submission.file)}
      {changes ? (
        <Body1>
          {tell('counts', {
            new: changes.new,
            changed: changes.changed,
            same: changes.same,
            dropped: changes.dropped,
          })}
        </Body1>
      ) : null}
      {supersededBy === null ? null : more(tell('superseded', { file: supersededBy }))}
      {submission.macros ? more(tell('macros')) : null}
      {submission.issues.length === 0 ? null : (
        <>
          <Caption1 className={styles.warning}>
            {`▲ ${tell('warnings', { count: submission.issues.length })}`}
          </Caption1>
          <LongList
            first={2}
            items={faultLines(
              { file: '', agency: null, failure: null, issues: submission.issues },
              state.language,
            ).map((line, index) => (
              <li key={index}>
                <Caption1>{line}</Caption1>
              </li>
            ))}
          />
        </>
      )}
      {leaving ? (
        <LeaveOut
          hash={submission.hash}
          onCancel={() => {
            setLeaving(false);
          }}
        />
      ) : (
        <div>
          <Button
            size="small"
            appearance="subtle"
            aria-label={tell('leaveOutOf', { file: submission.file })}
            onClick={() => {
              setLeaving(true);
            }}
          >
            {tell('leaveOut')}
          </Button>
        </div>
      )}
    </li>
  );
}

function LeaveOut(props: { readonly hash: string; readonly onCancel: () => void }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tell = tellIn(state.language);
  const words = reason.trim();
  return (
    <div className={styles.tight}>
      <Field
        label={tell('leaveOutReason')}
        {...(asked && words === '' ? { validationMessage: tell('reasonMissing') } : {})}
      >
        <Input
          value={reason}
          onChange={(_, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            setAsked(true);
            if (words !== '') void effects.leaveFileOut(props.hash, words);
          }}
        >
          {tell('leaveOutDo')}
        </Button>
        <Button size="small" onClick={props.onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
