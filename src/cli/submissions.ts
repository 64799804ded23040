import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { IncomingFile } from '../app/collectFiles';
import { openArchive } from '../app/wiring';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { readBytes } from './files';

/** Files that systems and open programs leave beside others. */
const STRAY = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** SHA-256 of bytes, in hex. */
export function sha256(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
}

/**
 * The files behind names of files, folders (whole) and zips, one by one in the order of names;
 * `skip` are files that are no submission whatever folder they lie in, such as the workbook
 * itself. Fails when a name is nothing at all, or when there is no file behind any of them.
 */
export async function submissionsAt(
  paths: readonly string[],
  skip: readonly string[],
): Promise<Result<AsyncIterable<IncomingFile>, Failure>> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const files = await filesAt(path);
    if (!files.ok) return files;
    for (const file of files.value) found.set(resolve(file.path), file.label);
  }
  for (const path of skip) found.delete(resolve(path));
  if (found.size === 0) return err(failure('nothingToCollect', { file: paths.join(', ') }));
  return ok(eachIn([...found]));
}

type Labelled = { readonly path: string; readonly label: string };

async function filesAt(path: string): Promise<Result<readonly Labelled[], Failure>> {
  try {
    const { isDirectory } = await stat(path).then((found) => ({
      isDirectory: found.isDirectory(),
    }));
    if (!isDirectory) return ok([{ path, label: basename(path) }]);
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const files = inside
      .filter((entry) => entry.isFile() && !STRAY.test(entry.name))
      .map((entry) => pathOf(entry))
      .sort();
    return ok(
      files.map((file) => ({ path: file, label: relative(path, file).split(sep).join('/') })),
    );
  } catch {
    return err(failure('fileNotFound', { file: path }));
  }
}

function pathOf(entry: Dirent): string {
  return join(entry.parentPath, entry.name);
}

async function* eachIn(
  files: readonly (readonly [path: string, label: string])[],
): AsyncIterable<IncomingFile> {
  for (const [path, label] of files) {
    const bytes = await readBytes(path);
    const written = await writtenAt(path);
    const archive = bytes.ok ? openArchive(bytes.value, label) : null;
    if (archive === null) {
      yield { file: label, written, bytes: () => Promise.resolve(named(bytes, label)) };
      continue;
    }
    if (!archive.ok) {
      yield { file: label, written, bytes: () => Promise.resolve(archive) };
      continue;
    }
    for (const inside of archive.value)
      yield {
        file: `${label}/${inside.name}`,
        written: inside.written,
        bytes: () => Promise.resolve(inside.bytes()),
      };
  }
}

async function writtenAt(path: string): Promise<string | null> {
  try {
    return (await stat(path)).mtime.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS.mmm'.length);
  } catch {
    return null;
  }
}

/** A failure names the file as the collection does. */
function named(bytes: Result<Uint8Array, Failure>, file: string): Result<Uint8Array, Failure> {
  return bytes.ok ? bytes : err({ ...bytes.error, params: { ...bytes.error.params, file } });
}
