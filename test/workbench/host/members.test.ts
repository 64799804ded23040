import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { classes } from '../../../src/workbench/host/members';

const library = readFileSync(
  createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'),
  'utf8',
);
const excel = library.indexOf('var Excel;');

/** Classes of the host that stand for more than one of Excel's. */
const shared = new Map([['ChartTextFormat', ['ChartTitleFormat', 'ChartDataLabelFormat']]]);

/** The root object of requests that only Excel on the web takes; the library gives it no type name. */
const rootOnTheWeb = /WacWorkbook\.prototype\.\w+ = function[^}]*_invokeMethod\(this, "(\w+)"/g;

/** What the client library's class of this name spells in quotes: its wire names among it. */
function wireNamesOf(className: string): readonly string[] {
  // Other programs have classes of the same name, such as Comment.
  const start = library.indexOf(`var _type${className} = "${className}";`, excel);
  if (start < 0) throw new Error(`The library has no class ${className}.`);
  const end = library.indexOf('    var _type', start + 1);
  const text = library.slice(start, end < 0 ? undefined : end);
  return [...text.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '');
}

it.each(Object.entries(classes))('%s has members of the genuine client only', (name, table) => {
  const known = new Set((shared.get(name) ?? [name]).flatMap(wireNamesOf));
  if (name === 'Workbook')
    for (const [, member = ''] of library.matchAll(rootOnTheWeb)) known.add(member);
  expect([...table.members.keys()].filter((member) => !known.has(member))).toEqual([]);
});
