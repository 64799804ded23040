import { z } from 'zod';
import { HostFault, invalid } from '../fault';
import type { Workbook } from '../model/workbook';
import { HostObject, type ClassName } from './objects';

/** What a member reads and changes besides its own object. */
export type Host = {
  readonly workbook: Workbook;
  /** The files of workbooks that were opened beside this one. */
  readonly openedWorkbooks: Uint8Array[];
};

/** One member of a class; `T` is what stands behind the class's objects. */
export type Member<T> =
  | {
      readonly kind: 'scalar';
      readonly get: (target: T, host: Host) => unknown;
      readonly set: ((target: T, given: unknown, host: Host) => void) | null;
    }
  | { readonly kind: 'object'; readonly get: (target: T, host: Host) => HostObject | null }
  | {
      readonly kind: 'method';
      /** Answers an object of the client, null for none, or plain data. */
      readonly call: (target: T, given: readonly unknown[], host: Host) => unknown;
    };

/** The members of a class by their wire names, and what else makes its objects. */
export type ClassTable<T> = {
  readonly members: ReadonlyMap<string, Member<T>>;
  /** Facts every answer about an object carries, so that the client finds it again. */
  readonly identity: (target: T, host: Host) => Readonly<Record<string, unknown>>;
  /** For collections: what is in it. */
  readonly items: ((target: T, host: Host) => readonly HostObject[]) | null;
  /** For collections: the item of a key (the wire's indexer); null when there is none. */
  readonly item: ((target: T, key: unknown, host: Host) => HostObject | null) | null;
};

/** Makes a class's table from its members by wire name. */
export function classTable<T>(
  members: Readonly<Record<string, Member<T>>>,
  rest: Partial<Omit<ClassTable<T>, 'members'>> = {},
): ClassTable<T> {
  return {
    members: new Map(Object.entries(members)),
    identity: rest.identity ?? (() => ({})),
    items: rest.items ?? null,
    item: rest.item ?? null,
  };
}

/** A property that is only read. */
export function scalar<T>(get: (target: T, host: Host) => unknown): Member<T> {
  return { kind: 'scalar', get, set: null };
}

/** A property that is read, and set to what the schema takes. */
export function settable<T, S extends z.ZodType>(
  schema: S,
  get: (target: T, host: Host) => unknown,
  set: (target: T, value: z.output<S>, host: Host) => void,
): Member<T> {
  return {
    kind: 'scalar',
    get,
    set: (target, given, host) => {
      set(target, parse(schema, given), host);
    },
  };
}

/** A property that leads to another object. */
export function link<T>(get: (target: T, host: Host) => HostObject | null): Member<T> {
  return { kind: 'object', get };
}

/**
 * A method; `schema` is the tuple of its arguments. The client fills what was left out with
 * null, so an argument that may be missing is `nullish`.
 */
export function method<T, S extends z.ZodTuple>(
  schema: S,
  call: (target: T, given: z.output<S>, host: Host) => unknown,
): Member<T> {
  return {
    kind: 'method',
    call: (target, given, host) => {
      const missing = Math.max(0, schema.def.items.length - given.length);
      const padded = [...given, ...Array.from({ length: missing }, () => null)];
      return call(target, parse(schema, padded), host);
    },
  };
}

/** A method without arguments. */
export function action<T>(call: (target: T, host: Host) => unknown): Member<T> {
  return method(z.tuple([]), (target: T, _, host) => call(target, host));
}

function parse<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw invalid(z.prettifyError(read.error));
}

/** An argument that is an object of this class. */
export function objectOf<K extends ClassName>(className: K): z.ZodType<HostObject<K>> {
  return z.custom<HostObject<K>>(
    (given) => given instanceof HostObject && given.className === className,
    `Expected a ${className}.`,
  );
}

/** The faults of members Excel has and this host does not, or not so. */
export function unsupported(what: string): HostFault {
  return new HostFault('NotImplemented', `This host does not know ${what}.`);
}

/** A colour as the client may give it: "#RRGGBB" (any case). */
export const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'This host takes colours as #RRGGBB.')
  .transform((text) => text.toUpperCase());

/** A count or a place: a whole number from 0 on. */
export const whole = z.number().int().nonnegative();
