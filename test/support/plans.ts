import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/reading/readPlan';

/** One of the five plans in seeds/, read as the product reads it. */
export function seedPlan(name: string): Plan {
  const plan = readPlan(readFileSync(join(__dirname, `../../seeds/${name}.txt`), 'utf8'));
  if (!plan.ok) throw new Error(`${name}: ${plan.error.code}`);
  return plan.value;
}
