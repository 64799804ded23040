import { makeDate, yearOf, type IsoDate } from '../domain/dates';
import type { Note, Reporting } from '../domain/plan/plan';
import { fold, tidy } from '../domain/text';
import {
  asWritten,
  issuerName,
  localityOf,
  mostMentioned,
  readIssuer,
  type Issuer,
} from './issuer';
import { joinParagraphs, lineAt } from './prose/paragraphs';
import { yearOfHeading } from './prose/years';
import type { SourceLine } from './raw';
import { closesTable } from './tables/headings';
import { readReporting } from './reporting';

/** What a plan says of itself. */
export type Metadata = {
  readonly locality: string;
  readonly issuer: string;
  readonly documentNumber: string | null;
  readonly documentDate: IsoDate | null;
  readonly title: string;
  readonly reporting: Reporting;
  /** The sentence that binds the plan to targets no lower than the nation's, or null. */
  readonly nationalFloor: string | null;
  /** The year it was issued, as far as its date or the dates it cites tell; else null. */
  readonly year: number | null;
  /** The year its title sets for all it aims at ("… năm 2026", "… đến năm 2030"), or null. */
  readonly titleYear: number | null;
  /** What is missing, and whether the work of merged agencies is handed on. */
  readonly notes: readonly Note[];
};

/** How far from the beginning a letterhead reaches, in lines that are not empty. */
const LETTERHEAD_LINES = 40;
const MOST_TITLE_LINES = 16;
/** How far an issuer stands before "ban hành Kế hoạch", in characters. */
const ISSUER_REACH = 120;

const KIND =
  /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|ĐỀ ÁN|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG VĂN|PHƯƠNG ÁN|BÁO CÁO)(?=$|[^\p{L}])/u;
