import type { Note, NoteCode } from '../domain/plan/plan';
import { fill, type Language, type Message } from './language';

/** What each doubtful reading says. */
export const noteMessages: Readonly<Record<NoteCode, Message>> = {
  cellMissing: {
    vi: 'Thiếu ô ở cột “{column}”; để trống.',
    en: 'The cell of column “{column}” is missing; left empty.',
  },
  cellDecidedByMeaning: {
    vi: 'Bảng gốc mất ô trống: “{text}” được xếp vào cột “{column}” theo nghĩa.',
    en: 'The source lost its empty cells: “{text}” was put into column “{column}” by its meaning.',
  },
  toldInSentence: {
    vi: '“{text}” trong câu được hiểu là “{column}”; xem lại có đúng không.',
    en: '“{text}” in the sentence was taken for “{column}”; see whether that is right.',
  },
  cellFromRowAbove: {
    vi: 'Dòng thiếu ô ở cột “{column}”: lấy “{text}” của dòng trên, như ô gộp nhiều dòng.',
    en: 'The row has no cell in column “{column}”: “{text}” is taken from the row above, as of a cell merged over rows.',
  },
  cellsJoinedOverPages: {
    vi: 'Dòng bị ngắt sang trang sau đã được nối lại.',
    en: 'A row cut by a page break was joined.',
  },
  rowWithoutLead: {
    vi: 'Dòng không nêu cơ quan chủ trì.',
    en: 'The row names no lead agency.',
  },
  rowWithoutTime: { vi: 'Dòng không nêu thời hạn.', en: 'The row states no time.' },
  groupWithTarget: {
    vi: 'Dòng nhóm có mục tiêu riêng “{text}”.',
    en: 'A heading row has a target of its own: “{text}”.',
  },
  targetNotUnderstood: {
    vi: 'Chưa hiểu chắc mục tiêu “{text}”; xem lại cách đọc.',
    en: 'The target “{text}” was not understood for certain; look at how it was read.',
  },
  targetTypo: {
    vi: 'Mục tiêu “{text}” có lỗi chữ; đọc theo nghĩa gần nhất.',
    en: 'The target “{text}” has a typing fault; read by its nearest meaning.',
  },
  targetBeside: {
    vi: 'Cột “{column}” có “{text}” cũng có thể là mục tiêu: chưa lấy.',
    en: 'Column “{column}” has “{text}”, which may be the target too: not taken.',
  },
  timeNotUnderstood: {
    vi: 'Chưa hiểu chắc thời hạn “{text}”.',
    en: 'The time “{text}” was not understood for certain.',
  },
  agenciesWithoutSeparator: {
    vi: 'Các cơ quan viết liền không có dấu ngăn: “{text}”.',
    en: 'Agencies stand without a separator: “{text}”.',
  },
  agencySharedHead: {
    vi: 'Các cơ quan dùng chung chữ đầu: “{text}”.',
    en: 'Agencies share one head word: “{text}”.',
  },
  agencyUnknown: { vi: 'Chưa rõ cơ quan “{text}”.', en: 'The agency “{text}” is not clear.' },
  agencySuccession: {
    vi: 'Kế hoạch giao việc của cơ quan đã sáp nhập cho cơ quan sau sáp nhập: “{text}”.',
    en: 'The plan hands the work of merged agencies to their successors: “{text}”.',
  },
  codeRepeated: {
    vi: 'Số thứ tự “{code}” đã có ở dòng trên trong cùng mục: xem có phải một dòng chép hai lần không.',
    en: 'A row above has the number “{code}” in the same section: see whether one row was copied twice.',
  },
  metadataMissing: {
    vi: 'Không thấy {field} trong văn bản.',
    en: 'The text does not state: {field}.',
  },
  leadMatchedByName: {
    vi: 'Cơ quan chủ trì lấy từ phần phân công: “{phrase}”.',
    en: 'The lead was taken from the assignment: “{phrase}”.',
  },
  leadNotNamed: {
    vi: 'Phần phân công không nêu cơ quan theo dõi chỉ tiêu này.',
    en: 'The assignments name no agency for this indicator.',
  },
  contradiction: {
    vi: 'Hai chỗ nói khác nhau: “{proseText}” và “{tableText}” ({other}).',
    en: 'Two places differ: “{proseText}” and “{tableText}” ({other}).',
  },
  lineIgnored: {
    vi: 'Dòng không thuộc bảng: “{text}”.',
    en: 'A line that belongs to no table: “{text}”.',
  },
  columnLeftOut: {
    vi: 'Bảng có cột không được đọc vào kế hoạch: {columns}.',
    en: 'The table has columns that are not read into the plan: {columns}.',
  },
  tableUnread: {
    vi: 'Có bảng ở dòng {from}–{to} chưa đọc được, bắt đầu từ “{text}”. Mở tệp Word hoặc PDF gốc, hoặc dán bảng vào trang tính rồi đọc vùng đang chọn.',
    en: 'A table on lines {from}–{to} could not be read; it begins with “{text}”. Open the Word or PDF file instead, or paste the table into a sheet and read the selection.',
  },
};

/** Words for the parts of a plan that a note may miss. */
const fieldWords: ReadonlyMap<string, Message> = new Map([
  ['documentNumber', { vi: 'số, ký hiệu văn bản', en: 'the document number' }],
  ['documentDate', { vi: 'ngày ban hành', en: 'the date of issue' }],
  ['locality', { vi: 'địa phương', en: 'the locality' }],
  ['issuer', { vi: 'cơ quan ban hành', en: 'the issuing body' }],
  ['title', { vi: 'tên kế hoạch', en: 'the title' }],
  ['horizon', { vi: 'năm đích', en: 'the target year' }],
]);

/** A note in words, without its place. */
export function describeNote(note: Note, language: Language = 'vi'): string {
  const { field } = note.params;
  const words = typeof field === 'string' ? fieldWords.get(field) : undefined;
  const params = words ? { ...note.params, field: words[language] } : note.params;
  return fill(noteMessages[note.code], params, language);
}
