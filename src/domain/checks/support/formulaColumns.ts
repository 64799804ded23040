import { indicatorFields, roadmapFields, taskFields, type EntryLine } from '../../book';
import type { CheckContext, FormulaColumn, LineCells } from '../context';
import type { CellRef } from './cell';
import { derivedFields, inputFields } from './fields';

/**
 * The columns of formulas. Every line of such a column has the same formula, so the formula of
 * most lines is the right one. A column people read counts even when it lost all its formulas.
 */
export function formulaColumns({
  indicatorRows,
  headingRows,
  roadmapRows,
  taskRows,
}: Pick<
  CheckContext,
  'indicatorRows' | 'headingRows' | 'roadmapRows' | 'taskRows'
>): readonly FormulaColumn[] {
  return [
    ...columnsOf(indicatorFields, derivedFields.indicator, inputFields.indicator, [
      ...indicatorRows,
      ...headingRows,
    ]),
    ...columnsOf(taskFields, derivedFields.task, inputFields.task, taskRows),
    ...columnsOf(roadmapFields, derivedFields.roadmap, inputFields.roadmap, roadmapRows),
  ];
}

function columnsOf<F extends string>(
  fields: readonly F[],
  derived: readonly F[],
  inputs: readonly F[],
  rows: readonly LineCells<F>[],
): readonly FormulaColumn[] {
  return fields.flatMap((field): readonly FormulaColumn[] => {
    if (inputs.includes(field)) return [];
    const there = rows.filter(({ line }) => line.cells.has(field));
    const lost = there.filter(({ line }) => formulaIn(line, field) === null);
    const holdsFormulas = derived.includes(field) || lost.length * 2 < there.length;
    if (!holdsFormulas || there.length === 0) return [];
    const refs = (some: readonly LineCells<F>[]): CellRef[] => some.map(({ cell }) => cell(field));
    const whole = lost.length > 1 && lost.length * 2 > there.length;
    return [{ lost: refs(lost), whole, strange: refs(strangeIn(there, field)) }];
  });
}

function formulaIn<F extends string>(line: EntryLine<F>, field: F): string | null {
  return line.cells.get(field)?.formula ?? null;
}

/** A formula without the numbers of relative rows: "B7*2" and "B8*2" are the same. */
function withoutRows(formula: string): string {
  return formula.replace(/(?<![\w.])(\$?[A-Z]{1,3})\d+(?![\w(.])/g, '$1');
}

/** The lines whose formula is not the one of most lines; none when no formula is usual. */
function strangeIn<F extends string>(
  rows: readonly LineCells<F>[],
  field: F,
): readonly LineCells<F>[] {
  // Most formulas differ in their own row's number only; the few kinds left are compared well.
  const alike = new Map<string, LineCells<F>[]>();
  for (const row of rows) {
    const formula = formulaIn(row.line, field);
    if (formula !== null) add(alike, formula.replaceAll(String(row.line.row), ''), row);
  }
  const kinds = new Map<string, LineCells<F>[]>();
  for (const same of alike.values()) {
    const formula = same[0] ? formulaIn(same[0].line, field) : null;
    const kind = withoutRows(formula ?? '');
    for (const row of same) add(kinds, kind, row);
  }
  const usual = [...kinds.values()].find((same) => same.length * 2 > rows.length);
  return usual ? [...kinds.values()].filter((same) => same !== usual).flat() : [];
}

function add<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}