const OPENER =
  /^(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm|Trên cơ sở|Tiếp tục|Xét|Theo |Kính gửi|Ngày \d|Phần |PHẦN |Điều |Chương |\(?[Kk]èm theo|\(?[Bb]an hành kèm|Ủy ban|Uỷ ban|UBND|Ban Thường vụ|[-_*=]{3,})/;
/** Who issues it, in capitals between the title and what it rests on: "BỘ TRƯỞNG BỘ XÂY DỰNG". */
const IN_AUTHORITY =
  /^(?:BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|CHỦ TỊCH|GIÁM ĐỐC|[UỦ][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN (?:CHẤP HÀNH|THƯỜNG VỤ))(?!.*\p{Ll})/u;
/** A line that says something, as no title does: "Các đơn vị báo cáo trước ngày 01/12 về Văn phòng Sở." */
const SENTENCE = /^\p{Lu}(?:\S+ ){7,}.*[.:;]$/u;
/** A title whose next line names a body: "KẾ HOẠCH CỦA". */
const NAMES_ONE = /(?:^|\s)(?:của|cho|do|bởi|với|và)$/iu;
const HEADING = /^(?:[IVX]{1,5}|[A-D]|\d{1,2})[.)/] ?\S/;

/** Clerks leave room for the number that is stamped: "Số:  2211 /KH-UBND". */
const NUMBER = '(\\d+[\\p{L}\\d]*(?:(?:\\s?/\\s?|\\s?-)[\\p{L}\\d.]+)+)';
const LETTERHEAD_NUMBER = new RegExp(`^\\(?số\\s*:?\\s*${NUMBER}`, 'iu');
const DATE = '(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|(\\d{1,2}) tháng (\\d{1,2}) năm (\\d{4}))';
const PLACE_AND_DATE = new RegExp(
  `(?:^|\\s)(\\p{Lu}[\\p{L} .'-]{1,40}?), ?ngày (?:${DATE}|[ .…]*tháng)`,
  'u',
);
const ISSUER_HEAD =
  /(?<!\p{L})(?:[UỦ][yỷỶY] ban nhân dân|UBND|Ban Thường vụ|Ban Chấp hành|(?:Tỉnh|Thành|Thị|Huyện|Quận) [uủ][yỷ]|(?:Bộ|Sở) \p{Lu})/gu;
/** What stands in the other column of a letterhead. */
const MOTTO = /\s*(?:CỘNG H(?:ÒA|OÀ) |ĐẢNG CỘNG SẢN|Độc lập).*$/u;
const ANNEX =
  /^\(?(?:ban hành )?(?:kèm theo|đính kèm)\s+(?:kế hoạch|chương trình(?: hành động)?|quyết định|nghị quyết|công văn|đề án|văn bản|tờ trình)/iu;
const ANNEX_NUMBER = new RegExp(`^\\s*số\\s*:?\\s*${NUMBER}(?:,?\\s*ngày\\s*${DATE})?`, 'iu');

function dateOf(match: RegExpExecArray, first: number): IsoDate | null {
  const part = (at: number): number => Number.parseInt(match[first + at] ?? '', 10);
  return makeDate(part(2), part(1), part(0)) ?? makeDate(part(5), part(4), part(3));
}

type Annex = {
  readonly number: string | null;
  readonly date: IsoDate | null;
  readonly issuer: Issuer | null;
};

/** Reads the line under an annex's title: "(Kèm theo Kế hoạch số … ngày … của …)". */
function readAnnex(lines: readonly SourceLine[]): Annex | null {
  const at = lines.findIndex((line) => ANNEX.test(line.text));
  if (at < 0) return null;
  const joined = lines
    .slice(at, at + 4)
    .map((line) => line.text)
    .join(' ');
  const text = joined.slice(0, (joined.indexOf(')') + 1 || joined.length + 1) - 1);
  const match = ANNEX_NUMBER.exec(text.replace(ANNEX, ''));
  const issuer = readIssuer(text.slice(text.lastIndexOf(' của ') + ' của '.length));
  return { number: numberOf(match?.[1]), date: match ? dateOf(match, 2) : null, issuer };
}

/** A document's number without the room that was left around its signs. */
function numberOf(printed: string | undefined): string | null {
  return printed?.replace(/\s/g, '') ?? null;
}

/** The line that names the kind of document ("KẾ HOẠCH"), and the title that follows it. */
function readTitle(lines: readonly SourceLine[]): { readonly at: number; readonly title: string } {
  const at = lines.findIndex((line, index) => index < LETTERHEAD_LINES * 2 && KIND.test(line.text));
  const kind = lines[at];
  if (!kind) return { at: -1, title: '' };
  const parts = [kind.text];
  for (const line of lines.slice(at + 1, at + MOST_TITLE_LINES)) {
    const above = parts.at(-1) ?? '';
    const first = parts.length === 1 && KIND.exec(kind.text)?.[0].length === kind.text.length;
    if (HEADING.test(line.text) || (!first && OPENER.test(line.text))) break;
    if (!first && /[.:;]$/.test(above)) break;
    if (!first && isCapitals(above) && !isCapitals(line.text) && /^\p{Lu}/u.test(line.text)) break;
    if (!first && (SENTENCE.test(line.text) || closesTable(line.text))) break;
    if (!first && IN_AUTHORITY.test(line.text) && !NAMES_ONE.test(above)) break;
    parts.push(line.text);
  }
  return { at, title: tidy(parts.join(' ')) };
}

function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\(.*?\)/g, ''));
}

/**
 * Where the last body that a clause names begins ("Ban Thường vụ Tỉnh ủy" is one); bodies named
 * before it belong to what the plan carries out.
 */
function lastHead(clause: string): number | undefined {
  const heads = [...clause.matchAll(ISSUER_HEAD)];
  const last = heads.at(-1);
  const before = heads.at(-2);
  if (!before || !last) return last?.index;
  return before.index + before[0].length + 1 === last.index ? before.index : last.index;
}

