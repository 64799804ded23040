import type { Task } from '../../domain/plan/plan';
import { bucketWords, taskStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { day, linked, number, text, type Content } from './grid';
import {
  dayOf,
  enteredIn,
  figureOf,
  idList,
  subtitlesOf,
  wordsOf,
  type ReportInput,
} from './input';
import type { SourceColumn } from './sourcesAnnex';

/** The columns of the task annex. */
export type TaskColumn =
  | 'code'
  | 'name'
  | 'lead'
  | 'coordinators'
  | 'time'
  | 'due'
  | 'percent'
  | 'done'
  | 'result'
  | 'status'
  | 'bucket'
  | 'section'
  | 'leads';

/** Lays out the tasks with what was done and their status, by section in the plan's order. */
export function tasksAnnex(
  input: ReportInput,
  sources: PlacedAnnex<SourceColumn>,
): PlacedAnnex<TaskColumn> {
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
    const source = (content: Content): Content =>
      linked(content, sources.spec.name, sources.cell(task.id, 'value'));
    lines.push({
      kind: 'row',
      id: task.id,
      contents: [
        text(task.code, 'textCentered'),
        text(task.name, 'text'),
        text(task.leadText, 'text'),
        text(task.coordText, 'text'),
        text(task.timeText, 'textCentered'),
        day(due),
        source(number(percent === null ? null : percent / 100, 'share')),
        source(day(dayOf(line, 'done'))),
        text(
          [wordsOf(line, 'result'), wordsOf(line, 'document')]
            .filter((words) => words !== null)
            .join('; '),
          'text',
        ),
        text(withSign(taskStatusWords[status]), 'text'),
        text(bucketWords[bucket].vi, 'text'),
        text(task.section, 'trace'),
        text(idList(task.leads), 'trace'),
      ],
    });
  }
  return annexSheet<TaskColumn>({
    sheet: 'Phụ lục II - Nhiệm vụ',
    table: 'PhuLuc2',
    title: 'PHỤ LỤC II\nKẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ',
    subtitles: subtitlesOf(input, null),
    heads: [
      { key: 'code', words: 'TT', width: 6 },
      { key: 'name', words: 'Nhiệm vụ', width: 33 },
      { key: 'lead', words: 'Cơ quan chủ trì', width: 15 },
      { key: 'coordinators', words: 'Cơ quan phối hợp', width: 14 },
      { key: 'time', words: 'Thời hạn theo kế hoạch', width: 13 },
      { key: 'due', words: 'Hạn hoàn thành', width: 10.5 },
      { key: 'percent', words: '% hoàn thành', width: 8 },
      { key: 'done', words: 'Ngày hoàn thành', width: 10.5 },
      { key: 'result', words: 'Kết quả, sản phẩm trong kỳ', width: 17 },
      { key: 'status', words: 'Trạng thái', width: 12 },
      { key: 'bucket', words: 'Nhóm thống kê', width: 11 },
      { key: 'section', words: 'Mục', width: 8, machine: true },
      { key: 'leads', words: 'Mã cơ quan', width: 12, machine: true },
    ],
    lines,
    whenEmpty: 'Kế hoạch không có bảng nhiệm vụ.',
  });
}
