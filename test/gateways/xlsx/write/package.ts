import { strFromU8, unzipSync } from 'fflate';

/** One opening tag of an XML part, in document order. */
export type Tag = {
  readonly name: string;
  /** The name of the element it stands in, or "" for the root. */
  readonly parent: string;
  readonly attributes: ReadonlyMap<string, string>;
};

/** A package's parts as text, by path. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)] as const),
  );
}

/** The text of one part; throws when the package has none of that path. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = partsOf(bytes).get(path);
  if (part === undefined) throw new Error(`There is no part ${path}`);
  return part;
}

/** All tags of a part; throws when its tags are not balanced. */
export function tagsOf(xml: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  for (const [, close, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.]*)((?:\s+[\w:.]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close) {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${String(last)}>`);
      continue;
    }
    tags.push({ name, parent: open.at(-1) ?? '', attributes: attributesOf(attributes) });
    if (!empty) open.push(name);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`);
  return tags;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
