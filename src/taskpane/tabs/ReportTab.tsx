import { Body1, Body1Strong, Button, Caption1, Field, Select } from '@fluentui/react-components';
import { Suspense, type ReactElement } from 'react';
import type { CheckedBook } from '../../app/live/checkLive';
import { countOpenErrors, withoutWaived } from '../../domain/checks/waivers';
import { describeIssue } from '../../messages/issues';
import { formatDate, formatNumber } from '../../messages/language';
import { usePane } from '../pane';
import { BesideReport } from '../parts/late';
import { Busy } from '../parts/Busy';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import { WithBook } from '../parts/WithBook';
import { allIssues } from '../state';

/** Kinds of errors named before "and so on". */
const NAMED_KINDS = 4;
const BYTES_PER_KB = 1024;

/** The consolidated report: what stands in its way, making it, opening or saving it. */
export function ReportTab(): ReactElement {
  return <WithBook>{(checked) => <Reporting checked={checked} />}</WithBook>;
}

function Reporting({ checked }: { readonly checked: CheckedBook }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { work, report, book } = state;
  const { settings, sample, waivers } = checked.book;
  const { period, periods, asOf } = settings;
  const openErrors = countOpenErrors(checked.issues, waivers);
  const fresh = report !== null && book.kind === 'open' && report.revision === book.revision;
  if (work?.job === 'report') return <Busy label={say('makingReport')} progress={work.progress} />;
  return (
    <section className={styles.stack}>
      <Heading>{say('reportTitle')}</Heading>
      <Field
        label={say('reportPeriod')}
        hint={say('reportPeriodLine', { from: period.from, to: period.to, due: period.due })}
      >
        <Select
          value={period.id}
          disabled={work !== null}
          onChange={(_, { value }) => void effects.changeSettings({ period: value })}
        >
          {periods.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Body1>{`${say('asOf')}: ${formatDate(asOf)}`}</Body1>
      {openErrors === 0 ? (
        <Notice intent="success" title={say('reportReady')}>
          {say('reportReadyText')}
        </Notice>
      ) : (
        <Blocked checked={checked} openErrors={openErrors} />
      )}
      {sample ? <Notice intent="info">{say('reportSample')}</Notice> : null}
      <Suspense>
        <BesideReport />
      </Suspense>
      {fresh ? (
        <Done />
      ) : (
        <div className={styles.foot}>
          <Button
            appearance="primary"
            disabled={work !== null}
            onClick={() => void effects.makeReport()}
          >
            {say(openErrors === 0 ? 'makeReport' : 'makeDraft')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Blocked(props: {
  readonly checked: CheckedBook;
  readonly openErrors: number;
}): ReactElement {
  const { state, dispatch, say } = usePane();
  const styles = useStyles();
  const { checked, openErrors } = props;
  const kinds = new Map<string, number>();
  for (const issue of withoutWaived(checked.issues, checked.book.waivers)) {
    if (issue.severity !== 'error') continue;
    const { title } = describeIssue(issue, state.language);
    kinds.set(title, (kinds.get(title) ?? 0) + 1);
  }
  const named = [...kinds].slice(0, NAMED_KINDS);
  return (
    <div className={styles.tight}>
      <Notice
        intent="warning"
        title={say('reportBlocked', { count: openErrors })}
        actions={
          <Button
            size="small"
            onClick={() => {
              dispatch({ type: 'issuesFiltered', filter: { ...allIssues, severity: 'error' } });
              dispatch({ type: 'tabOpened', tab: 'check' });
            }}
          >
            {say('toIssues')}
          </Button>
        }
      >
        {say('reportBlockedText')}
      </Notice>
      <ul className={styles.list}>
        {named.map(([title, count]) => (
          <li key={title}>
            <Body1>{`■ ${title}: ${formatNumber(count, state.language)}`}</Body1>
          </li>
        ))}
      </ul>
      {kinds.size <= NAMED_KINDS ? null : (
        <Caption1 className={styles.quiet}>
          {say('reportBlockedMore', { count: kinds.size - NAMED_KINDS })}
        </Caption1>
      )}
    </div>
  );
}

function Done(): ReactElement | null {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { report, work } = state;
  if (report === null) return null;
  const size = Math.ceil(report.bytes.length / BYTES_PER_KB);
  return (
    <>
      <div className={styles.card}>
        <Body1Strong role="status">
          {say(report.openErrors === 0 ? 'reportDone' : 'reportDoneDraft')}
        </Body1Strong>
        <Caption1 className={styles.quiet}>
          {say('reportSize', { name: report.name, size })}
        </Caption1>
      </div>
      <div className={styles.foot}>
        <Button onClick={effects.saveReport} disabled={work !== null}>
          {say('saveReport')}
        </Button>
        <Button
          appearance="primary"
          disabled={work !== null}
          onClick={() => void effects.openReport()}
        >
          {say('openReport')}
        </Button>
      </div>
    </>
  );
}
