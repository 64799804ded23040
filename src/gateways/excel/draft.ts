import { keptSheetWord } from '../../messages/office';
import { absoluteRange, quoteSheet, quoteText } from '../../workbook/shared/references';
import type { NameSpec, SheetSpec, WorkbookSpec } from '../../workbook/spec';
import { fitText } from '../xlsx/write/text';
import { sameName, type Decision, type Found, type Update } from './existing';
import { plainFormula, renameSheets } from './formulas';
import { rangeAt, type Layouts } from './layout';
import { changesLinks } from './update';

/** A sheet that is made, and the name it bears until the end. */
export type Built = { readonly spec: SheetSpec; readonly name: string };

/**
 * A copy made of a sheet before it changes: kept for people under a name of its own, or hidden
 * and only there until the end, so that what is lost can be taken back.
 */
export type Copy = {
  readonly sheet: Excel.Worksheet;
  /** The sheet's own name, and the copy's. */
  readonly from: string;
  readonly name: string;
  readonly isKept: boolean;
};

/** Everything that will be made, renamed or changed, before any of it is. */
export type Draft = {
  readonly built: readonly Built[];
  readonly replaced: readonly {
    readonly spec: SheetSpec;
    readonly old: Excel.Worksheet;
    readonly kept: string;
  }[];
  readonly updates: readonly Update[];
  readonly copies: readonly Copy[];
  /** New tables by their final names, and the names they bear until the end. */
  readonly tables: ReadonlyMap<string, string>;
  /** Tables of replaced sheets, and the names they get. */
  readonly oldTables: readonly { readonly item: Excel.Table; readonly kept: string }[];
  readonly newNames: readonly NameSpec[];
  /** Names that are there and have to stand for something else at the end. */
  readonly movedNames: readonly { readonly name: string; readonly formula: string }[];
  readonly layouts: Layouts;
  /** A formula of a sheet of the spec as it reads until the end, and as it reads then. */
  readonly formulaOf: (formula: string, sheet: string) => string;
};

/** Plans a run: every name it will need is chosen here, so that undoing knows them all. */
export function draftOf(
  spec: WorkbookSpec,
  { plans, layouts }: Decision,
  found: Found,
  keepOld: boolean,
): Draft {
  const taken = new Set(
    [...found.sheets.map(({ name }) => name), ...spec.sheets.map(({ name }) => name)].map((name) =>
      name.toLowerCase(),
    ),
  );
  const renamed = new Map<string, string>();
  const built = plans.flatMap((plan): Built[] => {
    if (plan.kind === 'update') return [];
    if (plan.kind === 'create') return [{ spec: plan.spec, name: plan.spec.name }];
    const name = freeName('TienDo', '', taken);
    renamed.set(`${quoteSheet(plan.spec.name)}!`, `${quoteSheet(name)}!`);
    return [{ spec: plan.spec, name }];
  });
  const updates = plans.flatMap((plan) => (plan.kind === 'update' && changes(plan) ? [plan] : []));
  const usedNames = new Set(
    [...found.tables, ...found.names].map(({ name }) => name.toLowerCase()),
  );
  const tables = built.flatMap(({ spec: sheet }) =>
    sheet.tables.map(({ name }): [string, string] => [
      name,
      usedNames.has(name.toLowerCase()) ? freeName(`${name}_`, '', usedNames) : name,
    ]),
  );
  return {
    built,
    replaced: plans.flatMap((plan) =>
      plan.kind === 'replace'
        ? [
            {
              spec: plan.spec,
              old: plan.old,
              kept: freeName(plan.spec.name, keptSheetWord, taken),
            },
          ]
        : [],
    ),
    updates,
    copies: updates.flatMap((update): Copy[] => {
      const { spec: sheet, sheet: item, layout } = update;
      const from = layout.name;
      if (keepOld && sheet.cells.some(({ owner }) => owner !== undefined))
        return [
          { sheet: item, from, name: freeName(sheet.name, keptSheetWord, taken), isKept: true },
        ];
      return losesMore(update)
        ? [{ sheet: item, from, name: freeName('TienDo', '', taken), isKept: false }]
        : [];
    }),
    tables: new Map(tables),
    oldTables: found.tables
      .filter(({ name }) => tables.some(([final, now]) => final !== now && sameName(final, name)))
      .map(({ item, name }) => ({ item, kept: freeName(`${name}_`, '', usedNames) })),
    newNames: spec.names.filter(
      ({ name }) => !found.names.some((each) => sameName(each.name, name)),
    ),
    movedNames: spec.names.flatMap((name) => {
      const there = found.names.find((each) => sameName(each.name, name.name));
      const formula = nameFormula(name, layouts);
      const replaced = plans.some(
        (plan) => plan.kind === 'replace' && name.kind === 'range' && plan.spec.name === name.sheet,
      );
      return there && (replaced || plainFormula(there.formula) !== plainFormula(formula))
        ? [{ name: there.name, formula }]
        : [];
    }),
    layouts,
    formulaOf: (formula, sheet) => renameSheets(layouts.formula(formula, sheet), renamed),
  };
}

/** Whether anything is to be done on a sheet that is there. */
function changes({ differences, rows, fresh, rules }: Update): boolean {
  return (
    differences.length > 0 ||
    rows !== null ||
    fresh.size > 0 ||
    rules.validations.length > 0 ||
    rules.formats !== null
  );
}

/** Whether only a copy can give back what changing the sheet takes away. */
function losesMore(update: Update): boolean {
  const { rows, taken, rules } = update;
  return (
    taken !== null ||
    changesLinks(update) ||
    (rows?.gone.length ?? 0) > 0 ||
    rules.validations.some((validation) => validation.old === null)
  );
}

/** Characters of a sheet's name. */
const SHEET_NAME_LIMIT = 31;

/** A name that is not taken yet: with the word, then with a number; it is taken afterwards. */
function freeName(base: string, word: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const mark = word === '' ? String(number) : ` (${word}${number === 1 ? '' : ` ${number}`})`;
    const name = base.slice(0, SHEET_NAME_LIMIT - mark.length) + mark;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** What a name stands for, as Excel writes it: one cell is no range. */
export function nameFormula(name: NameSpec, layouts: Layouts): string {
  if (name.kind === 'text') return `=${quoteText(fitText(name.text))}`;
  const layout = layouts.of(name.sheet);
  const range = `=${absoluteRange(rangeAt(layout, name.range), layout.name)}`;
  return range.replace(/(\$[A-Z]+\$\d+):\1$/, '$1');
}
