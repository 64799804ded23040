import { slippingIndicatorStatuses } from '../../domain/assessment/status';
import type { ComparedBook, ComparedCell, Comparison } from '../../domain/comparison/compare';
import {
  comparisonHeaders,
  comparisonNoticeWords,
  comparisonSheets,
  comparisonTexts,
  standingWords,
} from '../../messages/comparison';
import { fill, formatDate, type Language, type Params } from '../../messages/language';
import { indicatorStatusWords, withSign } from '../../messages/words';
import { formulaInput } from '../shared/cells';
import { absoluteRange, quoteSheet, quoteText } from '../shared/references';
import type { SheetSpec } from '../spec';
import { styles } from '../tracking/styles';
import { placeNames, type ComparisonInput } from './input';
import { cellsEach, firstPlaceColumn, standingText } from './rowSheets';
import { figure, listingSheet, remarkStyles, words, type Listing, type Shown } from './table';

function say(name: keyof typeof comparisonTexts, params: Params): string {
  const text = comparisonTexts[name];
  return fill({ vi: text, en: text }, params);
}

type Remark = Listing['remarks'][number];

/** What an owner must know before reading the tables: samples, other periods, open matches. */
export function comparisonNotices(
  { comparison, dropped }: ComparisonInput,
  language: Language = 'vi',
): readonly string[] {
  const places = placeNames(comparison);
  const times = new Map<string, string[]>();
  for (const { book } of comparison.books) {
    const { period, asOf } = book.settings;
    const time = `${period.name} (${formatDate(asOf)})`;
    times.set(time, [...(times.get(time) ?? []), places.get(book.plan.id) ?? book.plan.id]);
  }
  const likely = comparison.rows
    .flatMap(({ cells }) => cells)
    .filter(({ member }) => member.certainty === 'likely').length;
  const { problems } = comparison;
  const notice = (name: keyof typeof comparisonNoticeWords, params: Params = {}): string =>
    fill(comparisonNoticeWords[name], params, language);
  return [
    ...(comparison.books.some(({ book }) => book.sample) ? [notice('sample')] : []),
    ...(times.size > 1
      ? [
          notice('periodsDiffer', {
            periods: [...times].map(([time, of]) => `${of.join(', ')}: ${time}`).join('; '),
          }),
        ]
      : []),
    ...(problems.length > 0 ? [notice('problems', { count: problems.length })] : []),
    ...(dropped > 0 ? [notice('dropped', { count: dropped })] : []),
    ...(likely > 0 ? [notice('likely', { count: likely })] : []),
  ];
}

function remarksOf(input: ComparisonInput): readonly Remark[] {
  const { comparison, source } = input;
  const { books, rows } = comparison;
  return [
    {
      text: say('summary', { plans: books.length, rows: rows.length, source }),
      style: remarkStyles.plain,
    },
    ...comparisonNotices(input).map((text) => ({ text, style: remarkStyles.alert })),
    ...books.flatMap(({ book: { plan } }): Remark[] =>
      plan.nationalFloor === null
        ? []
        : [
            {
              text: say('floor', { locality: plan.locality, sentence: plan.nationalFloor }),
              style: remarkStyles.plain,
            },
          ],
    ),
    ...(['legendStanding', 'legendWhole', 'legendUnit', 'legendRank', 'legendMatch'] as const).map(
      (name) => ({ text: comparisonTexts[name], style: remarkStyles.small }),
    ),
  ];
}

/** The first sheet: the plans with their counts, what to beware of, and how to read the others. */
export function summarySheet(
  input: ComparisonInput,
  sheets: { readonly targets: SheetSpec; readonly statuses: SheetSpec },
): SheetSpec {
  const { comparison } = input;
  const places = [...placeNames(comparison).values()];
  const counts = (at: number, column: number, sheet: SheetSpec) => (text: string, result: number) =>
    counted(sheet, column + at * cellsEach, text, result);
  return listingSheet({
    name: comparisonSheets.summary,
    table: 'TienDoSoSanh',
    title: comparisonTexts.title,
    remarks: remarksOf(input),
    columns: [
      { header: comparisonHeaders.place, width: 14 },
      { header: comparisonHeaders.document, width: 14 },
      { header: comparisonHeaders.file, width: 24 },
      { header: comparisonHeaders.period, width: 14 },
      { header: comparisonHeaders.asOf, width: 12 },
      ...[
        comparisonHeaders.indicators,
        comparisonHeaders.withNational,
        standingWords.higher.vi,
        standingWords.equal.vi,
        standingWords.lower.vi,
        standingWords.breach.vi,
        standingWords.incomparable.vi,
        indicatorStatusWords.met.vi,
        comparisonHeaders.slipping,
      ].map((header) => ({ header, width: 10, role: 'derived' as const })),
    ],
    rows: comparison.books.map((each, at) => {
      const cells = cellsOf(comparison, each);
      const standing = counts(at, firstPlaceColumn.targets + 1, sheets.targets);
      const status = counts(at, firstPlaceColumn.statuses, sheets.statuses);
      const ofStanding = (name: keyof typeof standingWords): Shown => {
        const text = withSign(standingWords[name]);
        return standing(text, cells.filter((cell) => standingText(cell) === text).length);
      };
      const { plan, settings, file } = each.book;
      return [
        words(places[at] ?? plan.locality),
        words(plan.documentNumber ?? plan.id, styles.planCentre),
        words(file),
        words(settings.period.name, styles.planCentre),
        { value: { kind: 'date', date: settings.asOf }, style: styles.planDay },
        figure(cells.length, styles.derived),
        figure(cells.filter((cell) => cell.standing !== null).length, styles.derived),
        ofStanding('higher'),
        ofStanding('equal'),
        ofStanding('lower'),
        ofStanding('breach'),
        ofStanding('incomparable'),
        status(
          withSign(indicatorStatusWords.met),
          cells.filter((cell) => cell.status === 'met').length,
        ),
        figure(
          cells.filter((cell) => slippingIndicatorStatuses.has(cell.status)).length,
          styles.derived,
        ),
      ];
    }),
    frozenColumns: 1,
    validations: () => [],
    tabColor: 'B00020',
  });
}

function cellsOf({ rows }: Comparison, { book }: ComparedBook): readonly ComparedCell[] {
  return rows.flatMap(({ cells }) => cells.filter(({ party }) => party === book.plan.id));
}

/** How many cells of a column say these words, live. */
function counted(sheet: SheetSpec, column: number, text: string, result: number): Shown {
  const [table] = sheet.tables;
  if (!table) throw new Error(`The sheet ${sheet.name} has no table.`);
  const range = absoluteRange({
    top: table.range.top + 1,
    bottom: table.range.bottom,
    left: column,
    right: column,
  });
  return {
    value: formulaInput(`COUNTIF(${quoteSheet(sheet.name)}!${range},${quoteText(text)})`, result),
    style: styles.derived,
  };
}
