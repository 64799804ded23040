import { nation } from '../../domain/comparison/likeness';
import {
  rowKey,
  type Correction,
  type CorrectionProblem,
  type MatchedRow,
  type Member,
} from '../../domain/comparison/match';
import { cellOf, textOf } from '../../domain/entries';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { Snapshot } from '../../domain/snapshot';
import { fold } from '../../domain/text';
import {
  aloneWord,
  certaintyWords,
  comparisonHeaders,
  comparisonSheets,
  comparisonTexts,
  correctionProblemWords,
  doubtWords,
  matchHeaders,
  matchReasons,
} from '../../messages/comparison';
import { withSign } from '../../messages/words';
import { indicatorLooks, type StatusLook } from '../shared/looks';
import { readTable, type ReadLayout } from '../shared/readTable';
import { absoluteRange, quoteSheet } from '../shared/references';
import type { SheetSpec, StyleSpec, ValidationSpec } from '../spec';
import { styles } from '../tracking/styles';
import { placeNames, type ComparisonInput } from './input';
import {
  coloured,
  figure,
  listingSheet,
  remarkStyles,
  words,
  type Column,
  type Shown,
} from './table';

type Field = keyof typeof matchHeaders;

const fields = Object.keys(matchHeaders).filter((field): field is Field => field in matchHeaders);

const widths: Readonly<Record<Field, number>> = {
  id: 24,
  place: 11,
  code: 7,
  name: 36,
  horizon: 7,
  unit: 10,
  target: 18,
  row: 14,
  rowName: 36,
  certainty: 13,
  score: 8,
  reason: 26,
  correction: 16,
  cell: 22,
  hash: 14,
};

/** A hash on one line: it is compared by a program, not read. */
const hashStyle: StyleSpec = { ...styles.machine, wrap: false };

const table = 'TienDoGhep';
const correctionColumn = fields.indexOf('correction') + 1;
const certaintyLooks: Readonly<Record<Member['certainty'], StatusLook>> = {
  sure: indicatorLooks.met,
  likely: indicatorLooks.attention,
  corrected: indicatorLooks.noPace,
  alone: indicatorLooks.noData,
};

function layout(): ReadLayout<Field> {
  return {
    sheet: comparisonSheets.matches,
    table,
    key: 'id',
    columns: fields.map((field) => ({ field, header: matchHeaders[field], typed: true })),
  };
}

/** What decides over a member, and where it was not followed. */
type Decided = {
  readonly words: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, CorrectionProblem['reason']>;
};

function decidedIn({ comparison, corrections }: ComparisonInput): Decided {
  const keyOf = ({ party, indicator }: Correction): string => rowKey(party, indicator);
  return {
    words: new Map(corrections.map((each) => [keyOf(each), each.with ?? aloneWord])),
    problems: new Map(
      comparison.problems.map(({ correction, reason }) => [keyOf(correction), reason]),
    ),
  };
}

function reasonOf(
  { certainty, doubts, party, indicator }: Member,
  { head }: MatchedRow,
  problem: CorrectionProblem['reason'] | undefined,
): string {
  if (problem !== undefined) return correctionProblemWords[problem].vi;
  if (head.party === party && head.indicator.id === indicator.id) return matchReasons.head.vi;
  if (certainty === 'corrected') return matchReasons.byOfficer.vi;
  return doubts.length === 0
    ? matchReasons.sameName.vi
    : doubts.map((doubt) => doubtWords[doubt].vi).join('; ');
}

