import { allIssues, firstState, reduce, type Event, type State } from '../../src/taskpane/state';
import { checkedBook } from './running';

/** What a series of events makes of the first state. */
function after(...events: readonly Event[]): State {
  return events.reduce(reduce, firstState);
}

const checked = checkedBook();
const edit = { sheet: 'Chỉ tiêu', cell: 'I9', value: null };
const open: Event = { type: 'bookChecked', checked };
const fixed: Event = { type: 'workEnded', outcome: { kind: 'fixed', count: 1, undo: [edit] } };
const report = { bytes: new Uint8Array(), name: '', openErrors: 0, revision: 1 };

it.each<[string, Partial<State>, readonly Event[]]>([
  ['a workbook may hold no plan', { book: { kind: 'none' } }, [{ type: 'bookMissing' }]],
  [
    'an open workbook stays shown while it is read again',
    { book: { kind: 'open', checked, watched: false, revision: 1 } },
    [open, { type: 'bookReading' }],
  ],
  [
    'every check is a new revision, and watching goes on',
    { book: { kind: 'open', checked, watched: true, revision: 2 } },
    [open, { type: 'watchChanged', watched: true }, open],
  ],
  [
    'watching without a workbook means nothing',
    { book: { kind: 'unread' } },
    [{ type: 'watchChanged', watched: true }],
  ],
  [
    'a job puts away what the last one came to',
    { outcome: null },
    [fixed, { type: 'workStarted', job: 'check' }],
  ],
  [
    'another tab puts it away too',
    { tab: 'report', outcome: null },
    [fixed, { type: 'tabOpened', tab: 'report' }],
  ],
  [
    'stopping is asked of the job that runs',
    { work: { job: 'refresh', progress: null, stopping: true } },
    [{ type: 'workStarted', job: 'refresh' }, { type: 'stopAsked' }],
  ],
  [
    'progress without a job is dropped',
    { work: null },
    [{ type: 'workProgressed', progress: { done: 1, total: 2 } }],
  ],
  [
    'filters add up',
    { issueFilter: { ...allIssues, sheet: 'Nhiệm vụ', severity: 'error' } },
    [
      { type: 'issuesFiltered', filter: { sheet: 'Nhiệm vụ' } },
      { type: 'issuesFiltered', filter: { severity: 'error' } },
    ],
  ],
  [
    'a report is gone with its workbook',
    { report: null },
    [open, { type: 'reportMade', report }, { type: 'bookMissing' }],
  ],
  [
    'the language of Office is taken',
    { host: 'excel', language: 'en' },
    [{ type: 'hostKnown', host: 'excel', language: 'en' }],
  ],
  [
    'notes are settled only while a plan is looked at',
    { step: firstState.step },
    [{ type: 'noteSettled', note: 0, as: 'seen' }, { type: 'notesSeen' }],
  ],
])('%s', (_, expected, events) => {
  expect(after(...events)).toMatchObject(expected);
});
