import { readPlanFile } from '../app/readPlanFile';
import {
  settledPlan,
  withAlternatives,
  type Alternative,
  type DoubtfulPlan,
} from '../app/settleNotes';
import { workbookFiles } from '../app/wiring';
import type { WorkbookFiles } from '../app/ports';
import type { Failure } from '../domain/failure';
import type { Plan } from '../domain/plan/plan';
import { ok, type Result } from '../domain/result';

/** What takes long enough to be felt, and so is done beside the pane and not in it. */
export type Heavy = Pick<WorkbookFiles, 'render'> & {
  /** Reads a plan and the other readings of its doubtful places; fails as `readPlanFile` does. */
  readonly readPlan: (bytes: Uint8Array, file: string) => Promise<Result<DoubtfulPlan, Failure>>;
  /** The plan with the chosen readings. */
  readonly settle: (plan: Plan, chosen: readonly Alternative[]) => Promise<Plan>;
};

/** The heavy work itself, wherever it runs. */
export const heavy: Heavy = {
  readPlan: (bytes, file) => {
    const plan = readPlanFile(bytes, file);
    return Promise.resolve(plan.ok ? ok(withAlternatives(plan.value)) : plan);
  },
  settle: (plan, chosen) => Promise.resolve(settledPlan(plan, chosen)),
  render: (spec) => workbookFiles.render(spec),
};
