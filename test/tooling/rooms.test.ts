import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Each file breaks the named rules, or none; together they are one small source tree. */
const cases: readonly (readonly [file: string, code: string, broken: readonly string[]])[] = [
  ['src/domain/good.ts', 'export const good = 1;', []],
  ['src/messages/good.ts', 'export { good } from "../domain/good";', []],
  ['src/reading/good.ts', 'export { good } from "../messages/good";', []],
  ['src/workbook/good.ts', 'export { good } from "../domain/good";', []],
  [
    'src/gateways/xlsx.ts',
    'import "node:fs"; import "hucre"; export { good } from "../workbook/good";',
    [],
  ],
  ['src/app/wiring.ts', 'export { good } from "../gateways/xlsx";', []],
  [
    'src/app/typeOnly.ts',
    'import type { good } from "../gateways/xlsx"; export type A = typeof good;',
    [],
  ],
  ['src/cli/good.ts', 'import "node:fs"; export { good } from "../app/wiring";', []],
  ['src/taskpane/good.tsx', 'import "react"; export { good } from "../app/wiring";', []],
  ['src/functions/good.ts', 'export { good } from "../reading/good";', []],
  ['src/commands/good.ts', 'export const good = 1;', []],
  [
    'src/functions/room.ts',
    'export { good } from "../app/wiring";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/commands/room.ts',
    'export { good } from "../app/wiring";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/domain/room.ts',
    'export { good } from "../messages/good";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/domain/roomType.ts',
    'import type { good } from "../messages/good"; export type A = typeof good;',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/messages/room.ts',
    'export { good } from "../reading/good";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/reading/room.ts',
    'export { good } from "../workbook/good";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/workbook/room.ts',
    'export { good } from "../gateways/xlsx";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/gateways/room.ts',
    'export { good } from "../taskpane/good";',
    ['import-x/no-restricted-paths'],
  ],
  ['src/app/room.ts', 'export { good } from "../cli/good";', ['import-x/no-restricted-paths']],
  ['src/cli/room.ts', 'export { good } from "../workbook/good";', ['import-x/no-restricted-paths']],
  [
    'src/taskpane/room.ts',
    'export { good } from "../gateways/xlsx";',
    ['import-x/no-restricted-paths'],
  ],
  [
    'src/app/loads.ts',
    'export { good } from "../gateways/xlsx";',
    ['@typescript-eslint/no-restricted-imports'],
  ],
  ['src/app/node.ts', 'import "node:fs";', ['@typescript-eslint/no-restricted-imports']],
  ['src/domain/package.ts', 'import "fflate";', ['@typescript-eslint/no-restricted-imports']],
  ['src/workbook/package.ts', 'import "hucre";', ['@typescript-eslint/no-restricted-imports']],
  ['src/taskpane/node.ts', 'import "node:fs";', ['@typescript-eslint/no-restricted-imports']],
  ['src/domain/cycleA.ts', 'import "./cycleB";', ['import-x/no-cycle']],
  ['src/domain/cycleB.ts', 'import "./cycleA";', ['import-x/no-cycle']],
  ['src/domain/today.ts', 'export const a = new Date();', ['no-restricted-syntax']],
  [
    'src/domain/number.ts',
    'export const a = (t: string): number => Number(t);',
    ['no-restricted-syntax'],
  ],
  ['src/domain/plus.ts', 'export const a = (t: string): number => +t;', ['no-restricted-syntax']],
  ['src/gateways/number.ts', 'export const a = (t: string): number => Number(t);', []],
  ['src/domain/any.ts', 'export type A = any;', ['@typescript-eslint/no-explicit-any']],
  [
    'src/domain/bang.ts',
    'export const a = (t?: string): string => t!;',
    ['@typescript-eslint/no-non-null-assertion'],
  ],
  [
    'src/domain/cast.ts',
    'export const a = (t: unknown): string => t as string;',
    ['@typescript-eslint/no-unsafe-type-assertion'],
  ],
  ['src/attic/a.ts', 'export const a = 1;', ['no-restricted-syntax']],
  [
    'src/app/office.ts',
    'export const a = (): void => { Office.initialize(0); };',
    ['no-restricted-globals'],
  ],
  [
    'src/gateways/excel/sync.ts',
    'export async function a(all: string[]): Promise<void> { await Excel.run(async (context) => { for (const one of all) { context.workbook.names.add(one, one); await context.sync(); } }); }',
    ['office-addins/no-context-sync-in-loop'],
  ],
];

const repository = resolve(__dirname, '../..');
const brokenRules = new Map<string, Set<string>>();
let tree = '';

type LintResult = { filePath: string; messages: { ruleId: string | null; message: string }[] };

beforeAll(() => {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  tree = mkdtempSync(join(repository, '.cache/rooms-'));
  writeFileSync(
    join(tree, 'tsconfig.json'),
    JSON.stringify({ extends: '../../tsconfig.json', include: ['src'] }),
  );
  for (const [file, code] of cases) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), code);
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(repository, 'node_modules/eslint/bin/eslint.js'),
      '--config',
      join(repository, 'eslint.config.js'),
      '--format',
      'json',
      'src',
    ],
    { cwd: tree, encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  const results: LintResult[] = JSON.parse(stdout);
  for (const { filePath, messages } of results)
    brokenRules.set(
      relative(tree, filePath),
      new Set(messages.map(({ ruleId, message }) => ruleId ?? message)),
    );
}, 120_000);

afterAll(() => {
  rmSync(tree, { recursive: true, force: true });
});

describe('lint rules that hold the rooms', () => {
  it.each(cases)('see %s', (file, _code, broken) => {
    expect([...(brokenRules.get(file) ?? ['not linted'])]).toEqual(broken);
  });
});