/** The body that says "ban hành Kế hoạch" before the plan's first heading. */
function issuerOfOpening(opening: string): Issuer | null {
  const says = /(?:ban hành|xây dựng) (?:Kế hoạch|kế hoạch|Chương trình|chương trình|Đề án)/gu;
  let found: Issuer | null = null;
  for (const match of opening.matchAll(says)) {
    const before = opening.slice(Math.max(0, match.index - ISSUER_REACH), match.index);
    const clause = before.slice(before.search(/[^,;.:)]*$/));
    const from = lastHead(clause);
    found = (from === undefined ? null : readIssuer(clause.slice(from))) ?? found;
  }
  return found;
}

/** The body in capitals above the plan's title, where the letterhead was kept. */
function issuerOfLetterhead(lines: readonly SourceLine[]): Issuer | null {
  const texts = lines.map((line) => line.text.replace(MOTTO, ''));
  for (const [at, text] of texts.entries()) {
    const issuer = isCapitals(text) ? readIssuer(text) : null;
    if (!issuer) continue;
    const next = texts[at + 1] ?? '';
    if (issuer.place !== null || !isCapitals(next)) return issuer;
    return readIssuer(`${text} ${next}`) ?? issuer;
  }
  return null;
}

/** The body in whose name the plan is signed: "TM. ỦY BAN NHÂN DÂN". */
function issuerOfSignature(lines: readonly SourceLine[]): Issuer | null {
  const signed = lines.find((line) => /^T[/.]?M[.:]? \p{Lu}{2}/u.test(line.text));
  return signed ? readIssuer(signed.text.replace(/^T[/.]?M[.:]? /, '')) : null;
}

/** The first issuer found, with what others know of the same body added. */
function agreeOn(found: readonly (Issuer | null)[]): Issuer | null {
  return found.reduce<Issuer | null>((known, other) => {
    if (!known || !other || fold(known.body) !== fold(other.body)) return known ?? other;
    const sameLevel = known.level === '' || other.level === '' || known.level === other.level;
    if (!sameLevel) return known;
    return {
      body: known.body,
      level: known.level === '' ? other.level : known.level,
      place: known.place ?? other.place,
    };
  }, null);
}

/** What a sentence says, all of it, that hands on the work of merged bodies. */
const succession: readonly RegExp[] = [
  /sáp nhập|sắp xếp|hợp nhất|thành lập|kết thúc hoạt động/iu,
  /sau khi|sau (?:sáp nhập|sắp xếp|hợp nhất)/iu,
  /chuyển về|chuyển cho|tiếp nhận|kế thừa|đảm nhận/iu,
  /nhiệm vụ|chức năng/iu,
];

/** Sentences of running text, each with the source line it begins on. */
function sentencesOf(
  lines: readonly SourceLine[],
): readonly { readonly line: number; readonly text: string }[] {
  return joinParagraphs(lines).flatMap((paragraph) => {
    let at = 0;
    return paragraph.text.split(/(?<=[.;!?])\s+(?=\p{Lu})/u).map((text) => {
      const line = lineAt(paragraph, at);
      at += text.length + 1;
      return { line, text };
    });
  });
}

/**
 * Reads what a plan says of itself from its running text: the letterhead, the title, the
 * sentence that issues it, the line under its annexes, the signature and the sentence that sets
 * its reports. `all` is the whole text (a place may be named in a table only). A date is the
 * plan's only in its own letterhead or beside its own number. What is not found is null (or "")
 * and a note.
 */
