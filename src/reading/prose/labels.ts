import { anyOf, labels } from './lexicon';
import { flat } from './letters';

/** What a label of a task written as labelled paragraphs names. */
export type Labelled = keyof typeof labels;

const CELLS: readonly Labelled[] = ['name', 'detail', 'lead', 'coord', 'time', 'result'];
const START = '(?:^|[.;,(–-]\\s*)';
const LABEL = new RegExp(
  `${START}(?:${CELLS.map((cell) => `(?<${cell}>${anyOf(labels[cell])})`).join('|')})\\s*:\\s*`,
  'g',
);

/** What stands behind a label, or before the first of them, where `cell` is null. */
export type LabelledPart = {
  readonly cell: Labelled | null;
  /** The number that the label itself holds: "Nhiệm vụ 3: …"; "" where it holds none. */
  readonly number: string;
  readonly text: string;
  /** The label opens a bracket. */
  readonly bracketed: boolean;
};

/** The labelled parts of one text, in order; the first part may have no label. */
export function partsOf(text: string): readonly LabelledPart[] {
  const found = [...flat(text).matchAll(LABEL)].map((match) => {
    const cell = CELLS.find((each) => match.groups?.[each] !== undefined) ?? null;
    const number = /\d+(?:\.\d+)*$/.exec(match.groups?.[cell ?? 'name'] ?? '')?.[0] ?? '';
    const bracketed = match[0].startsWith('(');
    return { cell, number, bracketed, at: match.index, from: match.index + match[0].length };
  });
  const first = text.slice(0, found[0]?.at ?? text.length);
  return [
    ...(first.trim() === '' ? [] : [{ cell: null, number: '', text: first, bracketed: false }]),
    ...found.map(({ cell, number, bracketed, from }, index) => ({
      cell,
      number,
      bracketed,
      text: text.slice(from, found[index + 1]?.at),
    })),
  ];
}
