import type { Note } from '../../domain/plan/plan';
import { describeNote } from '../../messages/notes';
import type { SheetSpec } from '../spec';
import { annexSheet } from './annex';
import { number, text } from './grid';
import type { ReportInput } from './input';

/**
 * What the plan says twice in different ways, for the workbook's owner to settle: it is no part
 * of what is issued. Null for a plan that agrees with itself.
 */
export function notesSheet({ book }: ReportInput): SheetSpec | null {
  const contradictions = book.plan.notes.filter(({ code }) => code === 'contradiction');
  if (contradictions.length === 0) return null;
  const nameOf = namesOf(book.plan);
  const { spec } = annexSheet({
    sheet: 'Ghi chú nội bộ',
    table: 'GhiChu',
    title: 'GHI CHÚ CHO NGƯỜI QUẢN LÝ SỔ – KHÔNG PHÁT HÀNH',
    subtitles: [
      [
        'Kế hoạch nói hai cách khác nhau về cùng một việc; cần xác định lại với cơ quan ban hành. Xóa trang này trước khi gửi báo cáo.',
        'italicCentered',
      ],
    ],
    heads: [
      { key: 'code', words: 'TT', width: 7 },
      { key: 'name', words: 'Chỉ tiêu, nhiệm vụ', width: 60 },
      { key: 'note', words: 'Chỗ mâu thuẫn', width: 66 },
      { key: 'line', words: 'Dòng trong văn bản', width: 12 },
    ],
    lines: contradictions.map((note, index) => ({
      kind: 'row',
      contents: [
        number(index + 1, 'count'),
        text(nameOf(note), 'text'),
        text(describeNote(note), 'text'),
        number(note.where.line, 'count'),
      ],
    })),
    whenEmpty: '',
  });
  return { ...spec, tabColor: '7F7F7F' };
}

function namesOf({ indicators, proseIndicators, tasks }: ReportInput['book']['plan']) {
  const names = new Map(
    [...proseIndicators, ...indicators, ...tasks].map(({ id, code, name }) => [
      id,
      `${code} ${name}`.trim(),
    ]),
  );
  return ({ where, params }: Note): string => {
    const ids = [where.row, params['other']].filter((id) => typeof id === 'string');
    return [...new Set(ids.map((id) => names.get(id) ?? id))].join('\n');
  };
}
