import { fold, isCapitals, tidy } from '../domain/text';

/** A body that issues plans, taken apart: "Ủy ban nhân dân" + "tỉnh" + "Đồng Nai". */
export type Issuer = {
  readonly body: string;
  /** The level of government ("tỉnh", "thị xã"), or the party body ("Tỉnh ủy"); "" if not said. */
  readonly level: string;
  /** The bare name of the place; null when the text leaves it out ("Ủy ban nhân dân tỉnh"). */
  readonly place: string | null;
};

const PEOPLES_COMMITTEE = 'Ủy ban nhân dân';

/** Bodies that every place has its own of. */
const localBodies: readonly string[] = [PEOPLES_COMMITTEE, 'Ban Thường vụ', 'Ban Chấp hành'];

/** Levels of government and of the party, folded, and how they are written. */
const levels: readonly (readonly [string, string])[] = [
  ['tinh', 'tỉnh'],
  ['thanh pho', 'thành phố'],
  ['tp', 'thành phố'],
  ['thi xa', 'thị xã'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['phuong', 'phường'],
  ['thi tran', 'thị trấn'],
  ['dac khu', 'đặc khu'],
  ['xa', 'xã'],
];
const partyLevels: readonly (readonly [string, string])[] = [
  ['tinh uy', 'Tỉnh ủy'],
  ['thanh uy', 'Thành ủy'],
  ['thi uy', 'Thị ủy'],
  ['huyen uy', 'Huyện ủy'],
  ['quan uy', 'Quận ủy'],
  ['dang uy', 'Đảng ủy'],
];

/** Words before a place's name, by level: what a mention of the place looks like in the text. */
const mentionWords: readonly (readonly [string, string])[] = [
  ['tỉnh', 'tỉnh|Tỉnh|TỈNH|Tỉnh ủy|Tỉnh uỷ|TỈNH ỦY'],
  ['thành phố', 'thành phố|Thành phố|THÀNH PHỐ|Thành ủy|Thành uỷ|THÀNH ỦY|TP\\.?'],
  ['thị xã', 'thị xã|Thị xã|THỊ XÃ|Thị ủy|Thị uỷ|THỊ ỦY'],
  ['huyện', 'huyện|Huyện|HUYỆN|Huyện ủy|Huyện uỷ|HUYỆN ỦY'],
  ['quận', 'quận|Quận|QUẬN|Quận ủy|Quận uỷ|QUẬN ỦY'],
  ['phường', 'phường|Phường|PHƯỜNG'],
  ['xã', '(?<!thị )xã|(?<!Thị )Xã|(?<!THỊ )XÃ'],
];
const partyMentions: readonly (readonly [string, string])[] = [
  ['Tỉnh ủy', 'tỉnh'],
  ['Thành ủy', 'thành phố'],
  ['Thị ủy', 'thị xã'],
  ['Huyện ủy', 'huyện'],
  ['Quận ủy', 'quận'],
];

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** The run of capitalised words at the beginning, as a name: "Đồng Nai ban hành" is "Đồng Nai". */
function leadingName(words: readonly string[]): string | null {
  const name: string[] = [];
  for (const word of words) {
    const joint = /^[-–]$/.test(word) && name.length > 0;
    if (!joint && !/^\p{Lu}/u.test(word)) break;
    const bare = word.replace(/[^\p{L}\p{N}'-]+$/u, '');
    name.push(joint ? '-' : isCapitals(bare) && bare.length > 1 ? capitalised(bare) : bare);
    if (bare !== word || name.length === 6) break;
  }
  while (name.at(-1) === '-') name.pop();
  return name.length > 0 ? name.join(' ') : null;
}

/** Cuts off the words that fold to `pattern`; null when the text does not begin with them. */
function after(words: readonly string[], pattern: string): readonly string[] | null {
  const count = pattern.split(' ').length;
  const begins = fold(words.slice(0, count).join(' ')) === pattern;
  return begins ? words.slice(count) : null;
}

function readLevel(
  words: readonly string[],
  among: readonly (readonly [string, string])[],
): { readonly level: string; readonly rest: readonly string[] } | null {
  for (const [pattern, level] of among) {
    const rest = after(words, pattern);
    if (rest) return { level, rest };
  }
  return null;
}

/**
 * Takes apart the name of a body that issues plans, in full or abbreviated ("UBND tỉnh"), in any
 * case. Null for text that begins with no such body.
 */
export function readIssuer(text: string): Issuer | null {
  const words = tidy(text).split(' ');
  const committee = after(words, 'uy ban nhan dan') ?? after(words, 'ubnd');
  if (committee) {
    const found = readLevel(committee, levels);
    const place = leadingName(found?.rest ?? committee);
    return { body: PEOPLES_COMMITTEE, level: found?.level ?? '', place };
  }
  for (const [pattern, body] of [
    ['ban thuong vu', 'Ban Thường vụ'],
    ['ban chap hanh dang bo', 'Ban Chấp hành Đảng bộ'],
    ['ban chap hanh', 'Ban Chấp hành'],
    ['', ''],
  ] as const) {
    const rest = pattern === '' ? words : after(words, pattern);
    const found = rest && readLevel(rest, partyLevels);
    if (found) return { body, level: found.level, place: leadingName(found.rest) };
    const place = body !== '' && rest && readLevel(rest, levels);
    if (place) return { body, level: place.level, place: leadingName(place.rest) };
    if (body !== '' && rest) return { body, level: '', place: null };
  }
  return /^(?:bo|so|chinh phu|van phong|cuc|tong cuc|vien|truong|dai hoc|hoi dong nhan dan)\b/.test(
    fold(text),
  )
    ? ofPlace(words)
    : null;
}

/** A body below those that every place has: "Sở Nội vụ tỉnh Gia Lai", "Bộ Xây dựng". */
function ofPlace(words: readonly string[]): Issuer {
  for (let at = 2; at < words.length; at++) {
    const found = readLevel(words.slice(at), levels);
    const place = found && leadingName(found.rest);
    if (place) return { body: uncapitalised(words.slice(0, at)), level: found.level, place };
  }
  return { body: uncapitalised(words), level: '', place: null };
}

function uncapitalised(words: readonly string[]): string {
  const body = words.join(' ');
  return isCapitals(body) ? capitalised(body) : body;
}

/**
 * Writes the name of a body that was read from capitals ("BỘ XÂY DỰNG") as the text writes it
 * elsewhere ("Bộ Xây dựng"); as it is where the text never does.
 */
export function asWritten(issuer: Issuer, text: string): Issuer {
  const words = issuer.body.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.'));
  const written = text.matchAll(new RegExp(`(?<!\\p{L})${words.join('\\s+')}(?!\\p{L})`, 'giu'));
  for (const [body] of written)
    if (/^\p{Lu}\p{Ll}/u.test(body)) return { ...issuer, body: tidy(body) };
  return issuer;
}

/** The one city whose name includes its level, which is then written with a capital. */
const NAMED_BY_LEVEL = 'Hồ Chí Minh';

/** The whole name: "Ủy ban nhân dân thị xã Long Mỹ". */
export function issuerName({ body, level, place }: Issuer): string {
  const isNamed = place === NAMED_BY_LEVEL && level === 'thành phố';
  return [body, isNamed ? 'Thành phố' : level, place ?? ''].filter((part) => part !== '').join(' ');
}

/** The place a plan is of; a ministry's plan is of the ministry. "" when the place is not named. */
export function localityOf(issuer: Issuer): string {
  const local = issuer.level !== '' || localBodies.includes(issuer.body);
  return issuer.place ?? (local ? '' : issuerName(issuer));
}

/**
 * The name of the place of one level that the text mentions most ("tỉnh Đồng Nai" in a plan of
 * "Ủy ban nhân dân tỉnh"); null when it mentions none.
 */
export function mostMentioned(level: string, text: string): string | null {
  const plain = partyMentions.find(([party]) => party === level)?.[1] ?? level;
  const words = mentionWords.find(([name]) => name === plain)?.[1];
  if (words === undefined) return null;
  const counts = new Map<string, number>();
  const pattern = new RegExp(`(?<!\\p{L})(?:${words}) (\\p{Lu}[^\\n,;.:()/“”"]{1,60})`, 'gu');
  for (const match of text.matchAll(pattern)) {
    const name = leadingName((match[1] ?? '').split(' '));
    if (name !== null && !isBody(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first] = [...counts].sort(
    ([one, more], [other, less]) => less - more || one.length - other.length,
  );
  return first?.[0] ?? null;
}

/** True when what follows a level is the name of a body or a document, not of a place. */
function isBody(name: string): boolean {
  return /^(?:uy ban|ubnd|hdnd|hoi dong|ban|bi thu|so|dang|nghi quyet|ke hoach)\b/.test(fold(name));
}
