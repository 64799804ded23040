import {
  indicatorStatuses,
  slippingIndicatorStatuses,
  slippingTaskStatuses,
  taskStatuses,
  type IndicatorStatus,
} from '../../domain/assessment/status';
import type { Rate } from '../../domain/assessment/summary';
import { daysBetween, yearOf } from '../../domain/dates';
import { fold } from '../../domain/text';
import { withinSentence } from '../../messages/language';
import { indicatorStatusWords, taskStatusWords } from '../../messages/words';
import { compilerWords, officeOf, planWords, type Office } from '../shared/office';
import {
  paragraph,
  type BlockSpec,
  type DocumentSpec,
  type ParagraphSpec,
  type ParagraphStyle,
} from './documentSpec';
import {
  counted,
  enteredIn,
  fullName,
  measured,
  named,
  withUnit,
  type Entered,
  type NarrativeInput,
  type Row,
  type SharedField,
} from './input';
import { arrivals } from './arrivals';
import { changes } from './changes';
import { sentence, sourceWords, words, type Sentence, type Traced } from './sentence';

/** Rows that are named one by one before "and so many others". */
const NAMED_MET = 5;
const NAMED_SLIPPING = 12;

/** A piece of the narrative: a heading, or a paragraph of sentences. */
type Piece =
  | { readonly kind: 'head'; readonly style: 'heading' | 'subheading'; readonly text: string }
  | { readonly kind: 'sentences'; readonly sentences: readonly Sentence[] };

/**
 * The report's figures as a short text (Nghị định 30/2020/NĐ-CP): results, slips, causes and
 * measures, requests. Every sentence is a template filled with figures that have a source, and the
 * last page lists them sentence by sentence. What officers did not write is named as missing.
 */
export function narrativeSpec(input: NarrativeInput): DocumentSpec {
  const { book, assessment, openErrors } = input;
  const { plan, settings, sample } = book;
  const entered = enteredIn(input);
  const pieces: readonly Piece[] = [
    lines([opening(input)]),
    { kind: 'head', style: 'heading', text: words('headResults') },
    { kind: 'head', style: 'subheading', text: words('headIndicators') },
    ...indicatorResults(input, entered),
    { kind: 'head', style: 'subheading', text: words('headTasks') },
    ...taskResults(input, entered),
    ...sinceLast(input, entered),
    { kind: 'head', style: 'heading', text: words('headSlipping') },
    ...slips(entered),
    { kind: 'head', style: 'heading', text: words('headCauses') },
    ...causes(entered),
    { kind: 'head', style: 'heading', text: words('headRequests') },
    ...requests(entered),
  ];
  const marks = [
    ...(sample ? [words('sample')] : []),
    ...(openErrors > 0 ? [words('draft', { errors: openErrors })] : []),
  ];
  return {
    properties: {
      title: words('title', { plan: planWords(plan) }),
      subject: settings.period.name,
      creator: plan.reporting.recipient ?? plan.issuer,
      created: `${assessment.asOf}T00:00:00Z`,
    },
    blocks: [
      ...letterhead(input),
      ...marks.map((mark) => paragraph('mark', mark)),
      ...bodyOf(pieces),
      ...signature(officeOf(plan)),
      ...sources(input, pieces),
    ],
  };
}

function lines(sentences: readonly Sentence[]): Piece {
  return { kind: 'sentences', sentences };
}

/** Each sentence that begins with a dash is a paragraph of its own. */
function listed(sentences: readonly Sentence[]): readonly Piece[] {
  return sentences.map((each) => lines([each]));
}

function opening(input: NarrativeInput): Sentence {
  const { plan, settings } = input.book;
  const setting = (shown: string): Traced => ({ shown, source: { kind: 'settings' } });
  return sentence('opening', {
    plan: { shown: planWords(plan), source: { kind: 'document' } },
    compiler: { shown: compilerWords(plan), source: { kind: 'document' } },
    period: setting(withinSentence(settings.period.name)),
    cutOff: setting(settings.period.cutOff),
    asOf: setting(input.assessment.asOf),
  });
}

