import type { Completeness } from '../domain/collection/completeness';
import type { Period } from '../domain/book';
import type { Plan } from '../domain/plan/plan';
import { formatDate, formatNumber } from './language';

/** A reminder to an agency that has not sent its form, ready to be pasted into a message. */
export function reminderText(plan: Plan, period: Period, row: Completeness): string {
  const number = plan.documentNumber === null ? '' : ` số ${plan.documentNumber}`;
  const recipient = plan.reporting.recipient ?? 'cơ quan theo dõi kế hoạch';
  return [
    `Kính gửi: ${row.name}${row.contact === null ? '' : ` (${row.contact})`}`,
    `Kế hoạch${number} của ${plan.issuer} yêu cầu báo cáo ${period.name}, hạn gửi ngày ${formatDate(period.due)}.`,
    `Đến nay ${recipient} chưa nhận được phiếu báo cáo của quý cơ quan (${formatNumber(row.expected)} dòng chỉ tiêu, nhiệm vụ).`,
    `Đề nghị quý cơ quan điền phiếu đã gửi (tệp .xlsx của kỳ ${period.id}) và gửi lại trước hạn; nếu đã quá hạn, đề nghị gửi ngay và nêu lý do chậm. Trân trọng cảm ơn.`,
  ].join('\n');
}
