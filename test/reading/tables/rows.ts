import { readSource } from '../../../src/reading/source';
import { readTables, type ReadTables } from '../../../src/reading/tables/readTables';

/** What the tables of a text hold, which is given by its lines. */
export function readLines(...lines: readonly string[]): ReadTables {
  const source = readSource(lines.join('\n'));
  if (!source.ok) throw new Error(source.error.code);
  return readTables(source.value);
}

/** Tasks in one line each: section:code name | lead | coordinating | product | time. */
export function tasksOf(...lines: readonly string[]): readonly string[] {
  return readLines(...lines).tasks.map((row) =>
    [
      `${row.section}:${row.code} ${row.name}`,
      ...[row.leadText, row.coordText, row.resultText, row.timeText].map((cell) => cell ?? ''),
    ].join(' | '),
  );
}

/** Indicators in one line each: section:code@horizon name | unit | target | lead. */
export function indicatorsOf(...lines: readonly string[]): readonly string[] {
  return readLines(...lines).indicators.map((row) =>
    [
      `${row.section}:${row.code}@${row.horizon} ${row.name}`,
      ...[row.unit, row.targetText, row.leadText].map((cell) => cell ?? ''),
    ].join(' | '),
  );
}
