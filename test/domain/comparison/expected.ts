import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nation, type Party } from '../../../src/domain/comparison/likeness';
import { rowKey } from '../../../src/domain/comparison/match';
import type { Standing } from '../../../src/domain/comparison/standing';
import { nationalTargets } from '../../../src/reading/national/nationalTargets';
import { seedPlan } from '../../support/plans';

/** The five plans, by the names the hand-made table uses. */
export const planNames = ['can-tho', 'hai-phong', 'hue', 'nga-nam', 'tien-giang'] as const;

type Row = {
  readonly horizon: number;
  readonly national: string | null;
  readonly sure: Readonly<Record<string, string>>;
  readonly doubtful: Readonly<Record<string, string>>;
  readonly standing: Readonly<Record<string, Standing>>;
};

const table = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/expected/comparison.json'), 'utf8'),
) as { readonly rows: readonly Row[] };

/** The rows of test/fixtures/expected/comparison.json. */
export const expectedRows = table.rows;

/** The national list and the five plans, as the product reads them. */
export function expectedParties(): readonly Party[] {
  return [
    { id: nation, name: '', indicators: nationalTargets() },
    ...planNames.map((id) => {
      const { locality, indicators } = seedPlan(id);
      return { id, name: locality, indicators };
    }),
  ];
}

/** Where an indicator belongs by the hand-made table: its row, and whether without a doubt. */
export type Place = { readonly row: number; readonly sure: boolean };

/** The places of all indicators in the table, by their keys. */
export function expectedPlaces(): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [row, { national, sure, doubtful }] of expectedRows.entries()) {
    if (national !== null) places.set(`NQ-${national}`, { row, sure: true });
    for (const [plan, id] of Object.entries(sure))
      places.set(rowKey(plan, id), { row, sure: true });
    for (const [plan, id] of Object.entries(doubtful))
      places.set(rowKey(plan, id), { row, sure: false });
  }
  return places;
}
