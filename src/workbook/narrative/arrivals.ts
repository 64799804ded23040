import type { Book } from '../../domain/book';
import { arrivalRows, type ArrivalRow, type Standing } from '../report/arrivalsAnnex';
import { sentence, type Sentence, type Traced } from './sentence';

/**
 * Who has sent, who is late and who has not, by name. A workbook into which no submission was
 * taken says whose figures are in it. Nothing where no agency has to report.
 */
export function arrivals(book: Book): readonly Sentence[] {
  const rows = arrivalRows({ book });
  if (rows.length === 0) return [];
  const of = (...standings: readonly Standing[]): readonly ArrivalRow[] =>
    rows.filter(({ standing }) => standings.includes(standing));
  const isCollected = of('typed', 'silent').length === 0;
  const [missing, late, silent] = [of('missing'), of('late'), of('silent')];
  return [
    isCollected
      ? sentence('arrivals', {
          expected: counted(rows),
          sentOnTime: counted(of('onTime')),
          sentLate: counted(late),
          notSent: counted(missing),
          deadline: { shown: book.settings.period.due, source: { kind: 'settings' } },
        })
      : sentence('typed', { expected: counted(rows), told: counted(of('typed')) }),
    ...(missing.length > 0 ? [sentence('missing', { agencies: names(missing) })] : []),
    ...(late.length > 0 ? [sentence('late', { agencies: names(late) })] : []),
    ...(silent.length > 0 ? [sentence('silent', { agencies: names(silent) })] : []),
  ];
}

function sourceOf(rows: readonly ArrivalRow[]): Traced['source'] {
  return { kind: 'agencies', agencies: rows.map(({ name }) => name) };
}

function counted(rows: readonly ArrivalRow[]): Traced {
  return { shown: rows.length, source: sourceOf(rows) };
}

function names(rows: readonly ArrivalRow[]): Traced {
  return { shown: rows.map(({ name }) => name).join('; '), source: sourceOf(rows) };
}
