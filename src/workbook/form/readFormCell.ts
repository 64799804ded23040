import { readDay } from '../../domain/checks/support/readDay';
import { readFigure } from '../../domain/checks/support/readFigure';
import { kindOf } from '../../domain/collection/fields';
import type { FigureValue } from '../../domain/collection/submission';
import type { SubmissionCode } from '../../domain/collection/submissionCodes';
import { fromSerial } from '../../domain/dates';
import { isBlank } from '../../domain/entries';
import type { SnapshotCell } from '../../domain/snapshot';
import { tidy } from '../../domain/text';
import { judgementWords } from '../shared/rules';
import type { FormLine } from './formLines';

type Report = (
  code: SubmissionCode,
  severity: 'error' | 'warning',
  params: Readonly<Record<string, string | number>>,
) => void;

/** What the drop-down of estimates offers. */
const YES = 'Có';

/** Formulas that fetch something from outside the file, or start another program. */
const OUTSIDE =
  /\[|\||(?:^|[^\w.])(?:WEBSERVICE|RTD|DDE|HYPERLINK|CALL|EXEC|REGISTER|IMPORT\w*|FILTERXML)\s*\(/i;

/** Fields that explain: a bare number in them stands in the wrong column. */
const explanations: ReadonlySet<string> = new Set(['cause', 'measure', 'request']);

/** The days an agency can mean: 2000 to 2099. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** Characters that no workbook can hold; a tab and line ends stay. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The words a field takes, as its drop-down has them; null for a field that takes others. */
export function choicesOf(field: string): readonly string[] | null {
  const kind = kindOf(field);
  if (kind === 'judgement') return [...judgementWords.keys()];
  return kind === 'yes' ? [YES] : null;
}

/**
 * Reads one filled cell of a form by what its field must hold. Null where there is nothing, or a
 * fault was reported. Text is never turned into a number or a day: the reading is offered as a
 * fix, and the file is refused.
 */
export function readFormCell(
  { content, formula }: SnapshotCell,
  field: string,
  line: FormLine,
  report: Report,
): FigureValue | null {
  if (formula !== null && OUTSIDE.test(formula)) {
    report('formFormulaOutside', 'error', { formula: `=${formula.slice(0, 80)}` });
    return null;
  }
  if (content.kind === 'uncalculated') {
    report('formUncalculated', 'error', { formula: `=${(formula ?? '').slice(0, 80)}` });
    return null;
  }
  if (content.kind === 'error') {
    report('formErrorValue', 'error', {});
    return null;
  }
  if (isBlank(content)) return null;
  const value = ((): FigureValue | null => {
    switch (kindOf(field)) {
      case 'number':
        return numberIn(content, field, line, report);
      case 'day':
        return dayIn(content, report);
      case 'judgement':
      case 'yes':
        return choiceIn(content, choicesOf(field) ?? [], report);
      case 'text':
        if (content.kind === 'number' && explanations.has(field)) {
          report('formWordsExpected', 'error', {});
          return null;
        }
        return wordsIn(content);
    }
  })();
  if (formula !== null && value !== null)
    report('formFormula', 'warning', { formula: `=${formula.slice(0, 80)}` });
  return value;
}

type Filled = Exclude<SnapshotCell['content'], { kind: 'error' | 'uncalculated' }>;

function numberIn(content: Filled, field: string, line: FormLine, report: Report): number | null {
  if (content.kind === 'number') {
    if (content.format === 'date') {
      report('formDateForNumber', 'error', {});
      return null;
    }
    if (content.format === 'percent') {
      report('formPercentFormat', 'error', { fix: Math.round(content.value * 1e8) / 1e6 });
      return null;
    }
    if (field === 'percent' && (content.value < 0 || content.value > 100)) {
      report('formPercentRange', 'error', {});
      return null;
    }
    // Negative zero is written as zero.
    return content.value === 0 ? 0 : content.value;
  }
  if (content.kind === 'text') {
    const use =
      line.table === 'task' && field === 'percent' ? { kind: 'share' as const } : line.use;
    const reading = readFigure(content.text, use);
    if (reading.kind === 'exact') {
      report('formNumberAsText', 'error', { fix: reading.value });
      return null;
    }
  }
  report('formNotANumber', 'error', {});
  return null;
}

function dayIn(content: Filled, report: Report): string | null {
  if (content.kind === 'number' && content.format !== 'percent') {
    const day = fromSerial(content.value);
    if (day !== null && day >= FIRST_DAY && day <= LAST_DAY) return day;
  }
  if (content.kind === 'text') {
    const reading = readDay(content.text);
    if (reading.kind === 'day') {
      report('formDateAsText', 'error', { fix: reading.day });
      return null;
    }
  }
  report('formNotADate', 'error', {});
  return null;
}

function choiceIn(content: Filled, choices: readonly string[], report: Report): string | null {
  const words = content.kind === 'text' ? tidy(content.text) : null;
  const choice = choices.find((each) => each === words);
  if (choice === undefined) report('formChoiceUnknown', 'error', { choices: choices.join(' · ') });
  return choice ?? null;
}

function wordsIn(content: Filled): FigureValue {
  switch (content.kind) {
    case 'text':
      return content.text.replace(UNWRITABLE, '').replace(/\r\n?/g, '\n');
    case 'number':
      return content.format === 'date'
        ? (fromSerial(content.value) ?? content.value)
        : content.value;
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
  }
}
