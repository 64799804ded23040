import { fold } from '../../domain/text';
import type { Column } from './head';

/** One line of a table's body and how ill it would fit each column (0 is at home there). */
export type Cell = {
  readonly line: number;
  readonly text: string;
  readonly fits: Readonly<Record<Column['role'], number>>;
  /** The text begins as the middle of a phrase does: it goes on from the line above. */
  readonly goesOn: boolean;
  /** The text breaks off inside a list or a phrase: the cell goes on below. */
  readonly unfinished: boolean;
};

type Kind = 'agency' | 'time' | 'product' | 'value' | 'unit' | 'phrase' | 'long';

type Fits = Cell['fits'];

const fitsOf: Readonly<Record<Kind, Fits>> = {
  agency: {
    number: 9,
    name: 3,
    unit: 4,
    target: 4,
    lead: 0,
    coord: 0,
    result: 3,
    time: 6,
    other: 1,
  },
  time: { number: 9, name: 5, unit: 5, target: 2, lead: 6, coord: 6, result: 5, time: 0, other: 1 },
  product: {
    number: 9,
    name: 1,
    unit: 2,
    target: 2,
    lead: 4,
    coord: 3.5,
    result: 0,
    time: 5,
    other: 1,
  },
  value: {
    number: 9,
    name: 8,
    unit: 3,
    target: 0,
    lead: 7,
    coord: 7,
    result: 4,
    time: 3,
    other: 1,
  },
  unit: { number: 9, name: 4, unit: 0, target: 3, lead: 4, coord: 4, result: 2, time: 5, other: 1 },
  phrase: {
    number: 9,
    name: 0.3,
    unit: 1.5,
    target: 0.5,
    lead: 2,
    coord: 2,
    result: 0.5,
    time: 3,
    other: 0.8,
  },
  long: {
    number: 9,
    name: 0,
    unit: 6,
    target: 2,
    lead: 4,
    coord: 4,
    result: 1.5,
    time: 5,
    other: 1,
  },
};

function kindOf(text: string): Kind {
  const words = fold(text);
  const lower = text.toLowerCase();
  if (/^[<>≥≤=~±+-]?\s*\d[\d.,]*\s*%?(?:\s*[-–]\s*\d[\d.,]*\s*%?)?$/.test(text))
    return /^20\d\d(?: ?[-–] ?20\d\d)?$/.test(text) ? 'time' : 'value';
  if (/^[<>≥≤]/.test(text)) return 'value';
  if (/^(?:%|‰)/.test(text)) return 'unit';
  if (
    /^(?:thuong xuyen|hang (?:nam|quy|thang)|nam 20|qui? i|quy [iv]+|thang \d|\d{1,2} 20\d\d|20\d\d|giai doan|nhiem vu thuong xuyen|sau khi|theo tien do|trinh .*sau khi|truoc )/.test(
      words,
    )
  )
    return 'time';
  if (
    /^(?:các )?(?:sở|ban|bộ|ubnd|ủy ban|uỷ ban|công an|văn phòng|trung tâm|viện|đại học|trường|bệnh viện|liên hiệp|ngân hàng|cục|chi cục|báo|đài|hội|phòng|đơn vị|cơ quan|địa phương|thanh tra|kho bạc|công ty|tập đoàn|bảo hiểm)(?: |$|,|;)/u.test(
      lower,
    ) &&
    !/^(?:báo cáo|trung tâm dữ liệu$|bộ tiêu chí|ban hành)/.test(lower)
  )
    return words.length > 220 ? 'long' : 'agency';
  if (
    /^(?:cac )?(?:ke hoach|bao cao|quyet dinh|nghi quyet|de an|chuong trinh|van ban|du an|csdl|co so du lieu|nen tang|mang luoi|giai phap|chinh sach|phe duyet|hoan thanh|to trinh|thong tu|nghi dinh|he thong|chi thi)\b/.test(
      words,
    )
  )
    return words.length > 90 ? 'phrase' : 'product';
  return text.length > 110 ? 'long' : 'phrase';
}

/** Looks at one line of a table's body. */
export function readCell(line: number, text: string): Cell {
  return {
    line,
    text,
    fits: fitsOf[kindOf(text)],
    goesOn: /^[\p{Ll}(,;.)/–-]/u.test(text) && text !== '-',
    unfinished:
      text !== '-' && /(?:[,;:(/&–-]|(?:^| )(?:và|của|các|về|theo|với|cho|hoặc))$/iu.test(text),
  };
}
