import type { Reporting } from '../domain/plan/plan';
import { fold } from '../domain/text';

/** A calendar in which nothing is stated. */
const noReporting: Reporting = { deadlines: [], every: null, recipient: null, sentence: null };

/** A day and a month without a year: "10/6", "ngày 10 tháng 6". A cited document's day has one. */
const DAY_AND_MONTH =
  /(?<![\d/.-])(\d{1,2})(?: ?\/ ?| tháng )(\d{1,2})(?![\d%]|\/|-\d| ?năm \d)/giu;
const DUE_WORDS = /(?:trước|ngày|chậm nhất|hạn|vào)[^.;]{0,25}$/iu;
const MONTHLY =
  /ngày (\d{1,2}) (?:của )?(?:(?:hằng|hàng|mỗi|từng) tháng|tháng (?:sau|kế tiếp))|(?:hằng|hàng|mỗi|từng) tháng[^.;\d]{0,40}ngày (\d{1,2})(?![\d/]| ?(?:của )?tháng)/iu;
const QUARTERLY =
  /ngày (\d{1,2}) (?:của )?tháng (cuối|đầu|thứ hai|thứ ba)(?: (?:cùng|tiên))?(?: của)? (?:mỗi )?quý|ngày (\d{1,2}) (?:của )?(?:tháng )?(cuối) (?:mỗi )?quý/iu;

/** The source's word for a rhythm, and how it is looked for. */
const rhythms: readonly (readonly [string, RegExp])[] = [
  ['6 tháng', /(?:6|06|sáu) tháng/iu],
  ['9 tháng', /(?:9|09|chín) tháng/iu],
  [
    'quý',
    /(?:hằng|hàng|mỗi|từng|theo|định kỳ|báo cáo|kết quả|,|tháng (?:cuối|đầu)(?: của)?) quý(?! (?:I|II|III|IV)(?!\p{L}))/iu,
  ],
  ['tháng', /(?:hằng|hàng|mỗi|từng|theo|báo cáo|kết quả) tháng(?! \d)/iu],
  ['năm', /(?:hằng|hàng|mỗi|từng) năm/iu],
];

/** A report for each quarter, the second and the last one by other names. */
const EACH_QUARTER = /quý I(?![IV\p{L}]).*(?:6 tháng|quý II).*(?:quý III|9 tháng)/iu;

/** A day that comes every year, which is no rhythm of the reports. */
const YEARLY_DAY = /(\d{1,2}(?: ?\/ ?| tháng )\d{1,2}),? (?:của )?(?:hằng|hàng|mỗi) năm/giu;

/** A day of the last month of what is reported on, and the months that such parts of a year end in. */
const PERIOD_END = /ngày (\d{1,2}) (?:của )?tháng cuối (?:của )?(?:mỗi )?kỳ/iu;
const periodEnds: Readonly<Record<string, readonly number[]>> = {
  quý: [3, 6, 9, 12],
  '6 tháng': [6, 12],
  năm: [12],
};

/** Where the name of the body that is reported to begins and ends. */
const RECIPIENT =
  /(?:về|gửi|đến|tới|cho|báo cáo) (?:về |đến |cho )?(\p{Lu}[^,;.:()]+?(?:, \p{Lu}[^,;.:()]*? và \p{Lu}[^,;.:()]*?)?)(?= (?:trước|để|theo|định kỳ|chậm nhất|tổng hợp|làm đầu mối|vào|qua|thông qua|kết quả|xem xét|như sau|cụ thể)(?!\p{L})|[,;.:()]|$)/u;

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function dueDays(sentence: string): readonly string[] {
  const days: string[] = [];
  let listed = false;
  for (const match of sentence.matchAll(DAY_AND_MONTH)) {
    const day = Number.parseInt(match[1] ?? '', 10);
    const month = Number.parseInt(match[2] ?? '', 10);
    if (day < 1 || day > 31 || month < 1 || month > 12) continue;
    listed ||= DUE_WORDS.test(sentence.slice(0, match.index));
    if (listed) days.push(`${pad(month)}-${pad(day)}`);
  }
  const monthly = MONTHLY.exec(sentence);
  if (monthly)
    for (let month = 1; month <= 12; month++)
      days.push(`${pad(month)}-${pad2(monthly[1] ?? monthly[2])}`);
  const quarterly = QUARTERLY.exec(sentence);
  if (quarterly) {
    const which = (quarterly[2] ?? quarterly[4] ?? '').toLowerCase();
    const offset = which === 'đầu' ? 1 : which === 'thứ hai' ? 2 : 3;
    for (let quarter = 0; quarter < 4; quarter++)
      days.push(`${pad(quarter * 3 + offset)}-${pad2(quarterly[1] ?? quarterly[3])}`);
  }
  const ending = PERIOD_END.exec(sentence);
  for (const month of ending ? (periodEnds[rhythmOf(sentence) ?? ''] ?? []) : [])
    days.push(`${pad(month)}-${pad2(ending?.[1])}`);
  return [...new Set(days)].sort();
}

