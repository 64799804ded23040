import {
  anyOf,
  copulas,
  countedThings,
  decoysAfter,
  decoysBefore,
  durationHeads,
  durations,
  EDGE_AFTER,
  EDGE_BEFORE,
  having,
  measures,
  movements,
  multipliers,
  paces,
  perThings,
  prepositions,
  qualifiers,
  rankHeads,
  shareBases,
  speeds,
} from './lexicon';
import { part, type Searched } from './letters';

/** A number that says a target, and the words that belong to it, by their places in the text. */
export type Quantity = {
  readonly kind: 'share' | 'rank' | 'count' | 'ratio' | 'value';
  /** Where the verb before the target begins; what is measured ends here. */
  readonly verbAt: number;
  /** Where the target's own words begin: its qualifier, movement, or the number. */
  readonly targetAt: number;
  /** Where the number with its sign ends. */
  readonly numberEnd: number;
  /** Where the noun it counts begins, as part of a name: behind a unit of measure. */
  readonly nounAt: number;
  /** Where the target's own words end. */
  readonly end: number;
  readonly unit: string | null;
  /** What kind of word leads to the target: "đạt", "có", "tăng", or nothing. */
  readonly link: 'copula' | 'having' | 'movement' | 'none';
};

const NUMBER = '\\d+(?:[.,]\\d+)*';
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d./,-])${NUMBER}(?: ?[%‰])?(?: ?(?:-|–|—|đến) ?${NUMBER}(?![.\\d/]*\\d{2}/))?(?: ?[%‰])?`,
  'gu',
);
const ALL_LINKS = [...qualifiers, ...movements, ...paces, ...copulas, ...having];
const LINK = `(?:${EDGE_BEFORE}${anyOf(ALL_LINKS)}${EDGE_AFTER}|[≥≤<>]=?)`;
const LINKS_AT_END = new RegExp(`(?:${LINK}\\s*)+$`, 'u');
const EACH_LINK = new RegExp(LINK, 'gu');
const RANK_AT_END = new RegExp(`${EDGE_BEFORE}${anyOf(rankHeads)}\\s*$`, 'u');
const DECOY_AT_END = new RegExp(`${EDGE_BEFORE}${anyOf(decoysBefore)}\\s*$`, 'u');
const LEVEL_AT_END = /(?:mức|số)\s*$/;
const NAME_AFTER = /^(?:\s?[-/]\s?\p{L}|\/\d|\p{L})/u;
const DECOY_AFTER = new RegExp(`^\\s?${anyOf(decoysAfter)}${EDGE_AFTER}`, 'u');
const SPEED_AFTER = new RegExp(`^\\s?${anyOf(speeds)}${EDGE_AFTER}(?:/s)?`, 'u');
const DURATION_AFTER = new RegExp(`^\\s?${anyOf(durations)}${EDGE_AFTER}`, 'u');
/** What is measured is itself a time, or a speed: it begins the clause or almost. */
const OF_TIME = new RegExp(
  `(?:^|[,;:]\\s|\\s(?:và|thì)\\s)(?:[^,;:]{1,24}\\s)?${anyOf(durationHeads)}${EDGE_AFTER}[^,;:]*$`,
  'u',
);
const OF_SPEED = /(?:^|[,;:]\s)(?:[^,;:\s]+\s){0,2}tốc độ\s[^,;:]*$/u;
/** What has a time or a speed, and is measured by something else: "hộ có cáp quang tốc độ …". */
const SHARE_OF = /(?:^|[,;:]\s)(?:tỷ lệ|tỉ lệ|số|100%)\s[^,;:]*$/u;
const PER_THING = new RegExp(`^\\s?/\\s?${anyOf(perThings)}${EDGE_AFTER}`, 'u');
const RANKED_AFTER =
  /^\s(?:địa phương|tỉnh|thành phố|nước|quốc gia)(?:, thành(?: phố)?)?[^,;]{0,12} (?:dẫn đầu|đứng đầu|hàng đầu)/;
const RANK_SCOPE = /^(?:\/\d+)?(?:\stỉnh, thành(?: phố)?)?[^,;.(]*?(?=\s(?:về|có)\s|[,;.(]|$)/;
const IN_GROUP = /(?:thuộc|trong)\s$/;
const THING = anyOf(countedThings);
const MULTIPLIED = new RegExp(`^\\s${anyOf(multipliers)}(?=\\s)`, 'u');
const MEASURED = new RegExp(`^\\s?${anyOf(measures)}${EDGE_AFTER}`, 'u');
const COUNTED = new RegExp(`^\\s${THING}${EDGE_AFTER}`, 'u');
const NEXT_COUNTED = new RegExp(`^, ${THING}${EDGE_AFTER}`, 'u');
const PER_HEAD =
  /^\s([^\s,;.]+(?: [^\s,;.]+)?)\s?(?:trên|\/)\s?(?:một|1|01)?\s?(vạn|nghìn|triệu) dân(?: số)?/;
const ONE_IN = /^\/\d[\d.]* [^\s,;.]+(?: [^\s,;.]+)?/;
const LIKENED = /tương đương [^,;]*$/;
const TIMES = /^ lần(?! thứ)/;
const BASE = new RegExp(
  `^ (?:của )?(${anyOf(shareBases)})${EDGE_AFTER}(?: (?:hằng|hàng|mỗi) năm)?`,
  'u',
);
const PER_YEAR = /^(?: ?\/ ?| một | mỗi | hằng | hàng )năm/;
const NOT_A_NOUN = new RegExp(`^ ${anyOf(prepositions)}${EDGE_AFTER}`, 'u');
const AND_MORE = /^ trở (?:lên|xuống)/;
const GROWING = /^[^.;]*?và tăng dần[^.;]*/;
const YEAR = /^(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?$/;
/** How far before and after a number its own words can reach. */
const REACH = { before: 120, after: 400 };
/** A longer phrase after a share is no noun it is of, but what is said of it. */
const LONGEST_NOUN = 6;

/** What is read off the words around one number. */
type Around = {
  readonly amount: string;
  readonly at: number;
  readonly numberEnd: number;
  /** The words up to the number, as far as they matter, and the place they begin at. */
  readonly before: string;
  readonly from: number;
  readonly after: Searched;
};

type Links = Pick<Quantity, 'verbAt' | 'targetAt' | 'link'> & { readonly some: boolean };

/** Reads the verb and qualifier that end a stretch of words. */
function linksAtEnd(before: string, from: number): Links {
  const match = LINKS_AT_END.exec(before);
  const end = from + before.length;
  const tokens = [...(match?.[0] ?? '').matchAll(EACH_LINK)].map((each) => ({
    word: each[0],
    at: from + (match?.index ?? 0) + each.index,
  }));
  const first = tokens.findIndex(({ word }) => !paces.includes(word));
  const links = first < 0 ? [] : tokens.slice(first);
  const bound = links.find(
    ({ word }) => qualifiers.includes(word) || movements.includes(word) || /^[≥≤<>]/.test(word),
  );
  const has = (words: readonly string[]): boolean => links.some(({ word }) => words.includes(word));
  return {
    verbAt: links[0]?.at ?? end,
    targetAt: bound?.at ?? end,
    link: has(movements)
      ? 'movement'
      : has(having)
        ? 'having'
        : has(copulas.concat(copulaPattern(links)))
          ? 'copula'
          : 'none',
    some: links.length > 0,
  };
}

/** "Phấn đấu" is a pattern in the lexicon: what matched it counts as one of its words. */
function copulaPattern(links: readonly { readonly word: string }[]): string[] {
  return links
    .map(({ word }) => word)
    .filter((word) => word.startsWith('ph') && word.endsWith('u'));
}

const longest = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** The length of what is counted: "tổ chức, doanh nghiệp"; a capital begins something else. */
function countedLength({ source, words }: Searched): number {
  const multiplier = longest(MULTIPLIED, words);
  const first = longest(COUNTED, words.slice(multiplier));
  let length = first === 0 ? 0 : multiplier + first;
  for (;;) {
    const next = length === 0 ? 0 : longest(NEXT_COUNTED, words.slice(length));
    if (next === 0 || /^, \p{Lu}/u.test(source.slice(length))) return length;
    length += next;
  }
}

/** The length of an unknown noun of one or two words after a number. */
const nounLength = (words: string): number => longest(/^ \p{L}+(?: \p{L}+)?/u, words);

type Found = Pick<Quantity, 'kind' | 'unit'> &
  Partial<Links> & {
    /** Characters behind the number that belong to the target. */
    readonly length: number;
    /** Characters behind the number that belong to no name, where it is what is counted. */
    readonly noun?: number;
  };

function shareAt({ amount, after }: Around): Found {
  const sign = amount.includes('‰') ? '‰' : '%';
  const year = longest(PER_YEAR, after.words);
  const base = BASE.exec(after.words);
  if (base === null)
    return {
      kind: 'share',
      unit: year > 0 ? `${sign}/năm` : sign,
      length: year + longest(AND_MORE, after.words.slice(year)),
    };
  const name = base[1] ?? '';
  const at = after.words.indexOf(name);
  return {
    kind: 'share',
    unit: `${sign} ${after.source.slice(at, at + name.length)}`,
    length: longest(GROWING, after.words) || base[0].length,
  };
}

function rankAt({ before, from, at, after }: Around): Found | null {
  const head = RANK_AT_END.exec(before);
  if (head === null && !RANKED_AFTER.test(after.words)) return null;
  const headAt = head === null ? at : from + head.index;
  const outer = before.slice(0, headAt - from);
  const group = head?.[0].startsWith('nhóm') === true ? IN_GROUP.exec(outer) : null;
  const links = linksAtEnd(outer, from);
  return {
    ...links,
    kind: 'rank',
    unit: 'Thứ bậc',
    targetAt: group === null ? headAt : from + group.index,
    length: longest(RANK_SCOPE, after.words),
  };
}

function ratioAt({ amount, before, from, after }: Around): Found | null {
  const perHead = PER_HEAD.exec(after.words);
  if (perHead !== null) {
    const who = after.source.slice(1, 1 + (perHead[1] ?? '').length);
    return { kind: 'ratio', unit: `${who}/${perHead[2] ?? ''} dân`, length: perHead[0].length };
  }
  const oneIn = /^0?1$/.test(amount) ? longest(ONE_IN, after.words) : 0;
  if (oneIn > 0) {
    const likened = LIKENED.exec(before);
    const start =
      likened === null ? {} : { verbAt: from + likened.index, targetAt: from + likened.index };
    return { ...start, kind: 'ratio', unit: after.source.slice(0, oneIn), length: oneIn };
  }
  const times = longest(TIMES, after.words);
  return times === 0
    ? null
    : { kind: 'ratio', unit: after.source.slice(0, times).trim(), length: times };
}

const isOf = (head: RegExp, before: string): boolean => head.test(before) && !SHARE_OF.test(before);

/** A number without a sign: what is counted, or a bare value after a verb or qualifier. */
function numberAt({ amount, before, after }: Around, links: Links): Found | null {
  const { words, source } = after;
  if (YEAR.test(amount) || NAME_AFTER.test(words)) {
    const isSpeed = links.link === 'copula' || (links.some && isOf(OF_SPEED, before));
    const speed = isSpeed ? longest(SPEED_AFTER, words) : 0;
    return speed === 0
      ? null
      : { kind: 'value', unit: source.slice(0, speed).trim(), length: speed };
  }
  const duration = longest(DURATION_AFTER, words);
  if (duration > 0 && links.some && isOf(OF_TIME, before)) {
    const length = duration + longest(PER_THING, words.slice(duration));
    return { kind: 'value', unit: source.slice(0, length).trim(), length };
  }
  const measured = longest(MEASURED, words);
  if (measured > 0 && !(DECOY_AT_END.test(before) && !links.some)) {
    const unit = measured + longest(PER_THING, words.slice(measured));
    const length = unit + longest(AND_MORE, words.slice(unit));
    return { kind: 'count', unit: source.slice(0, unit).trim(), length, noun: unit };
  }
  const counted = countedLength(after);
  if (DECOY_AT_END.test(before) && (!links.some || (LEVEL_AT_END.test(before) && counted === 0)))
    return null;
  if (DECOY_AFTER.test(words)) {
    if (links.link !== 'copula') return null;
    const length = nounLength(words);
    return { kind: 'value', unit: source.slice(0, length).trim(), length };
  }
  const speed = longest(SPEED_AFTER, words);
  if (speed > 0)
    return links.link === 'copula' || (links.some && isOf(OF_SPEED, before))
      ? { kind: 'value', unit: source.slice(0, speed).trim(), length: speed }
      : null;
  const noun = counted || (links.some && !NOT_A_NOUN.test(words) ? nounLength(words) : 0);
  if (noun > 0) {
    const per = longest(PER_THING, words.slice(noun));
    return {
      kind: 'count',
      unit: source.slice(0, noun + per).trim(),
      length: noun + per + longest(AND_MORE, words.slice(noun + per)),
      noun: per > 0 ? noun + per : counted > 0 ? longest(MULTIPLIED, words) : 0,
    };
  }
  if (!links.some) return null;
  return { kind: 'value', unit: null, length: longest(AND_MORE, words) };
}

/**
 * Finds the numbers of a text that say targets, in order. Numbers in brackets, dates, years,
 * numbers of documents, ages, speeds, levels ("mức 2") and names ("5G") are passed over.
 */
export function quantitiesOf(text: Searched): Quantity[] {
  return [...text.words.matchAll(AMOUNT)].flatMap((match) => {
    const at = match.index;
    const numberEnd = at + match[0].length;
    const from = Math.max(0, at - REACH.before);
    const around: Around = {
      amount: match[0],
      at,
      numberEnd,
      from,
      before: text.words.slice(from, at),
      after: part(text, numberEnd, numberEnd + REACH.after),
    };
    const links = linksAtEnd(around.before, from);
    const found = /[%‰]/.test(match[0])
      ? shareAt(around)
      : (rankAt(around) ?? ratioAt(around) ?? numberAt(around, links));
    if (found === null) return [];
    const { kind, unit, length } = found;
    return [
      {
        kind,
        unit,
        numberEnd,
        nounAt: numberEnd + (found.noun ?? 0),
        end: numberEnd + length,
        verbAt: found.verbAt ?? links.verbAt,
        targetAt: found.targetAt ?? links.targetAt,
        link: found.link ?? links.link,
      },
    ];
  });
}

/** Extends a share of a subject named before it by the noun it is of ("phủ 100% hộ gia đình"). */
export function withNoun(text: Searched, quantity: Quantity, clauseEnd: number): Quantity {
  if (quantity.kind !== 'share' || quantity.unit !== '%' || quantity.end !== quantity.numberEnd)
    return quantity;
  const { source, words } = part(text, quantity.numberEnd, clauseEnd);
  if (NOT_A_NOUN.test(words)) return quantity;
  const said = /^ [^;.:()]+/.exec(words)?.[0] ?? '';
  const length = said.replace(/(?:,?\s+trong đó.*|[,\s]+)$/s, '').length;
  const noun = source.slice(0, length).trim();
  return noun === '' || noun.split(/\s+/).length > LONGEST_NOUN
    ? quantity
    : { ...quantity, end: quantity.numberEnd + length, unit: `% ${noun}` };
}
