import { indicatorFields, roadmapFields, taskFields } from '../../book';
import type { CheckContext, FormulaColumn } from '../context';
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
  rows: readonly { readonly cell: (field: F) => CellRef }[],
): readonly FormulaColumn[] {
  return fields.flatMap((field): readonly FormulaColumn[] => {
    if (inputs.includes(field)) return [];
    const cells = rows.map((row) => row.cell(field)).filter(({ address }) => address !== '');
    const lost = cells.filter(({ formula }) => formula === null);
    const holdsFormulas = derived.includes(field) || lost.length * 2 < cells.length;
    return holdsFormulas && cells.length > 0 ? [{ cells, lost, strange: strangeIn(cells) }] : [];
  });
}

/** A formula without the numbers of relative rows: "B7*2" and "B8*2" are the same. */
function withoutRows(formula: string): string {
  return formula.replace(/(?<![\w.])(\$?[A-Z]{1,3})\d+(?![\w(.])/g, '$1');
}

function strangeIn(cells: readonly CellRef[]): readonly CellRef[] {
  const counts = new Map<string, CellRef[]>();
  for (const cell of cells) {
    if (cell.formula === null) continue;
    const plain = withoutRows(cell.formula);
    const same = counts.get(plain);
    if (same) same.push(cell);
    else counts.set(plain, [cell]);
  }
  const usual = [...counts.values()].find((same) => same.length * 2 > cells.length);
  return usual ? [...counts.values()].filter((same) => same !== usual).flat() : [];
}
