import type { Plan } from '../domain/plan/plan';
import { alternativesOf, settle, type Alternative } from '../reading/settle';

export type { Alternative };

/** A plan, and for each of its notes the other readings a person may choose. */
export type DoubtfulPlan = {
  readonly plan: Plan;
  readonly alternatives: readonly (readonly Alternative[])[];
};

/** Finds the other readings of every doubtful place of a plan. */
export function withAlternatives(plan: Plan): DoubtfulPlan {
  return { plan, alternatives: plan.notes.map((note) => alternativesOf(plan, note)) };
}

/** The plan with the readings that were chosen, in the order of its notes. */
export function settledPlan(plan: Plan, chosen: readonly Alternative[]): Plan {
  return chosen.reduce(settle, plan);
}