export function readMetadata(running: readonly SourceLine[], all: readonly SourceLine[]): Metadata {
  const lines = running.filter((line) => line.text !== '');
  const { at, title } = readTitle(lines);
  const head = lines.slice(0, at < 0 ? LETTERHEAD_LINES : at + 4);
  const annex = readAnnex(lines);
  const sentences = sentencesOf(running);
  const firstHeading = lines.find((line) => HEADING.test(line.text))?.number ?? Infinity;
  const opening = sentences.filter((sentence) => sentence.line < firstHeading);
  const placed = head.map((line) => PLACE_AND_DATE.exec(line.text)).find((match) => match !== null);
  const place = placed?.[1] ?? null;
  const known = agreeOn([
    annex?.issuer ?? null,
    issuerOfOpening(opening.map((sentence) => sentence.text).join(' ')),
    issuerOfLetterhead(lines.slice(0, Math.max(0, at))),
    issuerOfSignature(lines),
  ]);
  const issuer = known && withPlace(known, place, all);
  const number = numberOf(head.map((line) => LETTERHEAD_NUMBER.exec(line.text)).find(Boolean)?.[1]);
  const found = {
    locality: issuer ? localityOf(issuer) : (place ?? ''),
    issuer: issuer ? issuerName(issuer) : '',
    documentNumber: number ?? annex?.number ?? null,
    documentDate: (placed ? dateOf(placed, 2) : null) ?? annex?.date ?? null,
    title,
  };
  const notes: Note[] = Object.entries(found)
    .filter(([, value]) => value === null || value === '')
    .map(([field]) => ({
      code: 'metadataMissing',
      where: { line: lines[0]?.number ?? 1, row: null },
      params: { field },
    }));
  for (const { line, text } of sentences)
    if (succession.every((words) => words.test(text)))
      notes.push({ code: 'agencySuccession', where: { line, row: null }, params: { text } });
  const cited = [title, ...opening.map((sentence) => sentence.text)].join(' ');
  return {
    ...found,
    reporting: readReporting(sentences.map((each) => each.text)),
    nationalFloor: sentences.find(({ text }) => setsNationalFloor(text))?.text ?? null,
    year: found.documentDate ? yearOf(found.documentDate) : latestYear(cited),
    titleYear: yearOfHeading(
      title.replace(/ngày \d{1,2}(?:\/\d{1,2}\/| tháng \d{1,2} năm )\d{4}/giu, ''),
    ),
    notes,
  };
}

/** Words by which a plan binds its targets to the nation's: "bằng hoặc cao hơn". */
const FLOOR = /\b(?:bang hoac cao hon|khong thap hon|cao hon hoac bang)\b/;
const NATION = /\b(?:57 nq tw|03 nq cp|muc tieu quoc gia|chi tieu quoc gia|trung uong giao)\b/;

/** Whether a sentence binds the plan to targets no lower than the nation's. */
export function setsNationalFloor(sentence: string): boolean {
  const words = fold(sentence);
  return FLOOR.test(words) && NATION.test(words) && /\bchi tieu\b|\bmuc tieu\b/.test(words);
}

/** The latest year of the days that a text names; null when it names none. */
function latestYear(text: string): number | null {
  const days = text.matchAll(/\d{1,2}(?:\/\d{1,2}\/| tháng \d{1,2} năm )((?:19|20)\d\d)(?!\d)/giu);
  const years = [...days].map((match) => Number.parseInt(match[1] ?? '', 10));
  return years.length > 0 ? Math.max(...years) : null;
}

/** Names the place of an issuer that the text calls "Ủy ban nhân dân tỉnh" or "Sở Nội vụ" only. */
function withPlace(issuer: Issuer, place: string | null, all: readonly SourceLine[]): Issuer {
  const text = all.map((line) => line.text).join('\n');
  const written = asWritten(issuer, text);
  if (written.place !== null) return written;
  if (written.body.startsWith('Sở '))
    for (const level of ['tỉnh', 'thành phố']) {
      const signed = place !== null && text.includes(`${level} ${place}`);
      const named = signed ? place : mostMentioned(level, text);
      if (named !== null) return { ...written, level, place: named };
    }
  if (written.level === '') return written;
  return { ...written, place: place ?? mostMentioned(written.level, text) };
}
