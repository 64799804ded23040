import { severities, type Severity } from '../../domain/checks/issue';
import { emptyInput, numberInput, textInput } from '../shared/cells';
import { indicatorLooks, type StatusLook } from '../shared/looks';
import type { SheetSpec } from '../spec';
import { trackingSheets, type IssueField } from './columns';
import type { TrackingContent, WordedIssue } from './content';
import { statusFormats } from './lines';
import { type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** How the weight of an issue shows: sign and word, and the colour that goes with them. */
const severityWords: Readonly<
  Record<Severity, { readonly words: string; readonly look: StatusLook }>
> = {
  error: { words: '■ Lỗi', look: indicatorLooks.alarm },
  warning: { words: '▲ Cảnh báo', look: indicatorLooks.attention },
  note: { words: '○ Lưu ý', look: indicatorLooks.noPace },
};

/** Sheets a link may lead to: a checked workbook may have had others. */
const ownSheets: readonly string[] = Object.values(trackingSheets);

/** The sheet of issues. */
export function issueSheet(content: TrackingContent, place: PlacedTable<IssueField>): SheetSpec {
  const counts = severities.map(
    (severity) =>
      `${severityWords[severity].words}: ${String(content.issues.filter((each) => each.issue.severity === severity).length)}`,
  );
  return tableSheet({
    content,
    place,
    derived: true,
    title: 'VẤN ĐỀ CẦN XỬ LÝ',
    remark:
      content.issues.length === 0
        ? 'Chưa ghi vấn đề nào. Danh sách được lập lại mỗi lần kiểm tra sổ.'
        : `${counts.join('  ·  ')}. Bấm vào ô để đến nơi cần sửa. Danh sách được lập lại mỗi lần kiểm tra sổ.`,
    lines: content.issues.map(
      (worded, index) =>
        ({ field }: PlacedColumn<IssueField>): LineCell =>
          field === null
            ? { value: emptyInput, style: styles.plain }
            : issueCell(field, worded, index),
    ),
    frozenColumns: 2,
    tabColor: 'C62828',
    validations: [],
    conditionalFormats: statusFormats(
      place,
      'severity',
      'number',
      severities.map((severity) => [severityWords[severity].words, severityWords[severity].look]),
    ),
  });
}

function issueCell(field: IssueField, { issue, seen, toDo }: WordedIssue, index: number): LineCell {
  const { sheet, cell, row } = issue.where;
  switch (field) {
    case 'number':
      return { value: numberInput(index + 1), style: styles.planCentre };
    case 'severity':
      return { value: textInput(severityWords[issue.severity].words), style: styles.status };
    case 'sheet':
      return { value: textInput(sheet), style: styles.planCentre };
    case 'cell':
      return cell === null || !ownSheets.includes(sheet)
        ? { value: emptyInput, style: styles.planCentre }
        : { value: textInput(cell), style: styles.link, link: { sheet, address: cell } };
    case 'row':
      return { value: textInput(row), style: styles.planCentre };
    case 'seen':
      return { value: textInput(seen), style: styles.plan };
    case 'toDo':
      return { value: textInput(toDo), style: styles.plan };
    case 'code':
      return { value: textInput(issue.code), style: styles.machine };
  }
}
