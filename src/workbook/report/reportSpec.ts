import type { WorkbookSpec } from '../spec';
import { agenciesAnnex } from './agenciesAnnex';
import { indicatorsAnnex } from './indicatorsAnnex';
import type { ReportInput } from './input';
import { overviewSheet, overviewSheetName } from './overview';
import { requestsAnnex } from './requestsAnnex';
import { slippingAnnex } from './slippingAnnex';
import { tasksAnnex } from './tasksAnnex';

/**
 * The consolidated report as a workbook (design §7): overview first, then the annexes. The
 * document's date is the as-of date, so that the same input gives the same bytes.
 */
export function reportSpec(input: ReportInput): WorkbookSpec {
  const { plan } = input.book;
  const indicators = indicatorsAnnex(input);
  const tasks = tasksAnnex(input);
  return {
    properties: {
      title: `Báo cáo tổng hợp: ${plan.title}`,
      subject: input.book.settings.period.name,
      creator: plan.reporting.recipient ?? plan.issuer,
      created: `${input.assessment.asOf}T00:00:00Z`,
    },
    names: [],
    sheets: [
      overviewSheet(input, indicators, tasks),
      indicators.spec,
      tasks.spec,
      slippingAnnex(input).spec,
      agenciesAnnex(input).spec,
      requestsAnnex(input).spec,
    ],
    activeSheet: overviewSheetName,
  };
}
