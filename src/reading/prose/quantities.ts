import { lower, outsideBrackets } from './letters';
import {
  anyOf,
  copulas,
  countedThings,
  decoysAfter,
  decoysBefore,
  EDGE_AFTER,
  EDGE_BEFORE,
  having,
  movements,
  paces,
  prepositions,
  qualifiers,
  rankHeads,
  shareBases,
} from './lexicon';

/** A number that says a target, and the words that belong to it, by their places in the text. */
export type Quantity = {
  readonly kind: 'share' | 'rank' | 'count' | 'ratio' | 'value';
  /** Where the verb before the target begins; what is measured ends here. */
  readonly verbAt: number;
  /** Where the target's own words begin: its qualifier, movement, or the number. */
  readonly targetAt: number;
  readonly numberAt: number;
  /** Where the number with its sign ends; for a rank or count, too. */
  readonly numberEnd: number;
  /** Where the target's own words end. */
  readonly end: number;
  readonly unit: string | null;
  /** What kind of word leads to the target: "đạt", "có", "tăng", or nothing. */
  readonly link: 'copula' | 'having' | 'movement' | 'none';
};

const NUMBER = '\\d+(?:[.,]\\d+)*';
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d./,-])${NUMBER}(?: ?%)?(?: ?(?:-|–|—|đến) ?${NUMBER}(?![.\\d/]*\\d{2}/))?(?: ?%)?`,
  'gu',
);
const ALL_LINKS = [...qualifiers, ...movements, ...paces, ...copulas, ...having];
const LINK = `(?:${EDGE_BEFORE}${anyOf(ALL_LINKS)}${EDGE_AFTER}|[≥≤<>]=?)`;
const LINKS_AT_END = new RegExp(`(?:${LINK}\\s*)+$`, 'u');
const EACH_LINK = new RegExp(LINK, 'gu');
const RANK_AT_END = new RegExp(`${EDGE_BEFORE}${anyOf(rankHeads)}\\s*$`, 'u');
const DECOY_AT_END = new RegExp(`${EDGE_BEFORE}${anyOf(decoysBefore)}\\s*$`, 'u');
const DECOY_AFTER = new RegExp(
  `^\\s?(?:${anyOf(decoysAfter)}${EDGE_AFTER}|[-/]\\s?\\p{L}|/\\d)`,
  'u',
);
const RANKED_AFTER =
  /^\s(?:địa phương|tỉnh|thành phố|nước|quốc gia)(?:, thành(?: phố)?)?[^,;]{0,12} (?:dẫn đầu|đứng đầu|hàng đầu)/;
const THING = anyOf(countedThings);
const COUNTED = new RegExp(`^\\s${THING}${EDGE_AFTER}`, 'u');
const NEXT_COUNTED = new RegExp(`^, ${THING}${EDGE_AFTER}`, 'u');
const PER_HEAD = /^\s(\S+(?: \S+)?)\s?(?:trên|\/)\s?(?:một|1|01)?\s?(vạn|nghìn|triệu) dân(?: số)?/;
const BASE = new RegExp(
  `^ (?:của )?(${anyOf(shareBases)})${EDGE_AFTER}(?: (?:hằng|hàng|mỗi) năm)?`,
  'u',
);
const PER_YEAR = /^(?: ?\/ ?| một | mỗi | hằng | hàng )năm/;
const NOT_A_NOUN = new RegExp(`^ (?:${anyOf(prepositions)})${EDGE_AFTER}`, 'u');
const AND_MORE = /^ trở (?:lên|xuống)/;
const GROWING = /^[^.;]*?và tăng dần[^.;]*/;
const YEAR = /^(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?$/;

const oneOf = (words: readonly string[], word: string): boolean => words.includes(word);

/** Reads the verb and qualifier before a number: where they begin and what they are. */
function linksBefore(text: string, numberAt: number) {
  const match = LINKS_AT_END.exec(text.slice(0, numberAt));
  const tokens = [...(match?.[0] ?? '').matchAll(EACH_LINK)].map((each) => ({
    word: each[0],
    at: (match?.index ?? 0) + each.index,
  }));
  const first = tokens.findIndex(({ word }) => !oneOf(paces, word));
  const links = first < 0 ? [] : tokens.slice(first);
  const bound = links.find(
    ({ word }) => oneOf(qualifiers, word) || oneOf(movements, word) || /^[≥≤<>]/.test(word),
  );
  const has = (words: readonly string[]): boolean => links.some(({ word }) => oneOf(words, word));
  const link = has(movements)
    ? 'movement'
    : has(copulas)
      ? 'copula'
      : has(having)
        ? 'having'
        : 'none';
  return {
    verbAt: links[0]?.at ?? numberAt,
    targetAt: bound?.at ?? numberAt,
    link,
    some: links.length > 0,
  } as const;
}

/** The end of a noun of a few words right after a share: "100% hộ gia đình", or 0. */
function nounLength(after: string): number {
  if (NOT_A_NOUN.test(after)) return 0;
  const noun = /^ [^;.:()]+/.exec(after)?.[0].replace(/,\s*$/, '') ?? '';
  return noun.trim().split(/\s+/).length <= 6 ? noun.trimEnd().length : 0;
}

/**
 * Finds the numbers of a text that say targets, in order. Numbers in brackets, dates, years,
 * numbers of documents, ages, speeds, levels ("mức 2") and names ("5G") are passed over.
 */
export function quantitiesOf(text: string): Quantity[] {
  const masked = lower(outsideBrackets(text));
  return [...masked.matchAll(AMOUNT)].flatMap((match) => {
    const found = quantityAt(text, masked, match[0], match.index);
    return found === null ? [] : [found];
  });
}

function quantityAt(text: string, masked: string, amount: string, at: number): Quantity | null {
  const before = masked.slice(0, at);
  const numberEnd = at + amount.length;
  const after = masked.slice(numberEnd);
  const rank = RANK_AT_END.exec(before);
  const links = linksBefore(masked, rank?.index ?? at);
  const common = { ...links, numberAt: at, numberEnd };

  if (amount.includes('%')) {
    const year = PER_YEAR.exec(after)?.[0] ?? '';
    const base = BASE.exec(after);
    const growing = base === null ? null : GROWING.exec(after);
    const more = AND_MORE.exec(after)?.[0] ?? '';
    const length = growing?.[0].length ?? base?.[0].length ?? (year + more).length;
    const baseText = base === null ? '' : sourceOf(text, after, numberEnd, base[1] ?? '');
    return {
      ...common,
      kind: 'share',
      end: numberEnd + length,
      unit: year !== '' ? '%/năm' : baseText === '' ? '%' : `% ${baseText}`,
    };
  }
  const ranked = RANKED_AFTER.test(after);
  if (rank !== null || ranked) {
    const scope = /^.*?(?=\s(?:về|có)\s|[,;.(]|$)/.exec(after)?.[0] ?? '';
    const scoped =
      /^(.*?),\s(?=thành\s)/.exec(after) === null ? scope : scopeWithPair(after, scope);
    const head = rank?.index ?? at;
    const group =
      rank !== null &&
      rank[0].startsWith('nhóm') &&
      /(?:thuộc|trong)\s$/.test(before.slice(0, head));
    return {
      ...common,
      kind: 'rank',
      targetAt: group ? before.slice(0, head).search(/(?:thuộc|trong)\s$/) : head,
      end: numberEnd + scoped.length,
      unit: 'Thứ bậc',
    };
  }
  const perHead = PER_HEAD.exec(after);
  if (perHead !== null) {
    const who = sourceOf(text, after, numberEnd, perHead[1] ?? '');
    const many = sourceOf(text, after, numberEnd, perHead[2] ?? '');
    return {
      ...common,
      kind: 'ratio',
      end: numberEnd + perHead[0].length,
      unit: `${who}/${many} dân`,
    };
  }
  if (amount === '1' && /^\/\d[\d.]* \p{L}/u.test(after)) {
    const ratio = /^\/\d[\d.]* [^\s,;.]+(?: [^\s,;.]+)?/.exec(after)?.[0] ?? '';
    const unit = text.slice(numberEnd, numberEnd + ratio.length);
    const likened = /tương đương [^,;]*$/.exec(before)?.index;
    return {
      ...common,
      ...(likened === undefined ? {} : { verbAt: likened, targetAt: likened }),
      kind: 'ratio',
      end: numberEnd + ratio.length,
      unit,
    };
  }
  if (YEAR.test(amount)) return null;
  const counted = countedLength(text.slice(numberEnd), after);
  const times = /^ lần(?! thứ)/.exec(after);
  if (!links.some && DECOY_AT_END.test(before)) return null;
  if (DECOY_AT_END.test(before) && /(?:mức|số)\s*$/.test(before) && counted === 0) return null;
  if (DECOY_AFTER.test(after)) return null;
  if (counted > 0) {
    const more = AND_MORE.exec(after.slice(counted))?.[0] ?? '';
    return {
      ...common,
      kind: 'count',
      end: numberEnd + counted + more.length,
      unit: text.slice(numberEnd, numberEnd + counted).trim(),
    };
  }
  if (times !== null)
    return { ...common, kind: 'ratio', end: numberEnd + times[0].length, unit: 'lần' };
  if (!links.some) return null;
  if (/^\s*(?:$|[,;.)])/.test(after) || NOT_A_NOUN.test(after)) {
    const more = AND_MORE.exec(after)?.[0] ?? '';
    return { ...common, kind: 'value', end: numberEnd + more.length, unit: null };
  }
  const noun = /^ \p{L}+(?: \p{L}+)?/u.exec(after)?.[0] ?? '';
  return {
    ...common,
    kind: 'count',
    end: numberEnd + noun.length,
    unit: text.slice(numberEnd, numberEnd + noun.length).trim(),
  };
}

/** The length of what is counted: "tổ chức, doanh nghiệp"; a capital begins something else. */
function countedLength(source: string, after: string): number {
  let length = COUNTED.exec(after)?.[0].length ?? 0;
  for (;;) {
    const next = length === 0 ? undefined : NEXT_COUNTED.exec(after.slice(length))?.[0];
    if (next === undefined || /^, \p{Lu}/u.test(source.slice(length))) return length;
    length += next.length;
  }
}

/** The source's own words for a flat phrase that follows a place. */
function sourceOf(text: string, after: string, from: number, phrase: string): string {
  const at = after.indexOf(phrase);
  return text.slice(from + at, from + at + phrase.length);
}

/** "20 tỉnh, thành dẫn đầu": the comma inside a pair of kinds of places ends nothing. */
function scopeWithPair(after: string, scope: string): string {
  const pair = /^ tỉnh, thành(?: phố)?[^,;.(]*?(?=\s(?:về|có)\s|[,;.(]|$)/.exec(after);
  return pair?.[0] ?? scope;
}

/** Extends a share of the subject named before it by the noun it is of ("phủ 100% hộ gia đình"). */
export function withNoun(text: string, quantity: Quantity, clauseEnd: number): Quantity {
  if (quantity.kind !== 'share' || quantity.unit !== '%' || quantity.end !== quantity.numberEnd)
    return quantity;
  const after = lower(outsideBrackets(text)).slice(quantity.numberEnd, clauseEnd);
  const length = nounLength(after);
  return length === 0
    ? quantity
    : {
        ...quantity,
        end: quantity.numberEnd + length,
        unit: `% ${text.slice(quantity.numberEnd, quantity.numberEnd + length).trim()}`,
      };
}
