import type { IsoDate } from '../domain/dates';
import type { Plan } from '../domain/plan/plan';
import { emptyContent } from '../workbook/tracking/content';
import { trackingSpec } from '../workbook/tracking/trackingSpec';
import type { WorkbookFiles } from './ports';

/** Makes the tracking workbook of a plan, without entries, as bytes. */
export function trackPlan(files: WorkbookFiles, plan: Plan, asOf: IsoDate): Promise<Uint8Array> {
  return files.render(trackingSpec(emptyContent(plan, asOf)));
}
