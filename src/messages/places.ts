import type { Place } from '../domain/document';
import { fill, type Language, type Message } from './language';

const words: Readonly<Record<'sheet' | 'page' | 'table' | 'row' | 'line', Message>> = {
  sheet: { vi: 'trang tính “{at}”', en: 'sheet “{at}”' },
  page: { vi: 'trang {at}', en: 'page {at}' },
  table: { vi: 'bảng {at}', en: 'table {at}' },
  row: { vi: 'hàng {at}', en: 'row {at}' },
  line: { vi: 'dòng {at}', en: 'line {at}' },
};

/** Where a piece of a document stands, in words; its line where its format knows nothing better. */
export function describePlace(place: Place, line: number, language: Language = 'vi'): string {
  const known = (['sheet', 'page', 'table', 'row'] as const).flatMap((part) => {
    const at = place[part];
    return at === undefined ? [] : [fill(words[part], { at }, language)];
  });
  const own = place.row === undefined ? [fill(words.line, { at: line }, language)] : [];
  return [...known, ...own].join(', ');
}
