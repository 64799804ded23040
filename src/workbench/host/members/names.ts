import { z } from 'zod';
import { invalid, notFound } from '../fault';
import { sameName, type DefinedName, type Sheet } from '../model/workbook';
import { absoluteAddress, areaOf, range, readReference } from './cells';
import { HostObject } from './objects';
import { action, classTable, link, method, objectOf, scalar, settable, type Host } from './table';

/** The most characters of a text inside a formula, and so of a name that stands for a text. */
const TEXT_LIMIT = 255;

type Scope = { readonly sheet: Sheet | null };

function namesOf({ sheet }: Scope, { workbook }: Host): readonly DefinedName[] {
  return workbook.names.filter((name) => name.sheet === sheet);
}

function asObject(name: DefinedName): HostObject<'NamedItem'> {
  return new HostObject('NamedItem', name);
}

function find(scope: Scope, key: unknown, host: Host): HostObject<'NamedItem'> | null {
  const name = namesOf(scope, host).find((each) => sameName(each.name, String(key)));
  return name ? asObject(name) : null;
}

function checkFormula(formula: string): string {
  const text = /^="((?:[^"]|"")*)"$/s.exec(formula)?.[1];
  if (!formula.startsWith('=')) throw invalid('The formula of a name begins with "=".');
  if (text !== undefined && text.replaceAll('""', '"').length > TEXT_LIMIT)
    throw invalid(`A text in a name has at most ${TEXT_LIMIT} characters.`);
  return formula;
}

/** `Excel.NamedItemCollection`, of the workbook or of a sheet. */
export const namedItems = classTable<Scope>(
  {
    GetCount: action((scope, host) => namesOf(scope, host).length),
    Add: method(
      z.tuple([z.string(), z.union([objectOf('Range'), z.string()]), z.string().nullish()]),
      ({ sheet }, [name, reference, comment], { workbook }) => {
        workbook.checkName(name, sheet, null);
        const formula =
          typeof reference === 'string'
            ? checkFormula(reference)
            : `=${absoluteAddress(reference.target.sheet, areaOf(reference.target))}`;
        const added = { name, formula, comment: comment ?? '', visible: true, sheet };
        workbook.names.push(added);
        return asObject(added);
      },
    ),
    GetItemOrNullObject: method(z.tuple([z.string()]), (scope, [key], host) =>
      find(scope, key, host),
    ),
  },
  { items: (scope, host) => namesOf(scope, host).map(asObject), item: find },
);

/** The text, number or truth value of "=…", or null for anything else. */
function constantOf(formula: string): string | number | boolean | null {
  const text = /^="((?:[^"]|"")*)"$/s.exec(formula)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  if (/^=(?:TRUE|FALSE)$/i.test(formula)) return /true/i.test(formula);
  return /^=-?\d+(?:\.\d+)?$/.test(formula) ? Number(formula.slice(1)) : null;
}

function typeOf(name: DefinedName, { workbook }: Host): string {
  if (readReference(workbook, name.formula)) return 'Range';
  const constant = constantOf(name.formula);
  if (constant === null) return 'Error';
  if (typeof constant === 'number') return Number.isInteger(constant) ? 'Integer' : 'Double';
  return typeof constant === 'string' ? 'String' : 'Boolean';
}

/** `Excel.NamedItem`. */
export const namedItem = classTable<DefinedName>(
  {
    Name: scalar(({ name }) => name),
    _Id: scalar(({ name }) => name),
    Type: scalar(typeOf),
    Value: scalar((name) => constantOf(name.formula) ?? name.formula.slice(1)),
    Formula: settable(
      z.string(),
      ({ formula }) => formula,
      (name, formula) => {
        name.formula = checkFormula(formula);
      },
    ),
    Comment: settable(
      z.string().max(255),
      ({ comment }) => comment,
      (name, comment) => {
        name.comment = comment;
      },
    ),
    Visible: settable(
      z.boolean(),
      ({ visible }) => visible,
      (name, visible) => {
        name.visible = visible;
      },
    ),
    Scope: scalar(({ sheet }) => (sheet ? 'Worksheet' : 'Workbook')),
    WorksheetOrNullObject: link(({ sheet }) => sheet && new HostObject('Worksheet', sheet)),
    GetRange: action((name, { workbook }) => {
      const target = readReference(workbook, name.formula);
      if (!target) throw notFound(`range behind the name ${name.name}`);
      return range(target.sheet, target.area);
    }),
    GetRangeOrNullObject: action((name, { workbook }) => {
      const target = readReference(workbook, name.formula);
      return target && range(target.sheet, target.area);
    }),
    Delete: action((name, { workbook }) => {
      workbook.names.splice(workbook.names.indexOf(name), 1);
    }),
  },
  { identity: ({ name }) => ({ _Id: name }) },
);
