import { z } from 'zod';

/** The largest request and the largest answer of Excel on the web, in bytes. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The answer to a read of more cells than this is null. */
export const READ_CELL_LIMIT = 5_000_000;

const argumentInfo = z.object({
  Arguments: z.array(z.unknown()).default([]),
  ReferencedObjectPathIds: z.array(z.number().nullable()).nullish(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.partial().optional(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string(),
  ObjectPathId: z.number(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: z
    .object({
      Select: z.array(z.string()).nullish(),
      Expand: z.array(z.string()).nullish(),
      Top: z.number().nullish(),
      Skip: z.number().nullish(),
    })
    .optional(),
});

const request = z.object({
  id: z.number(),
  type: z.literal(1),
  flags: z.number(),
  message: z.object({
    url: z.string(),
    method: z.string(),
    body: z.unknown(),
  }),
});

const batch = z.object({
  AutoKeepReference: z.boolean().optional(),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

/** How an object is found: `ObjectPathType` of the wire. */
export const pathTypes = {
  globalObject: 1,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** What an action does: `ActionType` of the wire. */
export const actionTypes = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

/** One object of a request, and how to find it. */
export type WireObjectPath = z.infer<typeof objectPath>;

/** One step of a request. */
export type WireAction = z.infer<typeof action>;

/** A request of the client's `context.sync()`. */
export type WireRequest = {
  readonly id: number;
  readonly flags: number;
  readonly actions: readonly WireAction[];
  readonly objectPaths: ReadonlyMap<number, WireObjectPath>;
};

/** What an action answered. */
export type WireResult = { readonly ActionId: number; readonly Value: unknown };

/** The flag a client sets on a request that may wait until the user has left a cell. */
export const DELAY_FOR_CELL_EDIT = 64;

/**
 * Reads one message of the client; throws when it is no `ProcessQuery` as `host-protocol.md`
 * describes it, since then the client and this host no longer speak the same protocol.
 */
export function readRequest(text: string): WireRequest {
  const { id, flags, message } = request.parse(JSON.parse(text));
  if (message.url !== 'ProcessQuery') throw new Error(`Unknown request "${message.url}".`);
  const body = batch.parse(message.body);
  return {
    id,
    flags,
    actions: body.Actions,
    objectPaths: new Map(Object.values(body.ObjectPaths).map((path) => [path.Id, path])),
  };
}

/** A fault as the client reads it; `location` is "Class.member". */
export type WireFault = {
  readonly code: string;
  readonly message: string;
  readonly location: string;
};

/** The answer to a request that ran, to its end or up to a fault. */
export function answerOf(
  id: number,
  results: readonly WireResult[],
  fault: WireFault | null,
): string {
  return envelope(id, 200, {
    ...(fault
      ? { Error: { Code: fault.code, Message: fault.message, Location: fault.location } }
      : {}),
    Results: results,
  });
}

/** The answer to a request that was refused as a whole, before anything ran. */
export function refusalOf(id: number, fault: WireFault): string {
  return envelope(id, 400, { error: { code: fault.code, message: fault.message } });
}

function envelope(id: number, statusCode: number, body: unknown): string {
  const message = { statusCode, headers: {}, body: JSON.stringify(body) };
  return JSON.stringify({ id, type: 2, flags: 0, message });
}

/** One event; `targetId` is a sheet's id or "Workbook" and `args` what the client's handler gets. */
export type WireEvent = {
  readonly messageType: number;
  readonly targetId: string;
  readonly args: Readonly<Record<string, unknown>>;
};

/** A message that delivers events. */
export function eventMessage(events: readonly WireEvent[]): string {
  const entries = events.map(({ messageType, targetId, args }) => ({
    messageCategory: 65536,
    messageType,
    targetId,
    message: JSON.stringify(args),
  }));
  return JSON.stringify({ type: 3, message: { entries } });
}
