import { yearOf } from '../../domain/dates';
import { formatDate, withinSentence } from '../../messages/language';
import { officeOf, planWords, type Office } from '../shared/office';
import { flowRight, type Flow } from './flow';
import { text } from './grid';
import { markOf, type ReportInput } from './input';
import type { ReportStyle } from './page';

type Half = readonly [words: string, style: ReportStyle];

/** Points of the row of the rules under names. */
const RULE_HEIGHT = 8.25;

/** The last column of the left block. */
const LEFT = 3;

/** Two blocks side by side, as the heads and feet of documents have them. */
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

const nothing: Half = ['', 'plain'];

function head(flow: Flow, { kind, above, name }: Office): void {
  if (kind === 'party') {
    halves(flow, [name, 'agency'], ['ĐẢNG CỘNG SẢN VIỆT NAM', 'boldCentered']);
    halves(flow, ['*', 'centered'], ruleOf(88));
    return;
  }
  const [first = '', second = ''] = above === null ? name.split('\n') : [above, name];
  halves(
    flow,
    [first, above === null ? 'agency' : 'authority'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'country'],
  );
  halves(flow, [second, 'agency'], ['Độc lập - Tự do - Hạnh phúc', 'boldCentered']);
  flow.low(RULE_HEIGHT);
  halves(flow, ruleOf(36), ruleOf(100));
}

/**
 * The head of the report after Nghị định 30/2020/NĐ-CP: agency block, Quốc hiệu and tiêu ngữ,
 * number, place and date, title, and the marks of a sample or a draft; a Party committee has the
 * head of its own documents. Number and day stay open: the office gives them.
 */
export function letterhead(flow: Flow, input: ReportInput): void {
  const { plan, settings } = input.book;
  const { asOf } = input.assessment;
  const office = officeOf(plan);
  head(flow, office);
  halves(
    flow,
    [`Số:        ${office.symbol}`, 'centered'],
    [`${plan.locality}, ngày      tháng      năm ${String(yearOf(asOf))}`, 'italicCentered'],
  );
  flow.gap();
  flow.paragraph('BÁO CÁO', 'title');
  const period = withinSentence(settings.period.name).replaceAll(' ', '\u00a0');
  flow.paragraph(`Tổng hợp kết quả thực hiện ${planWords(plan)}, ${period}`, 'boldCentered');
  flow.paragraph(
    `(Số liệu chốt đến ngày\u00a0${formatDate(settings.period.cutOff)}; đánh giá tại ngày\u00a0${formatDate(asOf)})`,
    'italicCentered',
  );
  const mark = markOf(input);
  if (mark !== null) flow.paragraph(mark, 'warning');
}

/** The foot of the report: recipients and the place of the signature. */
export function signature(flow: Flow, { signer, recipients }: Office): void {
  const left: readonly Half[] = [
    ['Nơi nhận:', 'smallBold'],
    ...recipients.map((each): Half => [`- ${each};`, 'small']),
    ['- Lưu: VT.', 'small'],
  ];
  const right: readonly Half[] = [
    ...signer.split('\n').map((line): Half => [line, 'boldCentered']),
    ['(Chữ ký, dấu, họ tên)', 'italicCentered'],
  ];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1)
    halves(flow, left[at] ?? nothing, right[at] ?? nothing);
}
