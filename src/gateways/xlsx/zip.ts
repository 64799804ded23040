import type { RawEntry } from './read/container';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const VERSION = 20;
/** The names of entries are UTF-8. */
const UTF8_FLAG = 0x0800;
/** 01/01/1980, the first day a zip can hold: the same parts give the same bytes. */
const DOS_DATE = 0x21;
const DEFLATED = 8;

/** Characters that are packed at a time. */
const CHUNK = 2 ** 18;

/** A part's bytes, packed. */
export type PackedPart = {
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
};

type Packed = PackedPart & { readonly name: Uint8Array; readonly flags: number };

/** Puts packed parts, by their paths, into a zip. */
export function zipOf(parts: ReadonlyMap<string, PackedPart>): Uint8Array {
  const encoder = new TextEncoder();
  return written(
    [...parts].map(([path, part]) => ({ ...part, name: encoder.encode(path), flags: UTF8_FLAG })),
  );
}

/** What gzip puts before the packed bytes; after them come their checksum and their size. */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;

/**
 * Packs text while it is made, so that the whole of a very large part is never held. The platform
 * packs, beside this thread: every browser and Node knows gzip, which is what a zip holds between
 * a head and a tail. Rejects with what the pieces throw.
 */
export async function pack(pieces: Iterable<string>): Promise<PackedPart> {
  const chunks = encoded(pieces);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const { done, value } = chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
  const gzip = source.pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(gzip).arrayBuffer());
  const tail = new DataView(bytes.buffer, bytes.length - GZIP_TAIL);
  return {
    method: DEFLATED,
    crc: tail.getUint32(0, true),
    size: tail.getUint32(4, true),
    data: bytes.subarray(GZIP_HEAD, bytes.length - GZIP_TAIL),
  };
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>, undefined> {
  const encoder = new TextEncoder();
  let chunk = new Uint8Array(CHUNK);
  let at = 0;
  for (const piece of pieces) {
    const most = piece.length * 3;
    if (at + most > chunk.length) {
      yield chunk.subarray(0, at);
      chunk = new Uint8Array(Math.max(CHUNK, most));
      at = 0;
    }
    at += encoder.encodeInto(piece, chunk.subarray(at)).written;
  }
  yield chunk.subarray(0, at);
}

/**
 * Packs a zip again with some parts replaced and some left out. Parts that stay are copied as
 * they are packed, so that nothing about them changes. Parts are `null` to go.
 */
export function repack(
  entries: readonly RawEntry[],
  changed: ReadonlyMap<string, PackedPart | null>,
): Uint8Array {
  const packed = entries.flatMap((entry): Packed[] => {
    const replaced = changed.get(entry.key);
    if (replaced === null) return [];
    const flags = entry.flags & UTF8_FLAG;
    const { method, crc, size, data } = replaced ?? entry;
    return [{ name: entry.name, flags, method, crc, size, data }];
  });
  return written(packed);
}

function written(entries: readonly Packed[]): Uint8Array {
  const total = entries.reduce(
    (sum, { name, data }) => sum + 30 + 46 + name.length * 2 + data.length,
    22,
  );
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets: number[] = [];
  const common = (start: number, { flags, method, crc, size, data, name }: Packed): void => {
    view.setUint16(start, VERSION, true);
    view.setUint16(start + 2, flags, true);
    view.setUint16(start + 4, method, true);
    view.setUint16(start + 8, DOS_DATE, true);
    view.setUint32(start + 10, crc, true);
    view.setUint32(start + 14, data.length, true);
    view.setUint32(start + 18, size, true);
    view.setUint16(start + 22, name.length, true);
  };
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, LOCAL_HEADER, true);
    common(at + 4, entry);
    bytes.set(entry.name, at + 30);
    bytes.set(entry.data, at + 30 + entry.name.length);
    at += 30 + entry.name.length + entry.data.length;
  }
  const start = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, DIRECTORY_HEADER, true);
    view.setUint16(at + 4, VERSION, true);
    common(at + 6, entry);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(entry.name, at + 46);
    at += 46 + entry.name.length;
  });
  view.setUint32(at, DIRECTORY_END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - start, true);
  view.setUint32(at + 16, start, true);
  return bytes.subarray(0, at + 22);
}
