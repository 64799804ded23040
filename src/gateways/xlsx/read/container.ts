import { Inflate, inflateSync } from 'fflate';
import { foreignLimits, MOST_RATIO, RATIO_FREE_BYTES, type ReadLimits } from './limits';
import { damaged, hostile, Refusal } from './refusal';

/** The parts of an opened zip. Names are compared as OPC does: without case, from the root. */
export type Container = {
  readonly has: (part: string) => boolean;
  /**
   * The part's bytes; throws a {@link Refusal} when it is missing, damaged or too large, or was
   * read before: what one part names twice would be unpacked twice.
   */
  readonly read: (part: string) => Uint8Array;
  /** Every entry as it is packed, in the order of the zip's directory. */
  readonly entries: () => readonly RawEntry[];
};

/** An entry of a zip as it is packed. `key` is its name as parts are compared. */
export type RawEntry = {
  readonly key: string;
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** DOS time and date. */
  readonly time: number;
  readonly date: number;
  readonly data: Uint8Array;
};

/** What a zip may hold. */
export type ZipLimits = Pick<ReadLimits, 'entries' | 'part' | 'unpacked'>;

/** Stands for a part where a fault is in the zip itself. */
const WHOLE = 'zip';

type Entry = {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly time: number;
  readonly date: number;
  readonly offset: number;
};

// APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_HEADER_BYTES = 46;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_BYTES = 22;
const MOST_COMMENT_BYTES = 0xffff;
const ZIP64_COUNT = 0xffff;
const ZIP64_SIZE = 0xffffffff;
/** Encrypted, strongly encrypted, directory masked. */
const ENCRYPTION_FLAGS = 0x0001 | 0x0040 | 0x2000;
const STORED = 0;
const DEFLATED = 8;

/**
 * Walks the central directory, and nothing else of the file, before any byte is unpacked.
 * Local headers are not trusted: they only say where the data starts. Throws a {@link Refusal}
 * for a zip that is cut off, contradicts itself or wants more than the limits allow.
 */
export function openContainer(bytes: Uint8Array, limits: ZipLimits = foreignLimits): Container {
  const entries = readDirectory(bytes, limits);
  const read = new Set<Entry>();
  return {
    has: (part) => entries.has(key(part)),
    read: (part) => {
      const entry = entries.get(key(part));
      if (!entry) throw damaged(part, 'missing');
      if (entry.size > limits.part) throw hostile(part, 'partTooLarge', limits.part);
      if (entry.size > RATIO_FREE_BYTES && entry.size > entry.packed * MOST_RATIO)
        throw hostile(part, 'zipBomb', MOST_RATIO);
      if (read.has(entry)) throw damaged(part, 'duplicate');
      read.add(entry);
      const data = unpack(bytes, entry, part);
      if (crc32(data) !== entry.crc) throw damaged(part, 'checksum');
      return data;
    },
    entries: () =>
      [...entries].map(([name, entry]) => ({
        ...entry,
        key: name,
        data: packedData(bytes, entry, name),
      })),
  };
}

/** Old .NET writers use backslashes; a name is only ever compared, so ".." in it is inert. */
function key(part: string): string {
  return part
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function readDirectory(bytes: Uint8Array, limits: ZipLimits): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === ZIP64_COUNT || size === ZIP64_SIZE || start === ZIP64_SIZE)
    throw hostile(WHOLE, 'zip64', 0);
  if (count > limits.entries) throw hostile(WHOLE, 'tooManyEntries', limits.entries);
  if (start + size > end) throw damaged(WHOLE, 'directory');

  // One character for each byte: names are compared, not shown, and none may fold into another.
  const latin = new TextDecoder('latin1');
  const entries = new Map<string, Entry>();
  let at = start;
  let unpacked = 0;
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_HEADER_BYTES > end || view.getUint32(at, true) !== DIRECTORY_HEADER)
      throw damaged(WHOLE, 'directory');
    const nameEnd = at + DIRECTORY_HEADER_BYTES + view.getUint16(at + 28, true);
    if (nameEnd > end) throw damaged(WHOLE, 'directory');
    if ((view.getUint16(at + 8, true) & ENCRYPTION_FLAGS) !== 0)
      throw new Refusal('workbookEncrypted');
    const entry = {
      name: bytes.subarray(at + DIRECTORY_HEADER_BYTES, nameEnd),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint16(at + 12, true),
      date: view.getUint16(at + 14, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ([entry.packed, entry.size, entry.offset].includes(ZIP64_SIZE))
      throw hostile(WHOLE, 'zip64', 0);
    const name = key(latin.decode(bytes.subarray(at + DIRECTORY_HEADER_BYTES, nameEnd)));
    if (entries.has(name)) throw hostile(name, 'duplicateEntry', 0);
    entries.set(name, entry);
    unpacked += entry.size;
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== start + size) throw damaged(WHOLE, 'directory');
  if (unpacked > limits.unpacked) throw hostile(WHOLE, 'unpackedTooLarge', limits.unpacked);
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - DIRECTORY_END_BYTES;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT_BYTES; at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  throw damaged(WHOLE, 'truncated');
}

