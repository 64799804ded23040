import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';

/** No file we read is larger; what is larger is not one of ours. */
const MAX_BYTES = 64 * 1024 * 1024;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown';
}

/** Reads a whole file; fails as a value when it is missing, empty, too large or not readable. */
export async function readBytes(path: string): Promise<Result<Uint8Array, Failure>> {
  try {
    const { size } = await stat(path);
    if (size === 0) return err(failure('fileEmpty', { file: path }));
    if (size > MAX_BYTES)
      return err(failure('fileTooLarge', { file: path, size, limit: MAX_BYTES }));
    return ok(new Uint8Array(await readFile(path)));
  } catch (error) {
    const reason = codeOf(error);
    return err(
      reason === 'ENOENT'
        ? failure('fileNotFound', { file: path })
        : failure('fileNotReadable', { file: path, reason }),
    );
  }
}

/** What became of a file that was written. `backup` is the path the older content was kept under. */
export type Written = { readonly path: string; readonly backup: string | null };

/**
 * Writes a file under a temporary name beside its place and renames it there, so that a reader
 * never sees half a file. Older content that differs is first kept as "<name>.bak1<ext>" (or
 * the next free number). A file that is read-only, or open in Excel or LibreOffice, is left as
 * it is.
 */
export async function writeFileSafely(
  path: string,
  bytes: Uint8Array,
): Promise<Result<Written, Failure>> {
  const temporary = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const held = await whoHolds(path);
    if (held !== null) return err(failure('fileNotWritable', { file: path, reason: held }));
    const old = await readExisting(path);
    if (old !== null && Buffer.from(old).equals(bytes)) return ok({ path, backup: null });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const backup = old === null ? null : await keepBackup(path);
    await rename(temporary, path);
    return ok({ path, backup });
  } catch (error) {
    await rm(temporary, { force: true });
    return err(failure('fileNotWritable', { file: path, reason: codeOf(error) }));
  }
}

/** The reason not to replace a file, or null: its owner's lock beside it, or its mode. */
async function whoHolds(path: string): Promise<string | null> {
  const beside = (name: string): string => join(dirname(path), name);
  if (existsSync(beside(`~$${basename(path)}`))) return 'Excel';
  if (existsSync(beside(`.~lock.${basename(path)}#`))) return 'LibreOffice';
  if (!existsSync(path)) return null;
  const { mode } = await stat(path);
  // Checked by hand because the superuser may write where the mode says no.
  return (mode & 0o222) === 0 ? 'read-only' : null;
}

async function readExisting(path: string): Promise<Uint8Array | null> {
  return existsSync(path) ? readFile(path) : null;
}

async function keepBackup(path: string): Promise<string> {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let number = 1; ; number += 1) {
    const backup = `${stem}.bak${String(number)}${extension}`;
    try {
      await copyFile(path, backup, constants.COPYFILE_EXCL);
      return backup;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
