import { fill, type Language, type Message, type Params } from './language';

/** What the pane says of the report's narrative and of comparing plans. */
export const comparingMessages = {
  narrativeTitle: { vi: 'Lời văn báo cáo', en: 'The narrative' },
  narrativeText: {
    vi: 'Văn bản Word theo Nghị định 30/2020/NĐ-CP, viết từ số liệu trong sổ; cuối văn bản có căn cứ của từng câu.',
    en: 'A Word text in the layout of Decree 30, written from the workbook’s figures, with the sources of every sentence at its end.',
  },
  saveNarrative: { vi: 'Lưu lời văn (Word)', en: 'Save the narrative (Word)' },
  writingNarrative: { vi: 'Đang viết…', en: 'Writing…' },
  narrativeSaved: {
    vi: 'Đã lưu {name} vào thư mục Tải xuống.',
    en: '{name} was saved to your downloads.',
  },
  narrativeDraft: {
    vi: 'Đã lưu {name} vào thư mục Tải xuống; văn bản mang chữ DỰ THẢO vì còn lỗi.',
    en: '{name} was saved to your downloads, marked as a draft because errors are open.',
  },

  title: { vi: 'So sánh với địa phương khác', en: 'Compare with other places' },
  text: {
    vi: 'Chọn sổ theo dõi của các địa phương khác; sổ đang mở được so sánh cùng. Có sổ so sánh trước thì chọn cả sổ đó để giữ các chỗ ghép đã sửa.',
    en: 'Choose the tracking workbooks of other places; the open one takes part. Choose an earlier comparison too, and its corrections are kept.',
  },
  chooseFiles: { vi: 'Chọn các sổ…', en: 'Choose workbooks…' },
  comparing: { vi: 'Đang so sánh…', en: 'Comparing…' },
  counts: {
    vi: '{place}: so với quốc gia cao hơn {higher}, bằng {equal}, thấp hơn {lower}, không so sánh được {incomparable}.',
    en: '{place}: against the nation {higher} higher, {equal} equal, {lower} lower, {incomparable} not comparable.',
  },
  breaches: {
    vi: '■ {count} mục tiêu thấp hơn, trái quy định của chính kế hoạch.',
    en: '■ {count} targets are lower, against the plan’s own rule.',
  },
  matchesTitle: { vi: 'Chỗ ghép cần xem lại ({count})', en: 'Matches to look at ({count})' },
  noMatches: { vi: 'Không có chỗ ghép nào cần xem lại.', en: 'No match has to be looked at.' },
  matchLine: { vi: '{place}: {name}', en: '{place}: {name}' },
  matchWhy: { vi: 'ghép với “{row}” vì {why}', en: 'matched with “{row}”: {why}' },
  standsAlone: { vi: 'đứng riêng, theo lựa chọn của anh/chị', en: 'stands alone, as you chose' },
  notFollowed: { vi: 'không theo được: {why}', en: 'not followed: {why}' },
  correct: { vi: 'Sửa ghép', en: 'Correct the match' },
  asFound: { vi: 'Như máy ghép', en: 'As found' },
  alone: { vi: 'riêng – tách khỏi mọi dòng', en: 'alone – in no row' },
  save: { vi: 'Lưu sổ so sánh', en: 'Save the comparison' },
  again: { vi: 'Chọn sổ khác', en: 'Choose others' },
  comparisonSaved: {
    vi: 'Đã lưu {name} vào thư mục Tải xuống.',
    en: '{name} was saved to your downloads.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Says one of {@link comparingMessages}. */
export type TellComparing = (name: keyof typeof comparingMessages, params?: Params) => string;

/** {@link TellComparing} for a language. */
export function tellComparingIn(language: Language): TellComparing {
  return (name, params = {}) => fill(comparingMessages[name], params, language);
}
