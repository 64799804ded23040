import { zipSync } from 'fflate';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { openContainer, type RawEntry, type ZipLimits } from './read/container';
import { Refusal } from './read/refusal';

/** A zip of submissions: thousands of small files, unpacked one at a time. */
const archiveLimits: ZipLimits = { entries: 50_000, part: 100 * 2 ** 20, unpacked: 4 * 2 ** 30 };

/** Flag of names in UTF-8. */
const UTF8_FLAG = 0x0800;

/** One file in a zip: its path as a label, never used as a path, and its bytes when asked for. */
export type ArchivedFile = {
  readonly name: string;
  /** When it was last written, as the zip says (local time, to two seconds). */
  readonly written: string;
  readonly bytes: () => Result<Uint8Array, Failure>;
};

/**
 * Opens a zip that holds files, in the order of their names; null when the bytes are no zip or
 * are a workbook or document themselves. Folders and what systems add to zips are left out.
 * Fails as a value for a zip that is damaged or asks for too much.
 */
export function openArchive(
  bytes: Uint8Array,
  file: string,
): Result<readonly ArchivedFile[], Failure> | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    const container = openContainer(bytes, archiveLimits);
    if (container.has('[Content_Types].xml') || container.has('mimetype')) return null;
    const entries = container
      .entries()
      .map((entry) => ({ entry, name: nameOf(entry) }))
      .filter(({ name }) => isFile(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return ok(
      entries.map(({ entry, name }) => ({
        name,
        written: writtenAt(entry),
        bytes: () => guarded(`${file}/${name}`, () => container.read(entry.key)),
      })),
    );
  } catch (error) {
    // A zip that cannot be opened is told what it is by the reader of workbooks.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function guarded(file: string, read: () => Uint8Array): Result<Uint8Array, Failure> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Refusal) return err(failure(error.code, { file, ...error.params }));
    throw error;
  }
}

function nameOf({ name, flags }: RawEntry): string {
  const text = (flags & UTF8_FLAG) === 0 ? legacyName(name) : new TextDecoder('utf-8').decode(name);
  return text.replaceAll('\\', '/').normalize('NFC');
}

/** Many programs write UTF-8 without saying so. */
function legacyName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('latin1').decode(name);
  }
}

function isFile(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base !== '' && !name.startsWith('__MACOSX/') && !/^(?:\.|~\$|Thumbs\.db$)/i.test(base);
}

/** The DOS date and time of an entry. */
function writtenAt({ date, time }: RawEntry): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = [String(1980 + (date >> 9)), two((date >> 5) & 15), two(date & 31)].join('-');
  return `${day}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
}

/** The day every entry bears: the same files give the same zip. */
const PACKED = new Date(1980, 0, 1);

/** Packs files by name into a zip. Workbooks are packed already, so they are only stored. */
export function packArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: PACKED });
}
