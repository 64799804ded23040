import { readArea, splitSheet, type Area } from '../model/area';
import { errorOf } from '../model/typing';
import type { ErrorValue } from '../model/grid';

/** A part of a table, as `Table[[#This Row],[Column]]` names it; `table` is null inside the table. */
export type TablePart = {
  readonly table: string | null;
  readonly rows: 'all' | 'data' | 'headers' | 'thisRow';
  readonly from: string | null;
  readonly to: string | null;
};

/** An operator between two values. */
export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula, read. A name or a function nobody knows shows when it is worked out. */
export type Node =
  | { readonly kind: 'value'; readonly value: number | string | boolean | ErrorValue | null }
  | { readonly kind: 'cells'; readonly sheet: string | null; readonly area: Area }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'table'; readonly part: TablePart }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'negative' | 'percent'; readonly of: Node }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Node;
      readonly right: Node;
    };

/** Excel nests functions 64 deep; parentheses and operators come on top of that. */
const DEEPEST = 300;

const TOKEN =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<error>#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!))|(?<cells>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}))(?![\p{L}\p{N}_.(!\\])|(?<number>\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?)|(?<name>[\p{L}_\\][\p{L}\p{N}_.\\]*)|(?<operator><>|<=|>=|[-+*/^&=<>%(),[]))\s*/iuy;

type Token =
  | { readonly kind: 'text' | 'error' | 'cells' | 'number' | 'name'; readonly text: string }
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string };

const kinds = ['text', 'error', 'cells', 'number', 'name', 'operator'] as const;

/** Reads a formula without its leading "="; null for one that is none. */
export function parseFormula(formula: string): Node | null {
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  const parser = new Parser(tokens);
  try {
    const node = parser.expression(0);
    return parser.isDone ? node : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function tokensOf(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (!found?.groups) return null;
    const { groups } = found;
    const kind = kinds.find((each) => groups[each] !== undefined);
    if (kind === undefined) return null;
    const text = groups[kind] ?? '';
    if (text !== '[') {
      tokens.push({ kind, text });
      continue;
    }
    const end = closingBracket(formula, formula.indexOf('[', start));
    if (end < 0) return null;
    tokens.push({ kind: 'part', text: formula.slice(formula.indexOf('[', start) + 1, end) });
    TOKEN.lastIndex = end + 1;
  }
  return tokens;
}

/** Where the bracket that opens at `from` closes; an apostrophe takes its meaning from the next. */
function closingBracket(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === "'") at += 1;
    else if (formula[at] === '[') depth += 1;
    else if (formula[at] === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

class Malformed extends Error {}

const powers: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

function isOperator(text: string): text is Operator {
  return Object.hasOwn(powers, text);
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  expression(least: number): Node {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Malformed();
    let left = this.operand();
    for (let token = this.tokens[this.at]; token; token = this.tokens[this.at]) {
      if (token.kind !== 'operator') break;
      if (token.text === '%') {
        this.at += 1;
        left = { kind: 'percent', of: left };
        continue;
      }
      const operator = token.text;
      const power = powers[operator] ?? 0;
      if (!isOperator(operator) || power <= least) break;
      this.at += 1;
      left = { kind: 'operation', operator, left, right: this.expression(power) };
    }
    this.depth -= 1;
    return left;
  }

  private operand(): Node {
    const token = this.tokens[this.at];
    if (!token) throw new Malformed();
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'value', value: errorOf(token.text.toUpperCase()) };
      case 'cells':
        return cellsOf(token.text);
      case 'part':
        return { kind: 'table', part: partOf(null, token.text) };
      case 'name':
        return this.named(token.text);
      case 'operator':
        return this.prefixed(token.text);
    }
  }

  private prefixed(operator: string): Node {
    // A sign binds closer than any operator between two values.
    if (operator === '-') return { kind: 'negative', of: this.expression(5) };
    if (operator === '+') return this.expression(5);
    if (operator !== '(') throw new Malformed();
    const inner = this.expression(0);
    this.expect(')');
    return inner;
  }

  private named(name: string): Node {
    const next = this.tokens[this.at];
    if (next?.kind === 'part') {
      this.at += 1;
      return { kind: 'table', part: partOf(name, next.text) };
    }
    if (next?.kind !== 'operator' || next.text !== '(') return nameOf(name);
    this.at += 1;
    const given: Node[] = [];
    if (!this.accept(')')) {
      given.push(this.argument());
      while (this.accept(',')) given.push(this.argument());
      this.expect(')');
    }
    return { kind: 'call', name: name.toUpperCase().replace(/^_XLFN\./, ''), given };
  }

  private argument(): Node {
    const next = this.tokens[this.at];
    const isEmpty = next?.kind === 'operator' && (next.text === ',' || next.text === ')');
    return isEmpty ? { kind: 'value', value: null } : this.expression(0);
  }

  private accept(operator: string): boolean {
    const next = this.tokens[this.at];
    if (next?.kind !== 'operator' || next.text !== operator) return false;
    this.at += 1;
    return true;
  }

  private expect(operator: string): void {
    if (!this.accept(operator)) throw new Malformed();
  }
}

function nameOf(name: string): Node {
  if (/^(?:true|false)$/i.test(name)) return { kind: 'value', value: /true/i.test(name) };
  return { kind: 'name', name };
}

function cellsOf(text: string): Node {
  const { sheet, rest } = splitSheet(text);
  const area = readArea(rest);
  return area ? { kind: 'cells', sheet, area } : { kind: 'value', value: { error: '#REF!' } };
}

const places = {
  '#all': 'all',
  '#data': 'data',
  '#headers': 'headers',
  '#this row': 'thisRow',
} as const;

/** What stands between the brackets after a table's name. */
function partOf(table: string | null, text: string): TablePart {
  let rows: TablePart['rows'] = 'data';
  const columns: string[] = [];
  const inner = text.trim().replace(/^@/, () => {
    rows = 'thisRow';
    return '';
  });
  const pieces = inner.startsWith('[')
    ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map(([, piece]) => piece ?? '')
    : [inner];
  for (const piece of pieces) {
    const place = Object.entries(places).find(([word]) => word === piece.trim().toLowerCase());
    if (place) [, rows] = place;
    else if (piece !== '') columns.push(piece.replace(/'(.)/g, '$1'));
  }
  const [from = null, to = from] = columns;
  return { table, rows, from, to };
}