function rateOf({ numerator, denominator, value }: Rate): Traced {
  return {
    shown: words('share', { value: Math.round((value ?? 0) * 1000) / 10 }),
    source: { kind: 'rate', numerator, denominator },
  };
}

function indicatorResults(input: NarrativeInput, entered: Entered): readonly Piece[] {
  const { summary, asOf } = input.assessment;
  const all = entered.indicators;
  if (all.length === 0) return [lines([sentence('noIndicators', {})])];
  const withStatus = (...statuses: readonly IndicatorStatus[]) =>
    all.filter(({ assessed }) => statuses.includes(assessed.status));
  const met = withStatus('met');
  const rest = (['noData', 'noPace', 'judgement', 'invalid'] as const).flatMap((status) => {
    const rows = withStatus(status);
    return rows.length === 0 ? [] : [sentence(status, { count: counted(rows) })];
  });
  const more = met.length - NAMED_MET;
  return [
    lines([
      sentence('indicators', {
        total: counted(all),
        asOf: { shown: asOf, source: { kind: 'settings' } },
        met: counted(met),
        metRate: rateOf(summary.indicators.metRate),
        onPace: counted(withStatus('onPace')),
        slipping: counted(withStatus(...slippingIndicatorStatuses)),
      }),
      ...rest,
    ]),
    ...(met.length === 0
      ? []
      : [
          { kind: 'head', style: 'subheading', text: words('headMet') } as const,
          ...listed(met.slice(0, NAMED_MET).map((row) => metSentence(row, entered))),
        ]),
    ...(more > 0 ? [lines([sentence('moreMet', { count: counted(met.slice(NAMED_MET)) })])] : []),
  ];
}

function targetOf({ assessed: { indicator, parts, status } }: Row & { kind: 'indicator' }): Traced {
  const part = parts.find((each) => each.status === status)?.partText ?? null;
  return {
    shown: withUnit(part ?? indicator.targetText ?? '', indicator),
    source: { kind: 'plan', row: indicator.id },
  };
}

function actualOf(row: Row & { kind: 'indicator' }, entered: Entered): Traced | null {
  const actual = entered.figure(row, 'actual');
  if (!actual) return null;
  const shown = measured(actual.shown, row.assessed.indicator);
  return {
    shown: entered.estimated(row) ? words('estimated', { figure: shown }) : shown,
    source: actual.source,
  };
}

/** Running text states some indicators in words that are name and target at once. */
function isNamedByTarget({ assessed: { indicator } }: Row & { kind: 'indicator' }): boolean {
  return fold(indicator.name) === fold(indicator.targetText ?? '');
}

function metSentence(row: Row & { kind: 'indicator' }, entered: Entered): Sentence {
  const actual = actualOf(row, entered);
  const [name, target] = [fullName(row), targetOf(row)];
  if (actual) return sentence('metIndicator', { name, actual, target });
  return isNamedByTarget(row)
    ? sentence('metInWords', { name })
    : sentence('metJudged', { name, target });
}

function taskResults(input: NarrativeInput, entered: Entered): readonly Piece[] {
  const { tasks } = input.assessment.summary;
  const all = entered.tasks;
  if (all.length === 0) return [lines([sentence('noTasks', {})])];
  const inBucket = (bucket: string) => all.filter(({ assessed }) => assessed.bucket === bucket);
  const withDue = all.filter(({ assessed }) => assessed.bucket !== 'noDeadline');
  const done = [...inBucket('completedOnTime'), ...inBucket('completedLate')];
  const overdue = inBucket('openOverdue');
  const wereDue = withDue.filter(
    ({ assessed: { due } }) => due !== null && daysBetween(due, input.assessment.asOf) > 0,
  );
  if (withDue.length === 0)
    return [lines([sentence('tasksWithoutDue', { total: counted(all) }), ...money(entered)])];
  return [
    lines([
      sentence('tasks', {
        total: counted(all),
        withDue: counted(withDue),
        onTime: counted(inBucket('completedOnTime')),
        late: counted(inBucket('completedLate')),
        open: counted(inBucket('openInTime')),
        overdue: counted(overdue),
        noDeadline: counted(inBucket('noDeadline')),
      }),
      ...(tasks.completedRate.value === null
        ? []
        : [
            sentence('completed', {
              rate: rateOf(tasks.completedRate),
              done: counted(done),
              withDue: counted(withDue),
            }),
          ]),
      ...(tasks.overdueRate.value === null
        ? []
        : [
            sentence('overdueRate', {
              rate: rateOf(tasks.overdueRate),
              overdue: counted(overdue),
              due: counted(wereDue),
            }),
          ]),
      ...money(entered),
    ]),
  ];
}

