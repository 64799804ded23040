import {
  Badge,
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  Link,
  mergeClasses,
  Select,
  Textarea,
  ToggleButton,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { agenciesByRow, namesByRow } from '../../app/bookRows';
import { fixesOf, type Fix } from '../../app/fixes';
import type { CheckedBook } from '../../app/live/checkLive';
import { severities, type Issue, type Severity } from '../../domain/checks/issue';
import { waiverKey, withoutWaived } from '../../domain/checks/waivers';
import { shorten } from '../../domain/text';
import { describeIssue, severityWords } from '../../messages/issues';
import { fill, formatDate, formatNumber, type Language } from '../../messages/language';
import { usePane } from '../pane';
import { Busy } from '../parts/Busy';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { NAME_LENGTH } from '../parts/styles';
import { useStyles } from '../parts/styles';
import { WithBook } from '../parts/WithBook';
import { allIssues } from '../state';

/** Places of one group shown before the person asks for more. */
const FIRST_PLACES = 4;

const signs: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', note: '○' };

/** The issues of the workbook, live. */
export function CheckTab(): ReactElement {
  return <WithBook>{(checked) => <Issues checked={checked} />}</WithBook>;
}

/** An issue with what the list needs to show and narrow it. */
type ListedIssue = {
  readonly issue: Issue;
  readonly name: string | null;
  readonly agencies: readonly string[];
  readonly fixes: readonly Fix[];
};

function Issues({ checked }: { readonly checked: CheckedBook }): ReactElement {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  const { issueFilter, work, language } = state;
  const listed = useMemo(() => listIssues(checked), [checked]);
  const matching = listed.filter(
    ({ issue, agencies }) =>
      (issueFilter.sheet === null || issue.where.sheet === issueFilter.sheet) &&
      (issueFilter.agency === null || agencies.includes(issueFilter.agency)),
  );
  const shown = matching.filter(
    ({ issue }) => issueFilter.severity === null || issue.severity === issueFilter.severity,
  );
  const certain = shown.flatMap(({ fixes }) => fixes.filter((fix) => fix.certain));
  const waived = checked.issues.length - listed.length;
  const watched = state.book.kind === 'open' && state.book.watched;
  return (
    <section className={styles.stack}>
      <div className={mergeClasses(styles.row, styles.spread)}>
        <Heading>{say('checkTab')}</Heading>
        <Button size="small" disabled={work !== null} onClick={() => void effects.check()}>
          {say('checkNow')}
        </Button>
      </div>
      <Caption1 className={styles.quiet}>{say(watched ? 'watching' : 'notWatching')}</Caption1>
      {work?.job === 'waive' || work?.job === 'check' ? (
        <Busy label={say(work.job === 'waive' ? 'waiving' : 'checking')} progress={work.progress} />
      ) : null}
      <Filters listed={listed} matching={matching} />
      {certain.length < 2 ? null : (
        <div className={styles.row}>
          <Button
            appearance="primary"
            disabled={work !== null}
            onClick={() => void effects.fix(certain)}
          >
            {say('fixAll', { count: certain.length })}
          </Button>
        </div>
      )}
      {listed.length === 0 ? (
        <Notice intent="success" title={say('issuesNone')}>
          {say('issuesNoneText')}
        </Notice>
      ) : null}
      {listed.length > 0 && shown.length === 0 ? (
        <div className={styles.row}>
          <Body1>{say('issuesFiltered')}</Body1>
          <Link
            as="button"
            onClick={() => {
              dispatch({ type: 'issuesFiltered', filter: allIssues });
            }}
          >
            {say('clearFilter')}
          </Link>
        </div>
      ) : null}
      {groupsOf(shown).map((group) => (
        <Group key={`${group.code} ${group.severity}`} group={group} language={language} />
      ))}
      {waived === 0 ? null : (
        <div className={styles.row}>
          <Caption1 className={styles.quiet}>{say('waivedCount', { count: waived })}</Caption1>
          <Link as="button" onClick={() => void effects.showSheet('waivers')}>
            {say('showWaived')}
          </Link>
        </div>
      )}
    </section>
  );
}

function Filters(props: {
  readonly listed: readonly ListedIssue[];
  readonly matching: readonly ListedIssue[];
}): ReactElement | null {
  const { state, dispatch, say } = usePane();
  const styles = useStyles();
  const { issueFilter, language } = state;
  const { listed, matching } = props;
  if (listed.length === 0) return null;
  const sheets = [...new Set(listed.map(({ issue }) => issue.where.sheet))];
  const collator = new Intl.Collator('vi');
  const agencies = [...new Set(listed.flatMap((each) => each.agencies))].sort((a, b) =>
    collator.compare(a, b),
  );
  return (
    <div className={styles.stack}>
      <div className={styles.row} role="group" aria-label={say('severityFilter')}>
        {severities.map((severity) => {
          const count = matching.filter(({ issue }) => issue.severity === severity).length;
          const words = fill(severityWords[severity], {}, language);
          return (
            <ToggleButton
              key={severity}
              size="small"
              checked={issueFilter.severity === severity}
              disabled={count === 0 && issueFilter.severity !== severity}
              onClick={() => {
                const next = issueFilter.severity === severity ? null : severity;
                dispatch({ type: 'issuesFiltered', filter: { severity: next } });
              }}
            >
              <span className={styles[severity]} aria-hidden="true">
                {signs[severity]}
              </span>
              &nbsp;{say('severityCount', { severity: words, count })}
            </ToggleButton>
          );
        })}
      </div>
      <div className={styles.row}>
        <Choice
          label={say('filterSheet')}
          choices={sheets}
          chosen={issueFilter.sheet}
          onChoose={(sheet) => {
            dispatch({ type: 'issuesFiltered', filter: { sheet } });
          }}
        />
        <Choice
          label={say('filterAgency')}
          choices={agencies}
          chosen={issueFilter.agency}
          onChoose={(agency) => {
            dispatch({ type: 'issuesFiltered', filter: { agency } });
          }}
        />
      </div>
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly choices: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (choice: string | null) => void;
}): ReactElement | null {
  const { say } = usePane();
  const styles = useStyles();
  const { label, choices, chosen, onChoose } = props;
  if (choices.length < 2 && chosen === null) return null;
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select
        size="small"
        select={{ className: styles.narrow }}
        value={chosen ?? ''}
        onChange={(_, { value }) => {
          onChoose(value === '' ? null : value);
        }}
      >
        <option value="">{say('filterAll')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </Field>
  );
}

type IssueGroup = {
  readonly code: string;
  readonly severity: Severity;
  readonly places: readonly ListedIssue[];
};

function Group(props: { readonly group: IssueGroup; readonly language: Language }): ReactElement {
  const { say } = usePane();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { group, language } = props;
  const [first] = group.places;
  const title = first ? describeIssue(first.issue, language).title : group.code;
  const shown = all ? group.places : group.places.slice(0, FIRST_PLACES);
  const rest = group.places.length - FIRST_PLACES;
  return (
    <section className={styles.tight}>
      <div className={mergeClasses(styles.row, styles.spread)}>
        <Body1Strong as="h3" className={styles.subheading}>
          <span className={styles[group.severity]} aria-hidden="true">
            {signs[group.severity]}
          </span>{' '}
          {title}
        </Body1Strong>
        <Badge
          appearance="tint"
          color={group.severity === 'error' ? 'danger' : 'informative'}
          shape="rounded"
        >
          {say('groupCount', { count: group.places.length })}
        </Badge>
      </div>
      <ul className={styles.list}>
        {shown.map((listed) => (
          <Place key={waiverKey(listed.issue) + String(listed.issue.where.cell)} listed={listed} />
        ))}
      </ul>
      {rest <= 0 ? null : (
        <div>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? say('showLess') : say('showMore', { count: rest })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Place({ listed }: { readonly listed: ListedIssue }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [waiving, setWaiving] = useState(false);
  const { issue, name, fixes } = listed;
  const { sheet, cell } = issue.where;
  const { text, action } = describeIssue(issue, state.language);
  const place = cell === null || cell === '' ? sheet : say('place', { sheet, cell });
  return (
    <li className={styles.item}>
      <Link
        as="button"
        className={styles.words}
        title={say('goTo', { cell: cell ?? 'A1', sheet })}
        onClick={() => void effects.show({ sheet, cell })}
      >
        {name === null ? place : `${shorten(name, NAME_LENGTH)} (${place})`}
      </Link>
      <Body1>{text}</Body1>
      <Body1 className={styles.quiet}>{action}</Body1>
      <div className={styles.row}>
        {fixes.map((fix) => (
          <Button
            key={String(fix.value)}
            size="small"
            disabled={state.work !== null}
            onClick={() => void effects.fix([fix])}
          >
            {fix.value === ''
              ? say('fixClear')
              : say('fixTo', { value: shownValue(fix.value, state.language) })}
          </Button>
        ))}
        {issue.severity === 'note' || waiving ? null : (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              setWaiving(true);
            }}
          >
            {say('waive')}
          </Button>
        )}
      </div>
      {waiving ? (
        <WaiveForm
          issue={issue}
          onClose={() => {
            setWaiving(false);
          }}
        />
      ) : null}
    </li>
  );
}

/** The longest words on a button. */
const LONGEST_VALUE = 40;

function shownValue(value: string | number, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language);
  return shorten(formatDate(value), LONGEST_VALUE);
}

function WaiveForm(props: { readonly issue: Issue; readonly onClose: () => void }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(state.waivedBy);
  const [asked, setAsked] = useState(false);
  const missing = (text: string) =>
    asked && text.trim() === '' ? { validationMessage: say('waiveMissing') } : {};
  return (
    <form
      noValidate
      className={styles.card}
      aria-label={say('waiveTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reason.trim() === '' || by.trim() === '') return;
        props.onClose();
        void effects.waive(props.issue, reason.trim(), by.trim());
      }}
    >
      <Caption1 className={styles.quiet}>{say('waiveHelp')}</Caption1>
      <Field label={say('waiveReason')} required {...missing(reason)}>
        <Textarea
          value={reason}
          onChange={(_, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <Field label={say('waiveBy')} required {...missing(by)}>
        <Input
          value={by}
          onChange={(_, { value }) => {
            setBy(value);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" appearance="primary" size="small" disabled={state.work !== null}>
          {say('waiveDo')}
        </Button>
        <Button size="small" onClick={props.onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

function listIssues(checked: CheckedBook): readonly ListedIssue[] {
  const names = namesByRow(checked);
  const agencies = agenciesByRow(checked);
  return withoutWaived(checked.issues, checked.book.waivers).map((issue) => {
    const row = issue.where.row ?? '';
    return {
      issue,
      name: names.get(row) ?? null,
      agencies: agencies.get(row) ?? [],
      fixes: fixesOf(issue),
    };
  });
}

/** Issues of one code and weight together, in the order of the first of each: worst first. */
function groupsOf(listed: readonly ListedIssue[]): readonly IssueGroup[] {
  const groups = new Map<string, { code: string; severity: Severity; places: ListedIssue[] }>();
  for (const each of listed) {
    const { code, severity } = each.issue;
    const key = `${severity} ${code}`;
    const group = groups.get(key);
    if (group) group.places.push(each);
    else groups.set(key, { code, severity, places: [each] });
  }
  return [...groups.values()];
}
