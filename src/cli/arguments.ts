import { parseArgs } from 'node:util';
import { makeDate, parseIsoDate, type IsoDate } from '../domain/dates';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';

/** A verb with everything it needs, already checked. */
export type Command =
  | { readonly verb: 'help' }
  | { readonly verb: 'demo'; readonly output: string }
  | { readonly verb: 'read'; readonly file: string; readonly json: boolean }
  | {
      readonly verb: 'track';
      readonly file: string;
      readonly output: string;
      readonly asOf: IsoDate | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'check' | 'assess';
      readonly file: string;
      readonly asOf: IsoDate | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'report';
      readonly file: string;
      readonly output: string;
      readonly asOf: IsoDate | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'forms';
      readonly file: string;
      readonly period: string;
      readonly output: string;
      readonly json: boolean;
    };

const options = {
  json: { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  'as-of': { type: 'string' },
  period: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function usage(detail: string): { readonly ok: false; readonly error: Failure } {
  return err(failure('usage', { detail }));
}

/** Reads `2025-11-20` or `20/11/2025`. */
function readDay(text: string): IsoDate | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!match) return parseIsoDate(text);
  const [day, month, year] = match.slice(1).map((part) => Number.parseInt(part, 10));
  return makeDate(year ?? 0, month ?? 0, day ?? 0);
}

/** Reads the words after the program's name; fails as a value with what is not right. */
export function readArguments(words: readonly string[]): Result<Command, Failure> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) return usage(error.message);
    throw error;
  }
  const { values } = parsed;
  const [verb = 'help', file, ...rest] = parsed.positionals;
  if (values.help || verb === 'help') return ok({ verb: 'help' });
  if (rest.length > 0) return usage(`“${rest.join(' ')}”`);

  const asOfText = values['as-of'];
  const asOf = asOfText === undefined ? null : readDay(asOfText);
  if (asOfText !== undefined && asOf === null)
    return err(failure('dateInvalid', { seen: asOfText, where: '--as-of' }));
  if (verb === 'demo') return ok({ verb, output: values.output ?? 'out' });
  if (!['read', 'track', 'check', 'assess', 'report', 'forms'].includes(verb))
    return usage(`“${verb}”`);
  if (file === undefined) return usage(`${verb} FILE`);

  const { json, output } = values;
  if (verb === 'read') return ok({ verb, file, json });
  if (verb === 'check' || verb === 'assess') return ok({ verb, file, asOf, json });
  if (verb === 'forms') {
    const { period } = values;
    return period === undefined || output === undefined
      ? usage('forms BOOK.xlsx --period 2025-11 -o DIR')
      : ok({ verb, file, period, output, json });
  }
  if (verb !== 'track' && verb !== 'report') return usage(`“${verb}”`);
  if (output === undefined) return usage(`${verb} FILE -o BOOK.xlsx`);
  return ok({ verb, file, output, asOf, json });
}
