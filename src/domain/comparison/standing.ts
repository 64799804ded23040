import { measureOf } from '../assessment/indicator';
import type { Indicator } from '../plan/plan';
import { unitRelation, type UnitRelation } from './units';

/** How a plan's target stands to the national one of the same indicator. */
export type Standing = 'higher' | 'equal' | 'lower' | 'incomparable';

/** An indicator in words and numbers that can be set beside another. */
type Targeted = Pick<Indicator, 'unit' | 'target' | 'pace'>;

/** A figure in another unit; null where the units have nothing exact in common. */
export function convert(value: number, relation: UnitRelation): number | null {
  switch (relation.kind) {
    case 'different':
      return null;
    case 'converted':
      // Dividing by a power of ten gives the nearest number; multiplying by its inverse may not.
      return relation.factor < 1
        ? value / Math.round(1 / relation.factor)
        : value * relation.factor;
    case 'same':
    case 'near':
    case 'unknown':
      return value;
  }
}

/**
 * The target of a plan against the national one. Higher means harder to reach, so for a target
 * that must not be passed it is the smaller number. Ranks never compare: a place among countries
 * and a place among provinces are two tables. What is due every year does not compare with what is
 * due once, nor words with numbers, nor parts with a whole.
 */
export function standingOf(own: Targeted, national: Targeted): Standing {
  if (own.target === null || national.target === null) return 'incomparable';
  const [mine, theirs] = [
    measureOf(own.target, own.pace),
    measureOf(national.target, national.pace),
  ];
  if (mine === null || theirs === null) return 'incomparable';
  if (mine.direction !== theirs.direction) return 'incomparable';
  if (own.pace !== national.pace || own.pace === 'rank') return 'incomparable';
  const value = convert(mine.value, unitRelation(own.unit, national.unit));
  if (value === null) return 'incomparable';
  const beyond = mine.direction * (value - theirs.value);
  return beyond > 0 ? 'higher' : beyond < 0 ? 'lower' : 'equal';
}

const share = /[%/]/;
const singular = /chỉ số|thứ|hạng|lần|điểm/iu;

/**
 * Whether a unit counts things, so that the nation's figure is the sum of its localities' and a
 * locality's own is only a part of it.
 */
export function countsThings(unit: string | null): boolean {
  return unit !== null && !share.test(unit) && !singular.test(unit);
}
