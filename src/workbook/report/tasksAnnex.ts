import type { Task } from '../../domain/plan/plan';
import { bucketWords, taskStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { number, text, type Content } from './grid';
import { dayOf, enteredIn, figureOf, subtitlesOf, wordsOf, type ReportInput } from './input';

/** The name of the task annex's sheet. */
export const tasksSheetName = 'Phụ lục II - Nhiệm vụ';

/** The 1-based columns of status and bucket in the task annex. */
export const taskColumns = { status: 10, bucket: 11 } as const;

/** A day in a cell of the report. */
export function day(iso: string | null): Content {
  return { value: iso === null ? { kind: 'empty' } : { kind: 'date', date: iso }, style: 'date' };
}

/** Lays out the tasks with what was done and their status, by section in the plan's order. */
export function tasksAnnex(input: ReportInput): PlacedAnnex {
  const { book, assessment } = input;
  const entered = enteredIn(book);
  const lines: AnnexLine[] = [];
  let section: Task['section'] | null = null;
  for (const { task, status, bucket, due } of assessment.tasks) {
    if (task.section !== section) {
      section = task.section;
      if (task.sectionTitle !== '')
        lines.push({ kind: 'section', code: task.section, title: task.sectionTitle });
    }
    const line = entered.task(task.id);
    const percent = figureOf(line, 'percent');
    lines.push({
      kind: 'row',
      contents: [
        text(task.code, 'textCentered'),
        text(task.name, 'text'),
        text(task.leadText, 'text'),
        text(task.coordText, 'text'),
        text(task.timeText, 'textCentered'),
        day(due),
        number(percent === null ? null : percent / 100, 'share'),
        day(dayOf(line, 'done')),
        text(
          [wordsOf(line, 'result'), wordsOf(line, 'document')]
            .filter((words) => words !== null)
            .join('; '),
          'text',
        ),
        text(withSign(taskStatusWords[status]), 'text'),
        text(bucketWords[bucket].vi, 'text'),
      ],
    });
  }
  return annexSheet({
    sheet: tasksSheetName,
    title: 'PHỤ LỤC II\nKẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ',
    subtitles: subtitlesOf(input),
    heads: [
      { words: 'TT', width: 6 },
      { words: 'Nhiệm vụ', width: 42 },
      { words: 'Cơ quan chủ trì', width: 18 },
      { words: 'Cơ quan phối hợp', width: 18 },
      { words: 'Thời hạn theo kế hoạch', width: 12 },
      { words: 'Hạn hoàn thành', width: 11 },
      { words: '% hoàn thành', width: 8 },
      { words: 'Ngày hoàn thành', width: 11 },
      { words: 'Kết quả, sản phẩm trong kỳ', width: 22 },
      { words: 'Trạng thái', width: 15 },
      { words: 'Nhóm thống kê', width: 13 },
    ],
    lines,
    whenEmpty: 'Kế hoạch không có bảng nhiệm vụ.',
  });
}