function packedData(bytes: Uint8Array, entry: Entry, part: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (
    entry.offset + LOCAL_HEADER_BYTES > bytes.length ||
    view.getUint32(entry.offset, true) !== LOCAL_HEADER
  )
    throw damaged(part, 'directory');
  const start =
    entry.offset +
    LOCAL_HEADER_BYTES +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged(part, 'directory');
  return packed;
}

function unpack(bytes: Uint8Array, entry: Entry, part: string): Uint8Array {
  const packed = packedData(bytes, entry, part);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged(part, 'packing');
  const data = entry.method === STORED ? packed : inflate(packed, entry.size, part);
  if (data.length !== entry.size) throw damaged(part, 'size');
  return data;
}

/**
 * Packed bytes unpacked at a time. A part that lies about its size costs at most 1,032 times
 * this beyond what it says, which is the most that deflate can do.
 */
const SLICE_BYTES = 65_536;

/** Gives back one byte more than `size`, or throws a {@link Refusal}, when there is more. */
function inflate(packed: Uint8Array, size: number, part: string): Uint8Array {
  try {
    // In one go when that is safe: the stream takes four times as long over a small part.
    return packed.length <= SLICE_BYTES
      ? inflateSync(packed, { out: new Uint8Array(size + 1) })
      : inflateStream(packed, size, part);
  } catch (error) {
    // Whatever fflate throws, in whatever class, it throws at bytes that are not deflated right.
    throw error instanceof Refusal ? error : damaged(part, 'packing');
  }
}

function inflateStream(packed: Uint8Array, size: number, part: string): Uint8Array {
  const data = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(part, 'size');
    data.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += SLICE_BYTES)
    stream.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
  return data.subarray(0, length);
}

const CRC_POLYNOMIAL = 0xedb88320;

/** Eight tables in one: "slicing by eight" takes two words a step. */
const crcTable = new Int32Array(2048);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? CRC_POLYNOMIAL : 0);
  crcTable[byte] = value;
}
for (let index = 256; index < crcTable.length; index++) {
  const before = crcTable[index - 256] ?? 0;
  crcTable[index] = (before >>> 8) ^ (crcTable[before & 255] ?? 0);
}

/** The checksum of a zip's entry; of one that comes in pieces, with the checksum `before` each. */
export function crc32(data: Uint8Array, before = 0): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let crc = ~before;
  let at = 0;
  for (; at + 8 <= data.length; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      (crcTable[1792 + (low & 255)] ?? 0) ^
      (crcTable[1536 + ((low >>> 8) & 255)] ?? 0) ^
      (crcTable[1280 + ((low >>> 16) & 255)] ?? 0) ^
      (crcTable[1024 + (low >>> 24)] ?? 0) ^
      (crcTable[768 + (high & 255)] ?? 0) ^
      (crcTable[512 + ((high >>> 8) & 255)] ?? 0) ^
      (crcTable[256 + ((high >>> 16) & 255)] ?? 0) ^
      (crcTable[high >>> 24] ?? 0);
  }
  for (; at < data.length; at++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (data[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
