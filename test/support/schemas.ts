import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { findProgram } from './tools.mjs';

const xmllint = findProgram('xmllint');
const fixtures = join(__dirname, '../fixtures/schemas');
/** Schemas of other bodies that those of ECMA-376 refer to. They come first, or xmllint asks the web. */
const others = ['xml.xsd', 'dc.xsd', 'dcterms.xsd'];

/** A `describe` whose tests need xmllint; without it they are skipped, and say why. */
export function describeWithSchemas(name: string, tests: () => void): void {
  if (xmllint === null) describe.skip(`${name} (needs xmllint)`, tests);
  else describe(name, tests);
}

/** What the parts of a package have against the schemas of ECMA-376, as xmllint says it. */
export function schemaFaults(bytes: Uint8Array): readonly string[] {
  if (xmllint === null) throw new Error('xmllint is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-schemas-'));
  try {
    const parts = writeAll(folder, 'parts', unzipSync(bytes));
    writeAll(folder, 'schemas', schemas());
    const given = ['--nonet', '--noout', '--schema', '../schemas/all.xsd', ...parts];
    const { stderr, error } = spawnSync(xmllint, given, {
      cwd: join(folder, 'parts'),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (error) throw error;
    const said = stderr.split('\n').filter((line) => line !== '');
    const right = said.filter((line) => line.endsWith(' validates'));
    const faults = said.filter(
      (line) =>
        !/ (?:validates|fails to validate)$/.test(line) &&
        !line.includes(' Skipping import of schema '),
    );
    if (faults.length === 0 && right.length < parts.length)
      throw new Error(`xmllint did not judge every part:\n${stderr}`);
    return faults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(
  folder: string,
  name: string,
  files: Readonly<Record<string, Uint8Array>>,
): readonly string[] {
  for (const [path, file] of Object.entries(files)) {
    const target = join(folder, name, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, file);
  }
  return Object.keys(files);
}

/**
 * The schemas, and `all.xsd` that brings them together. Of a namespace that several files make up,
 * xmllint takes in one file only, so that each such namespace gets a file that includes its own.
 */
function schemas(): Readonly<Record<string, Uint8Array>> {
  const files = {
    ...Object.fromEntries(others.map((name) => [name, readFileSync(join(fixtures, name))])),
    ...unzipSync(readFileSync(join(fixtures, 'ecma-376-2006.zip'))),
  };
  const byNamespace = new Map<string, string[]>();
  for (const [name, file] of Object.entries(files)) {
    const namespace = /targetNamespace="([^"]*)"/.exec(strFromU8(file))?.[1] ?? '';
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), name]);
  }
  const made: Record<string, Uint8Array> = {};
  const imports: string[] = [];
  for (const [namespace, names] of byNamespace) {
    const [only = '', ...more] = names;
    const name = more.length === 0 ? only : `all-${only}`;
    if (more.length > 0)
      made[name] = schema(
        `targetNamespace="${namespace}"`,
        names.map((own) => `<xs:include schemaLocation="${own}"/>`),
      );
    const found = `<xs:import namespace="${namespace}" schemaLocation="${name}"/>`;
    // Whole namespaces first: what later refers to a part of one finds it taken in.
    if (more.length > 0 || others.includes(name)) imports.unshift(found);
    else imports.push(found);
  }
  return { ...files, ...made, 'all.xsd': schema('', imports) };
}

function schema(target: string, contents: readonly string[]): Uint8Array {
  return strToU8(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${target}>${contents.join('')}</xs:schema>`,
  );
}
