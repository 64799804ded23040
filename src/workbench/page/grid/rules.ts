import { readReference } from '../../host/members/cells';
import { wholeSheet } from '../../host/model/area';
import { sameName, type Sheet, type Validation, type Workbook } from '../../host/model/workbook';
import type { Place } from './moves';
import { shownCell } from './shownCell';

/** The rule for typing of a cell, or null. */
export function validationAt(sheet: Sheet, { row, column }: Place): Validation | null {
  return (
    sheet.validations.find(
      ({ area }) =>
        row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    ) ?? null
  );
}

/** The words shown beside a cell of that rule; null when there are none. */
export function promptOf({
  prompt,
}: Validation): { readonly title: string; readonly message: string } | null {
  return prompt.showPrompt && (prompt.title !== '' || prompt.message !== '') ? prompt : null;
}

/** What a cell of that rule can be chosen from; null when its rule is no list. */
export function choicesOf(
  workbook: Workbook,
  sheet: Sheet,
  { rule }: Validation,
): readonly string[] | null {
  const list: unknown = rule?.['list'];
  const source: unknown =
    typeof list === 'object' && list !== null ? Reflect.get(list, 'source') : undefined;
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) return source.split(',').map((each) => each.trim());
  const named = workbook.names.find(({ name }) => sameName(name, source.slice(1)));
  const formula = named ? named.formula : source;
  const target = readReference(
    workbook,
    formula.includes('!') ? formula : `='${sheet.name.replaceAll("'", "''")}'!${formula.slice(1)}`,
  );
  if (!target) return null;
  const used = target.sheet.grid.used(wholeSheet, false);
  const choices: string[] = [];
  for (let row = target.area.top; row <= Math.min(target.area.bottom, used?.bottom ?? 0); row++)
    for (let column = target.area.left; column <= target.area.right; column++) {
      const { text } = shownCell(workbook, target.sheet, row, column);
      if (text !== '') choices.push(text);
    }
  return choices;
}
