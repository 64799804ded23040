import type { Indicator } from '../../domain/plan/plan';
import { readPace } from '../cells/pace';
import { readTarget } from '../cells/target';
import list from './national-targets.json';

/** Where the national list was copied from, in the words people are shown. */
export const nationalSource: string = list.source.document;

/**
 * The indicators the nation set itself, read as those of a plan are. Ids are "NQ-" and the number
 * as printed; nobody in particular leads them. A heading is a row without a target.
 */
export function nationalTargets(): readonly Indicator[] {
  return list.indicators.map((row): Indicator => {
    const read = row.targetText === null ? null : readTarget(row.targetText, row.unit);
    return {
      ...row,
      id: `NQ-${row.code}`,
      target: read?.target ?? null,
      partTexts: read?.partTexts ?? [],
      leadText: null,
      leads: [],
      isGroup: read === null,
      parent: null,
      pace: readPace(row),
    };
  });
}
