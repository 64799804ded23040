import { textOf } from '../../entries';
import type { CheckContext } from '../context';
import type { CellRef } from './cell';
import { readFigure, type FigureReading } from './readFigure';

/** A number cell that holds text, and what the text was meant to be. */
export type TypedText = { readonly ref: CellRef; readonly reading: FigureReading };

/** The number cells that hold text. */
export function typedTexts({ numbers }: CheckContext): readonly TypedText[] {
  return numbers.flatMap(({ ref, use }) => {
    const text = textOf(ref.content);
    return text === null ? [] : [{ ref, reading: readFigure(text, use) }];
  });
}
