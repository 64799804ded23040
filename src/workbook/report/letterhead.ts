import { yearOf } from '../../domain/dates';
import { formatDate } from '../../messages/language';
import { flowRight, type Flow } from './flow';
import { text } from './grid';
import { markOf, type ReportInput } from './input';
import type { ReportStyle } from './page';

function upper(words: string): string {
  return words.toLocaleUpperCase('vi-VN');
}

/** The name of a people's committee on two lines, as its own letterhead has it. */
function broken(issuer: string): string {
  return issuer.replace(/^(Ủy ban nhân dân) /, '$1\n');
}

type Half = readonly [words: string, style: ReportStyle];

/** The last column of the left block. */
const LEFT = 2;

/** Two blocks side by side, as the heads and feet of administrative documents have them. */
function halves(flow: Flow, left: Half, right: Half): void {
  flow.line([
    [1, LEFT, text(...left)],
    [LEFT + 1, flowRight, text(...right)],
  ]);
}

/** A rule of this many spaces: as long as the tiêu ngữ, or a third of the agency's name. */
function ruleOf(spaces: number): Half {
  return ['\u00a0'.repeat(spaces), 'rule'];
}

/**
 * The head of the report after Nghị định 30/2020/NĐ-CP: agency block, Quốc hiệu and tiêu ngữ,
 * number, place and date, title, and the marks of a sample or a draft. Number and day stay
 * open: the office gives them.
 */
export function letterhead(flow: Flow, input: ReportInput): void {
  const { plan, settings } = input.book;
  const { asOf } = input.assessment;
  const compiler = plan.reporting.recipient;
  halves(
    flow,
    [upper(broken(plan.issuer)), compiler === null ? 'agency' : 'authority'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'agency'],
  );
  halves(flow, [upper(compiler ?? ''), 'agency'], ['Độc lập - Tự do - Hạnh phúc', 'boldCentered']);
  halves(flow, ruleOf(36), ruleOf(100));
  halves(
    flow,
    ['Số:         /BC-', 'centered'],
    [`${plan.locality}, ngày      tháng      năm ${String(yearOf(asOf))}`, 'italicCentered'],
  );
  flow.skip();
  const number = plan.documentNumber === null ? '' : ` số ${plan.documentNumber}`;
  flow.paragraph('BÁO CÁO', 'title');
  flow.paragraph(
    `Tổng hợp kết quả thực hiện kế hoạch${number} của ${plan.issuer}\n${settings.period.name}`,
    'boldCentered',
  );
  flow.paragraph(
    `(Số liệu chốt đến ngày ${formatDate(settings.period.cutOff)}; đánh giá tại ngày ${formatDate(asOf)})`,
    'italicCentered',
  );
  const mark = markOf(input);
  if (mark !== null) flow.paragraph(mark, 'warning');
  flow.skip();
}

/** The foot of the report: recipients and the place of the signature. */
export function signature(flow: Flow, compiler: string | null): void {
  const signer = compiler === null ? 'Thủ trưởng cơ quan' : 'Giám đốc';
  halves(flow, ['Nơi nhận:', 'smallBold'], [upper(signer), 'boldCentered']);
  halves(flow, ['- Như trên;', 'small'], ['(Chữ ký, dấu, họ tên)', 'italicCentered']);
  halves(flow, ['- Lưu: VT.', 'small'], ['', 'plain']);
}
