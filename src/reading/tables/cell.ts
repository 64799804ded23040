import { cellMeaning } from '../cells/meaning';
import type { Column } from './head';

/** One line of a table's body and how ill it would fit each column (0 is at home there). */
export type Cell = {
  readonly line: number;
  readonly text: string;
  readonly fits: Fits;
  /** Words at home in no column but that of names: perhaps running text below the table. */
  readonly isText: boolean;
  /** The text begins as the middle of a phrase does: it goes on from the line above. */
  readonly goesOn: boolean;
  /** The text breaks off inside a list or a phrase: the cell goes on below. */
  readonly unfinished: boolean;
  /** One item of a list inside a cell. */
  readonly isItem: boolean;
  /** A numbered title in capitals: no cell goes on with it. */
  readonly heads: boolean;
};

type Fits = Readonly<Record<Column['role'], number>>;

/** What was found for the texts of a table so far: agencies and units repeat from row to row. */
export type SeenFits = Map<string, Fits>;

/** A longer text names no bodies, and is no unit. */
const LONGEST_LIST = 320;
const LONGEST_UNIT = 60;
const LONGEST_PHRASE = 110;

const YEARS = /^20\d\d(?: ?[-–] ?20\d\d)?$/;
const NUMBERS = /^[<>≥≤=~±+-]*\s*\d[\d.,]*\s*%?(?:\s*[-–]\s*\d[\d.,]*\s*%?)?$|^[<>≥≤]/;
const UNIT =
  /^(?:[%‰]|thứ bậc|thứ hạng|điểm|lần|(?:triệu|tỷ|tỉ|nghìn|ngàn) (?:đồng|usd)|người\/)/iu;
/** Kinds of bodies that stand alone: what is counted, rather than who leads. */
const COUNTED_BODY =
  /^(?:trung tâm|trường|viện|phòng|cơ quan|đơn vị|doanh nghiệp|tổ chức|bệnh viện|xã|phường|quận|huyện|tỉnh|thành phố|công ty|hội|cơ sở)(?:,? \p{Ll}+){0,3}$/iu;
const TARGET =
  /^(?:top|thuộc|trên|dưới|tối thiểu|ít nhất|đạt|phấn đấu|từ|tăng|giảm|gấp|hoàn thành)(?= )/iu;

const valueFits: Fits = {
  number: 9,
  name: 8,
  unit: 3,
  target: 0,
  lead: 7,
  coord: 7,
  result: 4,
  time: 3,
  other: 1,
};
const unitFits: Fits = {
  number: 9,
  name: 4,
  unit: 0,
  target: 3,
  lead: 4,
  coord: 4,
  result: 2,
  time: 5,
  other: 1,
};
const longFits: Fits = {
  number: 9,
  name: 0,
  unit: 6,
  target: 2,
  lead: 4,
  coord: 4,
  result: 1.5,
  time: 5,
  other: 1,
};

function fitsOfWords(text: string): Fits {
  const { agency, time, product } = cellMeaning(text);
  const long = text.length > LONGEST_PHRASE;
  const meant = agency >= 0.6 ? 3 : time >= 0.8 ? 5 : long ? 0 : 0.3;
  const body = 4 * (1 - agency) + (time >= 0.8 ? 2 : 0);
  const counted = COUNTED_BODY.test(text);
  return {
    number: 9,
    name: meant,
    unit: counted ? 0 : text.length > LONGEST_UNIT ? 6 : 1.5 + 3 * Math.max(agency, time),
    target: TARGET.test(text) ? 0.3 : 0.5 + 3.5 * agency + 1.5 * time + (long ? 1 : 0),
    lead: body,
    coord: body,
    result: 3 * (1 - product) + (time >= 0.8 ? 2 : 0) - (long ? 0 : 0.2),
    time: 5 * (1 - time),
    other: 1,
  };
}

const isBullet = (text: string): boolean => /^[-–+] /.test(text);

/** True when a bullet below this line is the first of its list, and so begins a cell. */
const beginsList = (above: string): boolean => !isBullet(above) && !/[:;,]$/.test(above);

function fitsOf(text: string): Fits {
  if (YEARS.test(text)) return { ...valueFits, time: 0 };
  if (NUMBERS.test(text)) return valueFits;
  if (UNIT.test(text) && text.length <= LONGEST_UNIT) return unitFits;
  return text.length > LONGEST_LIST ? longFits : fitsOfWords(text);
}

const CAPITAL_TITLE = /^(?:[IVXL]{1,6}|\p{Lu})[.)] ?[^\p{Ll}]{4,}$/u;
const GOES_ON = /^[\p{Ll}(,;.)/–-]/u;
const UNFINISHED =
  /(?:[,;:(/&–-]|(?:^| )(?:giai đoạn|thời kỳ|(?:trước|sau|từ|đến|hết|trong) (?:ngày|năm|tháng|quý)|và|của|các|những|về|(?<!tiếp )theo|với|cho|hoặc|tại|từ|đến|trong|(?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|nghị định) số|(?<!(?:cơ|trụ|công) )sở|(?<!(?:cán|nội|đồng|toàn|đảng|chi|tiến|bắc|trung|nam) )bộ|đài|(?<!(?:tỉnh|thành|thị|huyện|quận|đảng|cấp|khu|xã|phường) )[uủ][yỷ]|ubnd|hđnd|thủ tướng))$/iu;

/** True for a text that begins as the middle of a phrase does. */
export function goesOn(text: string): boolean {
  return text !== '-' && GOES_ON.test(text);
}

/**
 * Looks at one line of a table's body. `whole` is the text of the cell that would begin there,
 * as far as it is plainly wrapped; `seen` keeps what was found for texts met before.
 */
export function readCell(
  line: number,
  text: string,
  whole: string,
  seen: SeenFits,
  above = '',
): Cell {
  const isItem = isBullet(text);
  const known = seen.get(whole);
  const fits = known ?? fitsOf(isItem ? whole.slice(2) : whole);
  if (!known) seen.set(whole, fits);
  const best = Math.min(fits.unit, fits.target, fits.lead, fits.result, fits.time);
  return {
    line,
    text,
    fits,
    isText: best >= fits.name,
    goesOn: goesOn(text) && !(isItem && beginsList(above)),
    unfinished: isUnfinished(text),
    isItem,
    heads: CAPITAL_TITLE.test(text),
  };
}

/** True for a text that breaks off inside a list or a phrase. */
export function isUnfinished(text: string): boolean {
  return text !== '-' && UNFINISHED.test(text);
}

/** How many lines of a wrapped cell are looked at together. */
const LINES_TOGETHER = 4;

/** Looks at all lines of a table's body; `wrapped` when cells are broken over lines. */
export function readCells(
  lines: readonly { readonly number: number; readonly text: string }[],
  wrapped: boolean,
): readonly Cell[] {
  const seen: SeenFits = new Map();
  return lines.map(({ number, text }, at) => {
    let whole = text;
    for (let next = at + 1; wrapped && next < at + LINES_TOGETHER; next++) {
      const below = lines[next]?.text ?? '';
      if (!goesOn(below) && !isUnfinished(lines[next - 1]?.text ?? '')) break;
      whole = `${whole} ${below}`;
    }
    return readCell(number, text, whole, seen, lines[at - 1]?.text);
  });
}