function money(entered: Entered): readonly Sentence[] {
  const funded = entered.tasks.filter((row) => entered.figure(row, 'allotted') !== null);
  if (funded.length === 0) return [];
  const total = (field: 'allotted' | 'disbursed'): Traced => {
    const figures = funded.flatMap((row) => entered.figure(row, field) ?? []);
    const sum = figures.reduce((all, { shown }) => all + shown, 0);
    return {
      shown: Math.round(sum * 1000) / 1000,
      source: { kind: 'sum', cells: figures.map(({ source }) => source) },
    };
  };
  return [
    sentence('money', {
      count: counted(funded),
      allotted: total('allotted'),
      disbursed: total('disbursed'),
    }),
  ];
}

/** What changed since the period before, and who has sent: what is known of either. */
function sinceLast({ book, past }: NarrativeInput, entered: Entered): readonly Piece[] {
  const changed = changes(past[0], entered);
  const sent = arrivals(book);
  const head = (text: string): Piece => ({ kind: 'head', style: 'subheading', text });
  return [
    ...(changed ? [head(words('headChanges')), ...changed.map(lines)] : []),
    ...(sent.length > 0
      ? [head(words('headArrivals', { number: changed ? 4 : 3 })), lines(sent)]
      : []),
  ];
}

/** Every row that slips, indicators before tasks, the worst first. */
function slippingRows({ indicators, tasks }: Entered): readonly Row[] {
  const slow = indicators
    .filter(({ assessed }) => slippingIndicatorStatuses.has(assessed.status))
    .toSorted(
      (a, b) =>
        indicatorStatuses.indexOf(a.assessed.status) -
          indicatorStatuses.indexOf(b.assessed.status) ||
        (deviationOf(a) ?? 0) - (deviationOf(b) ?? 0),
    );
  const late = tasks
    .filter(({ assessed }) => slippingTaskStatuses.has(assessed.status))
    .toSorted(
      (a, b) =>
        taskStatuses.indexOf(a.assessed.status) - taskStatuses.indexOf(b.assessed.status) ||
        (a.assessed.daysLeft ?? 0) - (b.assessed.daysLeft ?? 0),
    );
  return [...slow, ...late];
}

function deviationOf({ assessed }: Row & { kind: 'indicator' }): number | null {
  const part = assessed.parts.find(({ status }) => status === assessed.status);
  return part?.deviation ?? assessed.deviation;
}

function slips(entered: Entered): readonly Piece[] {
  const rows = slippingRows(entered);
  if (rows.length === 0) return [lines([sentence('nothingSlips', {})])];
  const named = [
    ...rows.filter(({ kind }) => kind === 'indicator').slice(0, NAMED_SLIPPING),
    ...rows.filter(({ kind }) => kind === 'task').slice(0, NAMED_SLIPPING),
  ];
  const others = rows.filter((row) => !named.includes(row));
  return [
    lines([
      sentence('slipping', {
        indicators: counted(rows.filter(({ kind }) => kind === 'indicator')),
        tasks: counted(rows.filter(({ kind }) => kind === 'task')),
      }),
    ]),
    ...listed(named.map((row) => slippingSentence(row, entered))),
    ...(others.length > 0 ? [lines([sentence('moreSlipping', { count: counted(others) })])] : []),
  ];
}

