import type { Target } from '../domain/plan/target';
import { functionMessages } from '../messages/functions';
import { readTarget } from '../reading/cells/target';
import { badValue, noValue, type CellValue, type FunctionAnswer } from './answer';

/**
 * The bounds of a target from its words: the lowest and the highest value that reach it, side by
 * side, "" where there is no such bound; a row for each part of a composite target.
 */
export function targetBounds(text: string): FunctionAnswer {
  if (text.trim() === '') return badValue(functionMessages.targetEmpty);
  const { target, doubts } = readTarget(text, null);
  if (doubts.some(({ code }) => code === 'targetNotUnderstood'))
    return badValue(functionMessages.targetUnclear);
  const rows = boundsOf(target);
  return rows === null ? noValue(functionMessages.targetQualitative) : { kind: 'cells', rows };
}

function boundsOf(target: Target): readonly (readonly CellValue[])[] | null {
  switch (target.kind) {
    case 'atLeast':
      return [[target.value, '']];
    case 'atMost':
      return [['', target.value]];
    case 'exactly':
      return [[target.value, target.value]];
    case 'range':
      return [[target.min, target.max]];
    case 'qualitative':
      return null;
    case 'composite': {
      const parts = target.parts.map(boundsOf);
      return parts.every((part) => part === null)
        ? null
        : parts.flatMap((part) => part ?? [['', '']]);
    }
  }
}
