import { valueOf } from '../../domain/assessment/reading';
import type { Waiver } from '../../domain/checks/waivers';
import { cellOf, dateOf, textOf } from '../../domain/entries';
import type { Snapshot } from '../../domain/snapshot';
import { readTable } from '../shared/readTable';
import { emptyInput, textInput } from '../shared/cells';
import type { SheetSpec } from '../spec';
import { waiverLayout, type WaiverField } from './columns';
import type { TrackingContent } from './content';
import { layoutOf } from './readLayout';
import type { PlacedColumn, PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** The sheet of waived issues; a workbook has one from the first waiver on. */
export function waiverSheet(content: TrackingContent, place: PlacedTable<WaiverField>): SheetSpec {
  return tableSheet({
    content,
    place,
    title: 'VẤN ĐỀ ĐƯỢC BỎ QUA CÓ LÝ DO',
    remark:
      'Mỗi dòng là một vấn đề không còn chặn việc gửi báo cáo. Xóa lý do hoặc tên người quyết định để vấn đề có hiệu lực trở lại; giá trị ở ô bị sửa thì phải xét lại.',
    lines: content.waivers.map(
      (waiver) =>
        ({ field }: PlacedColumn<WaiverField>): LineCell =>
          field === null ? { value: emptyInput, style: styles.plain } : waiverCell(field, waiver),
    ),
    frozenColumns: 1,
    tabColor: '4A4A4A',
    validations: [],
    conditionalFormats: [],
  });
}

function waiverCell(field: WaiverField, waiver: Waiver): LineCell {
  switch (field) {
    case 'key':
    case 'seen':
      return { value: textInput(waiver[field]), style: styles.plan };
    case 'code':
    case 'sheet':
    case 'row':
      return { value: textInput(waiver[field]), style: styles.planCentre };
    case 'reason':
    case 'by':
      return { value: textInput(waiver[field]), style: styles.input };
    case 'on':
      return {
        value: waiver.on === null ? emptyInput : { kind: 'date', date: waiver.on },
        style: styles.inputDay,
      };
  }
}

/** Reads the waivers back; none where the workbook has no such sheet. */
export function readWaivers(snapshot: Snapshot): readonly Waiver[] {
  const table = readTable(snapshot, layoutOf(waiverLayout, 'key'), new Set());
  if (!table.ok) return [];
  return table.value.lines.flatMap((line): Waiver[] => {
    const words = (field: WaiverField): string => textOf(cellOf(line, field).content) ?? '';
    const key = words('key');
    return key === ''
      ? []
      : [
          {
            key,
            code: words('code'),
            sheet: words('sheet'),
            row: words('row'),
            seen: words('seen'),
            reason: words('reason'),
            by: words('by'),
            on: valueOf(dateOf(cellOf(line, 'on').content)),
          },
        ];
  });
}