function pad2(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

function rhythmOf(sentence: string): string | null {
  if (EACH_QUARTER.test(sentence)) return 'quý';
  const from = sentence.search(/định kỳ/iu);
  const own = from < 0 ? sentence : sentence.slice(from);
  // "Trước ngày 10/6 và 10/12 hằng năm … báo cáo 6 tháng, năm": each day comes every year.
  const bare = own.replace(YEARLY_DAY, '$1');
  const words = rhythms.some(([, pattern]) => pattern.test(bare)) ? bare : own;
  const found = rhythms
    .map(([word, pattern]) => ({ word, at: words.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return found[0]?.word ?? null;
}

function recipientOf(sentence: string): string | null {
  const from = sentence.search(/định kỳ|báo cáo/iu);
  const words = sentence.slice(Math.max(0, from));
  const reported = words.search(/báo cáo/iu);
  return RECIPIENT.exec(words.slice(Math.max(0, reported)))?.[1]?.trim() ?? null;
}

/**
 * Reads the reporting calendar a plan sets, from the sentence that speaks of reports and names
 * the days they are due (or at least a rhythm), or from several that follow each other, one for
 * each round. A sentence with more due days goes before one with fewer. Where no sentence does,
 * every part is null and there are no due days.
 */
export function readReporting(sentences: readonly string[]): Reporting {
  let best = noReporting;
  for (const sentence of [...sentences, ...roundsIn(sentences)]) {
    if (!/báo cáo/iu.test(sentence)) continue;
    const deadlines = dueDays(sentence);
    const rhythmic = /định kỳ (?:hằng|hàng|6|06|sáu|quý|tháng|năm|mỗi)/iu.test(sentence);
    if (deadlines.length === 0 && (!rhythmic || !reportsUp(sentence))) continue;
    if (best.sentence !== null && deadlines.length <= best.deadlines.length) continue;
    best = {
      deadlines,
      every: rhythmOf(sentence),
      recipient: recipientOf(sentence),
      sentence,
    };
  }
  return best;
}

/** A sentence about one round of reports: a line of a list of rounds. */
const ROUND =
  /^[-–+*•]?\s*(?:\p{L}\)|\d+[.)])?\s*(?:đối với )?báo cáo [^,.;:(]{0,20}?(?:quý|tháng|năm|định kỳ|sơ kết|tổng kết)(?!\p{L})/iu;
/** A list of rounds is no longer than this. */
const MOST_ROUNDS = 6;

/** Lists of rounds, each as one sentence, with the sentence that leads to it. */
function roundsIn(sentences: readonly string[]): readonly string[] {
  const lists: string[] = [];
  for (let at = 0; at < sentences.length; at++) {
    let end = at;
    const isRound = (sentence: string | undefined): boolean =>
      sentence !== undefined && ROUND.test(sentence) && dueDays(sentence).length > 0;
    while (end - at < MOST_ROUNDS && isRound(sentences[end])) end++;
    if (end - at < 2) continue;
    const above = sentences[at - 1] ?? '';
    const rounds = sentences.slice(at, end);
    lists.push([...(/báo cáo/iu.test(above) ? [above] : []), ...rounds].join(' '));
    at = end - 1;
  }
  return lists;
}

/** True when the rhythm is that of a report: "định kỳ hằng quý … báo cáo". */
function reportsUp(sentence: string): boolean {
  return /\bdinh ki (?:\S+ ){1,8}bao cao\b/.test(fold(sentence));
}
