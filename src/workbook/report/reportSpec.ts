import type { WorkbookSpec } from '../spec';
import { agenciesAnnex, agencyCounts } from './agenciesAnnex';
import { arrivalRows, arrivalsAnnex } from './arrivalsAnnex';
import { changeRows, changesAnnex } from './changesAnnex';
import { indicatorsAnnex } from './indicatorsAnnex';
import type { ReportInput } from './input';
import { notesSheet } from './notesSheet';
import { overviewSheet, overviewSheetName, type OverviewParts } from './overview';
import { moneyAnnex, moneyRows } from './moneyAnnex';
import { requestsAnnex } from './requestsAnnex';
import { slippingAnnex, slippingRows } from './slippingAnnex';
import { sourcesAnnex } from './sourcesAnnex';
import { tasksAnnex } from './tasksAnnex';

/**
 * The consolidated report as a workbook (design §7): overview first, then the annexes, and a
 * note for the owner where the plan contradicts itself. The document's date is the as-of date,
 * so that the same input gives the same bytes.
 */
export function reportSpec(input: ReportInput): WorkbookSpec {
  const { plan } = input.book;
  const sources = sourcesAnnex(input);
  const indicators = indicatorsAnnex(input, sources);
  const tasks = tasksAnnex(input, sources);
  const slipping = slippingRows(input);
  const agencies = agencyCounts(input);
  const arrivals = arrivalRows(input);
  const changes = changeRows(input);
  const money = moneyRows(input);
  const parts: OverviewParts = {
    indicators,
    tasks,
    slipping: slippingAnnex(input, slipping),
    slippingRows: slipping,
    agencies: agenciesAnnex(input, agencies, indicators, tasks),
    agencyRows: agencies,
    arrivals: arrivalsAnnex(input, arrivals),
    arrivalRows: arrivals,
    changes: changesAnnex(input, changes),
    changeRows: changes,
    money: moneyAnnex(input, money, sources),
    moneyRows: money,
  };
  const notes = notesSheet(input);
  return {
    properties: {
      title: `Báo cáo tổng hợp: ${plan.title}`,
      subject: input.book.settings.period.name,
      creator: plan.reporting.recipient ?? plan.issuer,
      created: `${input.assessment.asOf}T00:00:00Z`,
    },
    names: [],
    sheets: [
      overviewSheet(input, parts),
      indicators.spec,
      tasks.spec,
      parts.slipping.spec,
      parts.agencies.spec,
      parts.arrivals.spec,
      requestsAnnex(input).spec,
      parts.changes.spec,
      parts.money.spec,
      sources.spec,
      ...(notes ? [notes] : []),
    ],
    activeSheet: overviewSheetName,
  };
}
