import { parseArgs } from 'node:util';
import type { AskedCorrection } from '../app/pastPeriod';
import type { Choice } from '../domain/collection/collect';
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
      readonly verb: 'report' | 'narrative';
      readonly file: string;
      readonly output: string;
      readonly asOf: IsoDate | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'compare';
      readonly files: readonly string[];
      /** An earlier comparison, whose corrections count. */
      readonly matches: string | null;
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
    }
  | {
      readonly verb: 'collect';
      readonly file: string;
      readonly sources: readonly string[];
      /** Null only looks: nothing is written. */
      readonly output: string | null;
      readonly period: string | null;
      readonly received: IsoDate | null;
      readonly choices: readonly Choice[];
      readonly exclude: ReadonlyMap<string, string>;
      readonly json: boolean;
    }
  | {
      readonly verb: 'open';
      readonly file: string;
      readonly period: string | null;
      readonly output: string;
      readonly asOf: IsoDate | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'undo';
      readonly file: string;
      readonly output: string;
      readonly json: boolean;
    }
  | {
      readonly verb: 'sent';
      readonly file: string;
      readonly period: string | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'past';
      readonly file: string;
      readonly period: string;
      /** Null only looks. */
      readonly correction: (AskedCorrection & { readonly output: string }) | null;
      readonly json: boolean;
    }
  | {
      readonly verb: 'merge';
      readonly file: string;
      readonly from: string;
      readonly into: string;
      readonly on: IsoDate | null;
      /** Null only looks: nothing is written. */
      readonly output: string | null;
      readonly json: boolean;
    };

const options = {
  json: { type: 'boolean', default: false },
  output: { type: 'string', short: 'o' },
  'as-of': { type: 'string' },
  period: { type: 'string' },
  received: { type: 'string' },
  choose: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  from: { type: 'string' },
  into: { type: 'string' },
  on: { type: 'string' },
  matches: { type: 'string' },
  row: { type: 'string' },
  field: { type: 'string' },
  value: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
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
  if (rest.length > 0 && verb !== 'collect' && verb !== 'compare')
    return usage(`“${rest.join(' ')}”`);

  const days = new Map<string, IsoDate | null>();
  for (const name of ['as-of', 'received', 'on'] as const) {
    const text = values[name];
    const day = text === undefined ? null : readDay(text);
    if (text !== undefined && day === null)
      return err(failure('dateInvalid', { seen: text, where: `--${name}` }));
    days.set(name, day);
  }
  const asOf = days.get('as-of') ?? null;
  if (verb === 'demo') return ok({ verb, output: values.output ?? 'out' });
  if (!isVerb(verb)) return usage(`“${verb}”`);
  if (file === undefined) return usage(`${verb} FILE`);

  const { json, output, period = null } = values;
  switch (verb) {
    case 'read':
      return ok({ verb, file, json });
    case 'check':
    case 'assess':
      return ok({ verb, file, asOf, json });
    case 'compare':
      return output === undefined
        ? usage('compare BOOK.xlsx… -o COMPARE.xlsx')
        : ok({
            verb,
            files: [file, ...rest],
            matches: values.matches ?? null,
            output,
            asOf,
            json,
          });
    case 'forms':
      return period === null || output === undefined
        ? usage('forms BOOK.xlsx --period 2025-11 -o DIR')
        : ok({ verb, file, period, output, json });
    case 'collect': {
      if (rest.length === 0 || (output === undefined && !values['dry-run']))
        return usage('collect BOOK.xlsx FILES… -o NEW.xlsx');
      const choices = choicesIn(values.choose ?? []);
      const exclude = exclusionsIn(values.exclude ?? []);
      if (choices === null) return usage('--choose ROW.FIELD=AGENCY');
      if (exclude === null) return usage('--exclude FILE=REASON');
      const received = days.get('received') ?? null;
      const to = values['dry-run'] ? null : (output ?? null);
      return ok({
        verb,
        file,
        sources: rest,
        output: to,
        period,
        received,
        choices,
        exclude,
        json,
      });
    }
    case 'sent':
      return ok({ verb, file, period, json });
    case 'past': {
      const { row, field, value, reason } = values;
      if (period === null) return usage('past BOOK.xlsx --period 2025-11');
      const given = [row, field, value, reason, output];
      if (given.every((each) => each === undefined))
        return ok({ verb, file, period, correction: null, json });
      if (!row || !field || !value || !reason?.trim() || !output)
        return usage(
          'past BOOK.xlsx --period … --row … --field … --value … --reason … -o NEW.xlsx',
        );
      const correction = { period, line: row, field, value, reason: reason.trim(), output };
      return ok({ verb, file, period, correction, json });
    }
    case 'merge': {
      const { from, into } = values;
      if (from === undefined || into === undefined || (output === undefined && !values['dry-run']))
        return usage('merge BOOK.xlsx --from AGENCY --into AGENCY -o NEW.xlsx');
      const on = days.get('on') ?? null;
      const to = values['dry-run'] ? null : (output ?? null);
      return ok({ verb, file, from, into, on, output: to, json });
    }
    case 'narrative':
      return output === undefined
        ? usage('narrative BOOK.xlsx -o TEXT.docx')
        : ok({ verb, file, output, asOf, json });
    case 'track':
    case 'report':
      return output === undefined
        ? usage(`${verb} FILE -o BOOK.xlsx`)
        : ok({ verb, file, output, asOf, json });
    case 'open':
      return output === undefined
        ? usage('open BOOK.xlsx [--period 2026-06] -o NEW.xlsx')
        : ok({ verb, file, period, output, asOf, json });
    case 'undo':
      return output === undefined
        ? usage('undo BOOK.xlsx -o NEW.xlsx')
        : ok({ verb, file, output, json });
  }
}

const verbs = [
  'read',
  'track',
  'check',
  'assess',
  'report',
  'narrative',
  'compare',
  'forms',
  'collect',
  'open',
  'undo',
  'sent',
  'past',
  'merge',
] as const;

function isVerb(word: string): word is (typeof verbs)[number] {
  return verbs.some((verb) => verb === word);
}

/** Choices written "CT-3.actual=so-y-te"; null when one is not. */
function choicesIn(words: readonly string[]): readonly Choice[] | null {
  const choices = words.map((each) => /^(.+)\.(\w+)=(.+)$/.exec(each));
  return choices.every((match) => match !== null)
    ? choices.map(([, line = '', field = '', agency = '']) => ({ line, field, agency }))
    : null;
}

/** Exclusions written "file.xlsx=reason", a reason being needed; null when one is not. */
function exclusionsIn(words: readonly string[]): ReadonlyMap<string, string> | null {
  const pairs = words.map((each) => /^(.+?)=\s*(\S.*)$/.exec(each));
  return pairs.every((match) => match !== null)
    ? new Map(pairs.map(([, file = '', reason = '']) => [file, reason]))
    : null;
}