/** The sheet of matches: every indicator of every plan, its row, why, and room to say otherwise. */
export function matchSheet(input: ComparisonInput, keys: SheetSpec): SheetSpec {
  const { comparison } = input;
  const places = placeNames(comparison);
  const decided = decidedIn(input);
  const sources = new Map(comparison.books.map((each) => [each.book.plan.id, each]));
  const rows = comparison.rows.flatMap(({ matched, cells }) =>
    cells.map(({ member, place }) => {
      const { indicator, party, certainty, score } = member;
      const id = rowKey(party, indicator.id);
      const source = sources.get(party);
      const at: Readonly<Record<Field, Shown>> = {
        id: words(id, styles.planCentre),
        place: words(places.get(party) ?? party, styles.planCentre),
        code: words(indicator.code, styles.planCentre),
        name: words(indicator.name),
        horizon: figure(indicator.horizon, styles.planCentre),
        unit: words(indicator.unit, styles.planCentre),
        target: words(indicator.targetText),
        row: words(matched.key, styles.planCentre),
        rowName: words(matched.head.indicator.name),
        certainty: coloured(withSign(certaintyWords[certainty]), certaintyLooks[certainty]),
        score: figure(Math.round(score * 100) / 100, styles.derivedShare),
        reason: words(reasonOf(member, matched, decided.problems.get(id))),
        correction: words(decided.words.get(id) ?? null, styles.inputText),
        cell: words(place === null ? null : `${place.sheet}!${place.cell}`, styles.planCentre),
        hash: words(source?.hash ?? null, hashStyle),
      };
      return fields.map((field) => at[field]);
    }),
  );
  return listingSheet({
    name: comparisonSheets.matches,
    table,
    title: comparisonTexts.matchesTitle,
    remarks: [{ text: comparisonTexts.matchesRemark, style: remarkStyles.small }],
    columns: fields.map(
      (field): Column =>
        ({
          header: matchHeaders[field],
          width: widths[field],
          ...(field === 'correction' ? { role: 'input' } : {}),
        }) as const,
    ),
    rows,
    frozenColumns: 4,
    // Where a match was read from is for looking up, not for paper.
    printed: correctionColumn,
    pagesAcross: 1,
    validations: (top, bottom) => [keyChoice(keys, top, bottom)],
    tabColor: '7A5C00',
  });
}

/** The drop-down of the correction column: the rows of the comparison, and "riêng". */
function keyChoice(keys: SheetSpec, top: number, bottom: number): ValidationSpec {
  const [list] = keys.tables;
  if (!list) throw new Error('The sheet of row keys has no table.');
  const { range } = list;
  const choices = absoluteRange({ ...range, top: range.top + 1, right: range.left });
  return {
    range: { top, left: correctionColumn, bottom, right: correctionColumn },
    rule: { kind: 'listRange', formula: `${quoteSheet(keys.name)}!${choices}` },
    severity: 'warning',
    promptTitle: matchHeaders.correction,
    prompt: comparisonTexts.correctionPrompt,
    errorTitle: matchHeaders.correction,
    error: comparisonTexts.correctionError,
  };
}

/** The sheet whose first column the drop-down offers: every row, and national ones without a plan. */
export function keySheet({ comparison }: ComparisonInput): SheetSpec {
  const { rows, withoutPlan } = comparison;
  const remarks = [{ text: comparisonTexts.legendMatch, style: remarkStyles.small }];
  const line = (key: string, name: string, horizon: number | null, note: string): Shown[] => [
    words(key, styles.planCentre),
    words(name),
    figure(horizon, styles.planCentre),
    words(note),
  ];
  return listingSheet({
    name: comparisonSheets.keys,
    table: 'TienDoDanhMucDong',
    title: comparisonTexts.keysTitle,
    remarks,
    columns: [
      { header: comparisonHeaders.key, width: 24 },
      { header: comparisonHeaders.name, width: 80 },
      { header: comparisonHeaders.horizon, width: 9 },
      { header: comparisonHeaders.note, width: 24 },
    ],
    rows: [
      line(aloneWord, comparisonTexts.aloneName, null, ''),
      ...rows.map(({ matched: { key, head, horizon } }) =>
        line(key, head.indicator.name, horizon, ''),
      ),
      ...withoutPlan.map(({ id, name, horizon }) =>
        line(rowKey(nation, id), name, horizon, comparisonTexts.noPlan),
      ),
    ],
    frozenColumns: 1,
    validations: () => [],
    tabColor: '6B6B6B',
  });
}

/**
 * Reads what officers decided from a comparison workbook. Fails with `notAComparison` when it has
 * no table of matches.
 */
export function readCorrections(snapshot: Snapshot): Result<readonly Correction[], Failure> {
  const found = readTable(snapshot, layout(), new Set());
  if (!found.ok) return err(failure('notAComparison', { file: snapshot.file }));
  return ok(
    found.value.lines.flatMap((line): Correction[] => {
      const decision = textOf(cellOf(line, 'correction').content);
      const cut = line.id?.indexOf(':') ?? -1;
      if (decision === null || line.id === null || cut < 1) return [];
      return [
        {
          party: line.id.slice(0, cut),
          indicator: line.id.slice(cut + 1),
          with: fold(decision) === fold(aloneWord) ? null : decision,
        },
      ];
    }),
  );
}
