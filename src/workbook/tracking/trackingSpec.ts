import type { Plan } from '../../domain/plan/plan';
import type { SheetSpec, WorkbookSpec } from '../spec';
import { agencySheet } from './agencies';
import {
  agencyLayout,
  historyLayout,
  indicatorLayout,
  issueLayout,
  periodLayout,
  taskLayout,
  roadmapLayout,
  trackingSheets,
  waiverLayout,
} from './columns';
import type { TrackingContent } from './content';
import type { Places } from './formulas';
import { guideSheet } from './guide';
import { completenessSheet } from './completeness';
import { historySheet } from './history';
import { logSheet } from './log';
import { identityNames, identitySheet } from './identity';
import { indicatorLines, indicatorSheet } from './indicators';
import { issueSheet } from './issues';
import { overviewSheet } from './overview/overviewSheet';
import { periodHeaderRow, periodSheet, settingNames } from './periods';
import { placeTable } from './place';
import { resultsOf } from './results';
import { milestoneYears, roadmapColumns, roadmapLines, roadmapSheet } from './roadmap';
import { headerRow } from './tableSheet';
import { taskSheet } from './tasks';
import { waiverSheet } from './waivers';

/** The ids of all rows a plan has in its workbook: indicators, their parts, tasks, agencies. */
export function rowIds(plan: Plan): readonly string[] {
  return [
    ...indicatorLines(plan).map(({ id }) => id),
    ...plan.tasks.map(({ id }) => id),
    ...plan.agencies.map(({ id }) => id),
  ];
}

/**
 * The tracking workbook as a spec (design §7). Every formula people read carries the result the
 * domain computes from the same content. The same content gives the same spec.
 */
export function trackingSpec(content: TrackingContent): WorkbookSpec {
  const { plan, settings } = content;
  const years = milestoneYears(content);
  const assessment = resultsOf(content);
  const places: Places = {
    indicators: placeTable(
      indicatorLayout,
      indicatorLayout.columns,
      headerRow,
      indicatorLines(plan).length,
    ),
    tasks: placeTable(taskLayout, taskLayout.columns, headerRow, plan.tasks.length),
    roadmap: placeTable(
      roadmapLayout,
      roadmapColumns(plan, years),
      headerRow,
      roadmapLines(plan).length,
    ),
    history: placeTable(historyLayout, historyLayout.columns, headerRow, content.history.length),
  };
  const sheets: readonly SheetSpec[] = [
    guideSheet(content),
    overviewSheet(content, places, assessment),
    indicatorSheet(content, places, assessment),
    taskSheet(content, places, assessment),
    roadmapSheet(content, places, years),
    agencySheet(
      content,
      placeTable(agencyLayout, agencyLayout.columns, headerRow, content.registry.length),
      places,
      assessment,
    ),
    periodSheet(
      content,
      placeTable(periodLayout, periodLayout.columns, periodHeaderRow, settings.periods.length),
    ),
    historySheet(content, places.history),
    completenessSheet(content),
    logSheet(content),
    issueSheet(
      content,
      placeTable(issueLayout, issueLayout.columns, headerRow, content.issues.length),
    ),
    ...(content.waivers.length === 0
      ? []
      : [
          waiverSheet(
            content,
            placeTable(waiverLayout, waiverLayout.columns, headerRow, content.waivers.length),
          ),
        ]),
    identitySheet(content),
  ];
  return {
    properties: {
      title: `Sổ theo dõi – ${plan.title}`,
      subject: plan.documentNumber ?? plan.locality,
      creator: 'Tiến Độ',
      created: content.created,
    },
    names: [...identityNames(content), ...settingNames()],
    sheets,
    activeSheet: trackingSheets.overview,
  };
}
