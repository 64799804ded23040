import { cellOf, textOf } from '../../domain/entries';
import {
  logActions,
  standingEntries,
  type LogAction,
  type LogEntry,
} from '../../domain/collection/submission';
import type { Snapshot } from '../../domain/snapshot';
import { logActionWords, logRuleWords } from '../../messages/collection';
import { emptyInput, textInput } from '../shared/cells';
import { readTable } from '../shared/readTable';
import type { CellInput, SheetSpec } from '../spec';
import { logLayout, type LogField } from './columns';
import type { TrackingContent } from './content';
import { historyField, historyWords } from './history';
import { placeTable, type PlacedColumn } from './place';
import { layoutOf } from './readLayout';
import { styles } from './styles';
import { headerRow, tableSheet, type LineCell } from './tableSheet';

/** The sheet of the log. */
export function logSheet(content: TrackingContent): SheetSpec {
  const rows = logRows(content.log);
  return tableSheet({
    content,
    place: placeTable(logLayout, logLayout.columns, headerRow, rows.length),
    title: 'NHẬT KÝ',
    remark:
      'Sổ tự ghi mỗi việc đã làm: nhận bài nộp, để lại tệp, chọn số liệu, mở kỳ, sửa kỳ cũ, nhập cơ quan. Không sửa trang này.',
    lines: rows.map((cells) => ({ field }: PlacedColumn<LogField>): LineCell => ({
      value: field === null ? emptyInput : (cells.get(field) ?? emptyInput),
      style: styles.plan,
    })),
    derived: true,
    frozenColumns: 2,
    tabColor: '4A4A4A',
    validations: [],
    conditionalFormats: [],
  });
}

/** The lines of the log table by field, oldest first. */
export function logRows(log: readonly LogEntry[]): readonly ReadonlyMap<LogField, CellInput>[] {
  const standing = new Map<string, ReadonlyMap<string, LogEntry>>();
  const stands = (entry: LogEntry): boolean => {
    const known = standing.get(entry.period) ?? standingEntries(log, entry.period);
    standing.set(entry.period, known);
    return known.get(entry.agency)?.hash === entry.hash;
  };
  return log.map((entry) => {
    const rule =
      entry.action === 'accepted'
        ? logRuleWords[stands(entry) ? 'stands' : 'superseded'].vi
        : logRuleWords[entry.action].vi;
    return new Map<LogField, CellInput>([
      ['time', textInput(entry.time)],
      ['action', textInput(logActionWords[entry.action].vi)],
      ['period', textInput(entry.period)],
      ['agency', textInput(entry.agency)],
      ['file', textInput(entry.file)],
      ['hash', textInput(entry.hash)],
      ['saved', textInput(entry.saved)],
      ['line', textInput(entry.line)],
      ['field', textInput(entry.field === '' ? null : historyWords(entry.field))],
      ['detail', textInput(entry.detail)],
      ['rule', textInput(rule)],
    ]);
  });
}

const actions: ReadonlyMap<string, LogAction> = new Map(
  logActions.map((action) => [logActionWords[action].vi, action]),
);

/** Reads the log back; a workbook without one has an empty log, and lines of others are passed over. */
export function readLog(snapshot: Snapshot): readonly LogEntry[] {
  const table = readTable(snapshot, layoutOf(logLayout, 'action'), new Set());
  if (!table.ok) return [];
  return table.value.lines.flatMap((line): LogEntry[] => {
    const words = (field: LogField): string => textOf(cellOf(line, field).content) ?? '';
    const action = actions.get(words('action'));
    if (!action) return [];
    const field = words('field');
    return [
      {
        time: words('time'),
        action,
        period: words('period'),
        agency: words('agency'),
        file: words('file'),
        hash: words('hash'),
        saved: words('saved'),
        line: words('line'),
        field: field === '' ? '' : historyField(field),
        detail: words('detail'),
      },
    ];
  });
}