function slippingSentence(row: Row, entered: Entered): Sentence {
  const assessed = (shown: string | number): Traced => ({
    shown,
    source: { kind: 'assessment', row: row.id },
  });
  const { leadText } = row.kind === 'indicator' ? row.assessed.indicator : row.assessed.task;
  const lead: Traced = {
    shown: leadText ?? words('noLead'),
    source: { kind: 'plan', row: row.id },
  };
  const name = fullName(row);
  if (row.kind === 'indicator') {
    const status = assessed(indicatorStatusWords[row.assessed.status].vi.toLowerCase());
    const target = targetOf(row);
    const actual = actualOf(row, entered);
    if (!actual)
      return isNamedByTarget(row)
        ? sentence('slippingInWords', { name, lead, status })
        : sentence('slippingJudged', { name, lead, status, target });
    const points = deviationOf(row);
    const behind = points === null || points >= 0 ? null : assessed(Math.round(-points * 10) / 10);
    return sentence('slippingIndicator', { name, lead, status, actual, target, behind });
  }
  const { status, daysLeft } = row.assessed;
  const done = entered.day(row, 'done');
  const percent = entered.figure(row, 'percent');
  return sentence('slippingTask', {
    name,
    lead,
    status: assessed(taskStatusWords[status].vi.toLowerCase()),
    dueDay: entered.day(row, 'due'),
    lateDays: done === null && daysLeft !== null && daysLeft < 0 ? assessed(-daysLeft) : null,
    percentDone:
      done !== null || percent === null
        ? null
        : { shown: words('share', { value: percent.shown }), source: percent.source },
    doneDay: done,
  });
}

/** What officers wrote in a column, the same words once, with every row they wrote them on. */
function quoted(
  rows: readonly Row[],
  field: SharedField,
  entered: Entered,
): readonly { readonly rows: readonly Row[]; readonly words: Traced }[] {
  const groups = new Map<string, { readonly rows: Row[]; readonly words: Traced }>();
  for (const row of rows) {
    const found = entered.words(row, field);
    if (!found) continue;
    const key = fold(found.shown) || found.shown;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { rows: [row], words: found });
  }
  return [...groups.values()];
}

/** Words are quoted without a stop at their end: the sentence brings its own. */
function bare({ shown, source }: Traced): Traced {
  return { shown: String(shown).replace(/[.;,\s]+$/, ''), source };
}

function causes(entered: Entered): readonly Piece[] {
  const rows = slippingRows(entered);
  if (rows.length === 0) return [lines([sentence('nothingSlips', {})])];
  const told = (
    field: 'cause' | 'measure',
    head: 'headCause' | 'headMeasure',
  ): readonly Piece[] => {
    const groups = quoted(rows, field, entered);
    return groups.length === 0
      ? []
      : [
          { kind: 'head', style: 'subheading', text: words(head) },
          ...listed(
            groups.map((group) =>
              sentence(field, { rows: named(group.rows), words: bare(group.words) }),
            ),
          ),
        ];
  };
  const silent = (field: 'cause' | 'measure'): readonly Row[] =>
    rows.filter((row) => entered.words(row, field) === null);
  const [noCause, noMeasure] = [silent('cause'), silent('measure')];
  const missing = [
    ...(noCause.length > 0
      ? [sentence('noCause', { count: counted(noCause), rows: named(noCause) })]
      : []),
    ...(noMeasure.length > 0
      ? [sentence('noMeasure', { count: counted(noMeasure), rows: named(noMeasure) })]
      : []),
  ];
  return [
    ...told('cause', 'headCause'),
    ...told('measure', 'headMeasure'),
    lines(missing.length > 0 ? missing : [sentence('allExplained', {})]),
  ];
}

function requests(entered: Entered): readonly Piece[] {
  const groups = quoted([...entered.indicators, ...entered.tasks], 'request', entered);
  return groups.length === 0
    ? [lines([sentence('noRequests', {})])]
    : listed(
        groups.map((group) =>
          sentence('request', { rows: named(group.rows), words: bare(group.words) }),
        ),
      );
}

/** Millimetres of the two halves of a letterhead and of a signature; together the text's width. */
const HALVES = [60, 105] as const;
const FOOT_HALVES = [85, 80] as const;

const rule = (style: 'rule' | 'longRule'): ParagraphSpec => ({
  kind: 'paragraph',
  style,
  runs: [],
});

