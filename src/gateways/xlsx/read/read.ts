import { failure, type Failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type {
  DefinedNameSnapshot,
  SheetSnapshot,
  Snapshot,
  TableSnapshot,
} from '../../../domain/snapshot';
import { readArea } from './address';
import { openContainer, type Container } from './container';
import { foreignLimits, MOST_FILE_BYTES, MOST_ITEMS, MOST_SHEETS, type ReadLimits } from './limits';
import { kindOfZip, recognise } from './recognise';
import { damaged, hostile, notAWorkbook, Refusal } from './refusal';
import { partOfType, readRelationships, type Relationship } from './relationships';
import { readSheet, type WorkbookContext } from './sheet';
import { readSharedStrings } from './strings';
import { readStyles } from './styles';
import { XmlScanner } from './xml';

/**
 * Reads an .xlsx, .xlsm, .xltx or .xltm file from anywhere into a {@link Snapshot}; `file` is
 * its name as the user knows it. The content decides, never the name's ending; macros are not
 * looked at. Gives all cells right or a typed failure, never half a workbook: `fileEmpty`,
 * `fileTooLarge` (`size`, `limit` in bytes), `notAWorkbook` (`seen`, see `seenKinds`),
 * `workbookEncrypted`, `workbookOldFormat`, `workbookDamaged` (`part`, `reason`, perhaps `cell`;
 * see `damageReasons`) or `workbookHostile` (`part`, `reason`, `limit`; see `hostileReasons`),
 * each with `file`.
 */
export function readXlsx(
  bytes: Uint8Array,
  file: string,
  limits: ReadLimits = foreignLimits,
): Result<Snapshot, Failure> {
  try {
    if (bytes.length > MOST_FILE_BYTES)
      throw new Refusal('fileTooLarge', { size: bytes.length, limit: MOST_FILE_BYTES });
    recognise(bytes);
    return ok({ file, ...readWorkbook(openContainer(bytes, limits), limits.cells) });
  } catch (error) {
    if (error instanceof Refusal) return err(failure(error.code, { file, ...error.params }));
    throw error;
  }
}

type SheetEntry = {
  readonly name: string;
  readonly visibility: SheetSnapshot['visibility'];
  readonly id: string;
};

function readWorkbook(container: Container, mostCells: number): Omit<Snapshot, 'file'> {
  const whole = readRelationships(container, '');
  const part = findWorkbook(container, whole);
  const { entries, names, from1904 } = readWorkbookPart(container.read(part), part, container);
  const relationships = readRelationships(container, part);
  const stylesPart = partOfType(relationships, 'styles');
  const stringsPart = partOfType(relationships, 'sharedStrings');
  const context: WorkbookContext = {
    from1904,
    styles: stylesPart === null ? [] : readStyles(container.read(stylesPart), stylesPart),
    strings:
      stringsPart === null ? [] : readSharedStrings(container.read(stringsPart), stringsPart),
  };
  const sheets: SheetSnapshot[] = [];
  let room = mostCells;
  for (const entry of entries) {
    const relationship = relationships.get(entry.id);
    if (!relationship) throw damaged(part, 'missing');
    // Chart sheets, dialogue sheets and macro sheets hold no cells of ours.
    if (relationship.type !== 'worksheet') continue;
    const sheet = readWorksheet(container, entry, relationship.target, context, room);
    room -= sheet.cells.length;
    sheets.push(sheet);
  }
  const saved = readSaved(container, partOfType(whole, 'core-properties'));
  return {
    sheets,
    names,
    ...(saved === null ? {} : { saved }),
    ...(container.has('xl/vbaProject.bin') ? { macros: true } : {}),
  };
}

/** `YYYY-MM-DDTHH:MM:SS` with what may follow: W3CDTF as core properties have it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** When the file was last saved; null where its core properties do not say, whatever else they say. */
function readSaved(container: Container, part: string | null): string | null {
  if (part === null) return null;
  try {
    const scanner = new XmlScanner(container.read(part), part);
    while (scanner.next())
      if (scanner.opens('modified')) {
        const time = INSTANT.exec(scanner.content().trim())?.[0];
        return time ?? null;
      }
    return null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function findWorkbook(
  container: Container,
  relationships: ReadonlyMap<string, Relationship>,
): string {
  const part = partOfType(relationships, 'officeDocument') ?? 'xl/workbook.xml';
  if (!container.has(part)) throw notAWorkbook(kindOfZip(container));
  return part;
}

function readWorkbookPart(
  xml: Uint8Array,
  part: string,
  container: Container,
): {
  readonly entries: readonly SheetEntry[];
  readonly names: readonly DefinedNameSnapshot[];
  readonly from1904: boolean;
} {
  const scanner = new XmlScanner(xml, part);
  if (!scanner.next() || !scanner.opens('workbook')) throw notAWorkbook(kindOfZip(container));
  const entries: SheetEntry[] = [];
  const seen = new Set<string>();
  const names: DefinedNameSnapshot[] = [];
  let from1904 = false;
  while (scanner.next()) {
    if (scanner.opens('workbookPr')) {
      const flag = scanner.attribute('date1904');
      from1904 = flag === '1' || flag === 'true';
    } else if (scanner.opens('sheet')) {
      const name = scanner.attribute('name') ?? '';
      if (seen.has(name.toLowerCase())) throw damaged(part, 'duplicate');
      seen.add(name.toLowerCase());
      const state = scanner.attribute('state');
      const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
      entries.push({ name, visibility, id: scanner.relationshipId() ?? '' });
      if (entries.length > MOST_SHEETS) throw hostile(part, 'tooManySheets', MOST_SHEETS);
    } else if (scanner.opens('definedName')) {
      const name = scanner.attribute('name') ?? '';
      names.push({ name, refersTo: scanner.content() });
      if (names.length > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
    }
  }
  return { entries, names, from1904 };
}

function readWorksheet(
  container: Container,
  { name, visibility }: SheetEntry,
  part: string,
  context: WorkbookContext,
  room: number,
): SheetSnapshot {
  const { cells, merges, tableIds } = readSheet(container.read(part), part, context, room);
  const relationships = tableIds.length === 0 ? null : readRelationships(container, part);
  const tables = tableIds.map((id) => {
    const relationship = relationships?.get(id);
    if (!relationship) throw damaged(part, 'missing');
    return readTable(container.read(relationship.target), relationship.target);
  });
  return { name, visibility, cells, tables, merges };
}

function readTable(xml: Uint8Array, part: string): TableSnapshot {
  const scanner = new XmlScanner(xml, part);
  scanner.next();
  const name = scanner.attribute('displayName') ?? scanner.attribute('name') ?? '';
  const area = readArea(scanner.attribute('ref') ?? '', part);
  scanner.skip();
  return { name, ...area };
}
