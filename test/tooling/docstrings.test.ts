import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const source = resolve(__dirname, '../../src');

/** Where an exported declaration has no doc comment, as file:line. */
function undocumented(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return parsed.statements
    .filter(
      (statement) =>
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ===
          true &&
        ts.getJSDocCommentsAndTags(statement).length === 0,
    )
    .map((statement) => text.slice(0, statement.getStart(parsed)).split('\n').length)
    .map((line) => `${file}:${line}`);
}

it('every export of src says what it is for', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const typed = files.filter((file) => /\.tsx?$/.test(file));
  expect(typed.length).toBeGreaterThan(0);
  expect(typed.flatMap(undocumented)).toEqual([]);
});