function letterhead({ book, assessment }: NarrativeInput): readonly BlockSpec[] {
  const { plan, settings } = book;
  const office = officeOf(plan);
  const isParty = office.kind === 'party';
  const name = office.name.split('\n').map((line) => paragraph('centredBold', line));
  const left: readonly ParagraphSpec[] = [
    ...(office.above === null ? [] : [paragraph('centred', office.above)]),
    ...name,
    isParty ? paragraph('centred', words('star')) : rule('rule'),
  ];
  const right: readonly ParagraphSpec[] = [
    ...(isParty ? [words('party')] : [words('country'), words('motto')]).map((line) =>
      paragraph('centredBold', line),
    ),
    rule('rule'),
  ];
  const year = String(yearOf(assessment.asOf));
  return [
    {
      kind: 'table',
      grid: false,
      widths: HALVES,
      headRows: 0,
      rows: [
        [left, right],
        [
          [paragraph('centred', words('number', { symbol: office.symbol }))],
          [paragraph('centredItalic', words('placeAndDay', { place: plan.locality, year }))],
        ],
      ],
    },
    paragraph('title', words('kind')),
    paragraph('centredBold', words('title', { plan: planWords(plan) })),
    paragraph('centredBold', settings.period.name),
    rule('longRule'),
  ];
}

function signature({ signer, recipients }: Office): readonly BlockSpec[] {
  return [
    {
      kind: 'table',
      grid: false,
      widths: FOOT_HALVES,
      headRows: 0,
      rows: [
        [
          [
            paragraph('smallBold', words('recipients')),
            ...recipients.map((each) => paragraph('small', words('recipient', { name: each }))),
            paragraph('small', words('recipientFile')),
          ],
          [
            ...signer.split('\n').map((line) => paragraph('centredBold', line)),
            paragraph('centredItalic', words('signed')),
          ],
        ],
      ],
    },
  ];
}

/** The place of a sentence, for links. */
const bookmarkOf = (number: number): string => `cau_${String(number)}`;

/** Headings and paragraphs, every sentence with a bookmark, the last with the closing mark. */
function bodyOf(pieces: readonly Piece[]): readonly BlockSpec[] {
  let number = 0;
  const last = pieces.length - 1;
  return pieces.map((piece, at): ParagraphSpec => {
    if (piece.kind === 'head') return paragraph(piece.style, piece.text);
    const runs = piece.sentences.map(({ text }, place) => {
      number += 1;
      const closes = at === last && place === piece.sentences.length - 1;
      const closed = closes ? text.replace(/\.$/, '') + words('end') : text;
      return { text: place === 0 ? closed : ` ${closed}`, bookmark: bookmarkOf(number) };
    });
    // The signature must not stand alone on a page.
    return { kind: 'paragraph', style: 'body', runs, ...(at === last ? { keepNext: true } : {}) };
  });
}

/** The last pages: what every sentence was written from. */
function sources({ book, assessment }: NarrativeInput, pieces: readonly Piece[]): BlockSpec[] {
  const cell = (style: ParagraphStyle, text: string): readonly ParagraphSpec[] => [
    paragraph(style, text),
  ];
  const all = pieces.flatMap((piece) => (piece.kind === 'sentences' ? piece.sentences : []));
  return [
    { ...paragraph('title', words('sourcesTitle')), pageBreakBefore: true },
    paragraph('small', words('sourcesRemark', { file: book.file, asOf: assessment.asOf })),
    {
      kind: 'table',
      grid: true,
      widths: [14, 37, 57, 57],
      headRows: 1,
      rows: [
        (['sentence', 'figure', 'value', 'source'] as const).map((head) =>
          cell('cellHead', words(head)),
        ),
        ...all.flatMap(({ figures }, at) =>
          figures.map(({ name, shown, source }) => [
            [
              {
                kind: 'paragraph',
                style: 'cellCentred',
                runs: [{ text: String(at + 1), link: bookmarkOf(at + 1) }],
              } as const,
            ],
            cell('cell', name),
            cell('cell', shown),
            cell('cell', sourceWords(source)),
          ]),
        ),
      ],
    },
  ];
}
