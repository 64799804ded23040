import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';

/** How a file was broken, and the bytes it became. */
export type Mutation = { readonly how: string; readonly bytes: Uint8Array };

const pieces = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  ']]>',
  '<c r="A1"><v>1</v></c>',
  '<row r="99999999">',
  '__proto__',
  '-',
  '9e999',
  '=1+1',
  '\u0000',
];

/**
 * Ways a good file gets broken: bytes flipped, cut out, doubled or cut off, XML changed inside a
 * part, parts swapped, dropped or renamed.
 */
export function mutationsOf(good: Uint8Array): fc.Arbitrary<Mutation> {
  const parts = unzipSync(good);
  const names = Object.keys(parts);
  const at = fc.nat({ max: good.length - 1 });
  const bytes = (how: string, change: (copy: Uint8Array) => Uint8Array): Mutation => ({
    how,
    bytes: change(Uint8Array.from(good)),
  });
  const packed = (how: string, changed: Record<string, Uint8Array>): Mutation => ({
    how,
    bytes: zipSync(changed, { level: 1 }),
  });
  const inPart = fc.record({
    name: fc.constantFrom(...names),
    where: fc.nat(),
    length: fc.nat({ max: 40 }),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })),
  });
  return fc.oneof(
    fc.array(fc.tuple(at, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }).map((flips) =>
      bytes(`bytes ${flips.map(([place]) => place).join()}`, (copy) => {
        for (const [place, value] of flips) copy[place] = value;
        return copy;
      }),
    ),
    at.map((end) => bytes(`cut at ${end}`, (copy) => copy.subarray(0, end))),
    fc.tuple(at, at).map(([one, other]) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      return bytes(`without ${from}–${to}`, (copy) =>
        Uint8Array.from([...copy.subarray(0, from), ...copy.subarray(to)]),
      );
    }),
    {
      arbitrary: inPart.map(({ name, where, length, put }) => {
        const part = parts[name] ?? new Uint8Array();
        const from = part.length === 0 ? 0 : where % part.length;
        const text = new TextEncoder().encode(put);
        const changed = new Uint8Array(
          part.length - Math.min(length, part.length - from) + text.length,
        );
        changed.set(part.subarray(0, from));
        changed.set(text, from);
        changed.set(part.subarray(Math.min(part.length, from + length)), from + text.length);
        return packed(`${name} at ${from}: ${JSON.stringify(put)} for ${length}`, {
          ...parts,
          [name]: changed,
        });
      }),
      weight: 4,
    },
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
      .map(([one, other]) =>
        packed(`${one} as ${other}`, { ...parts, [one]: parts[other] ?? new Uint8Array() }),
      ),
    fc.constantFrom(...names).map((name) => {
      return packed(
        `without ${name}`,
        Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)),
      );
    }),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('../../etc/passwd', 'CON', 'xl/workbook.xml', 'a'.repeat(300)),
      )
      .map(([name, as]) => {
        const { [name]: part = new Uint8Array(), ...rest } = parts;
        return packed(
          `${name} named ${as}`,
          Object.fromEntries([...Object.entries(rest), [as, part]]),
        );
      }),
  );
}
