import type { Doubt, RawTask } from '../raw';
import { anyOf, labels } from './lexicon';
import { flat, trimmed } from './letters';
import type { Section } from './outline';

type Cell = keyof typeof labels;

const CELLS: readonly Cell[] = ['name', 'detail', 'lead', 'coord', 'time', 'result'];
const START = '(?:^|[.;,(–-]\\s*)';
const LABEL = new RegExp(
  `${START}(?:${CELLS.map((cell) => `(?<${cell}>${anyOf(labels[cell])})`).join('|')})\\s*:\\s*`,
  'g',
);

/** A task while its labels are gathered, with the heading it stands under. */
type Draft = {
  readonly line: number;
  readonly heading: Section | null;
  readonly number: string;
  readonly cells: Map<Cell, string>;
};

/** A node of the outline in reading order, with the innermost heading above it and its number. */
type Node = {
  readonly section: Section;
  readonly heading: Section | null;
  readonly number: string;
};

const BULLETS: readonly Section['style'][] = ['-', '+', '•', 'a)', '(1)'];

const trimEnd = (text: string): string => trimmed(text, ' ', ' .;,)(');

/** A cell's words; a bracket opened and not closed in it belonged to the line. */
function cellText(text: string): string {
  const rest = trimEnd(text);
  return rest.split('(').length > rest.split(')').length ? `${rest})` : rest;
}

const isNumbered = ({ number, style }: Section): boolean => /^\d/.test(number) && style !== '(1)';

/** A number alone on its line numbers what stands under it, and heads nothing. */
function nodesOf(
  sections: readonly Section[],
  heading: Section | null,
  number: string,
): readonly Node[] {
  return sections.flatMap((section) => {
    const { style, title } = section;
    const own = isNumbered(section) ? section.number : number;
    const heads = style !== 'text' && !BULLETS.includes(style) && title !== '';
    return [
      { section, heading, number: own },
      ...nodesOf(section.children, heads ? section : heading, heads ? '' : own),
    ];
  });
}

/** What a label names, and the number that the label itself holds: "Nhiệm vụ 3: …". */
type Part = { readonly cell: Cell | null; readonly number: string; readonly text: string };

/** The labelled parts of one text, in order; the first part may have no label. */
function partsOf(text: string): Part[] {
  const found = [...flat(text).matchAll(LABEL)].map((match) => {
    const cell = CELLS.find((each) => match.groups?.[each] !== undefined) ?? null;
    const number = /\d+(?:\.\d+)*$/.exec(match.groups?.[cell ?? 'name'] ?? '')?.[0] ?? '';
    return { cell, number, at: match.index, from: match.index + match[0].length };
  });
  const first = text.slice(0, found[0]?.at ?? text.length);
  return [
    ...(first.trim() === '' ? [] : [{ cell: null, number: '', text: first }]),
    ...found.map(({ cell, number, from }, index) => ({
      cell,
      number,
      text: text.slice(from, found[index + 1]?.at),
    })),
  ];
}

/** `labelled` is the number in the label, null where the task is named without one. */
function draftOf({ section, heading, number }: Node, name: string, labelled: string | null): Draft {
  const printed = labelled === null && section.number !== '' ? section.number : number;
  const own = printed === '' ? (labelled ?? '') : printed;
  return { line: section.line, heading, number: own, cells: new Map([['name', trimEnd(name)]]) };
}

function taskOf({ line, heading, number, cells }: Draft): RawTask {
  const cell = (key: Cell): string | null => cells.get(key) ?? null;
  const lead = cell('lead');
  const doubts: Doubt[] = lead === null ? [{ code: 'rowWithoutLead', params: {} }] : [];
  return {
    line,
    code: number,
    section: heading?.number ?? '',
    sectionTitle: trimEnd(heading?.title ?? '').replace(/:$/, ''),
    name: cell('name') ?? '',
    leadText: lead,
    coordText: cell('coord'),
    resultText: cell('result'),
    timeText: cell('time'),
    doubts,
  };
}

/**
 * Reads tasks written as labelled paragraphs: "a) Nhiệm vụ: … b) Đơn vị chủ trì: … c) Thời gian:
 * …", the labels on lines of their own, after one another, or in a bracket behind the task. A
 * task without the label "Nhiệm vụ" is named by the paragraph before its labels. Its code is the
 * number printed before it, or alone above it, or in its label; its section is the innermost heading above it.
 */
export function readLabelledTasks(sections: readonly Section[]): RawTask[] {
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  let last: Node | null = null;
  for (const node of nodesOf(sections, null, '')) {
    for (const { cell, number, text } of partsOf(node.section.title)) {
      if (cell === null) {
        last = node;
        open = null;
        continue;
      }
      if (cell === 'detail' && open?.cells.size === 1) continue;
      if (cell === 'name' || cell === 'detail') {
        open = draftOf(node, text, number);
        drafts.push(open);
        continue;
      }
      if (open === null && last !== null) {
        const named = partsOf(last.section.title)[0];
        open = draftOf(last, named?.text ?? '', null);
        drafts.push(open);
      }
      if (open !== null && !open.cells.has(cell)) open.cells.set(cell, cellText(text));
    }
  }
  return drafts.filter(({ cells }) => cells.has('lead') && cells.get('name') !== '').map(taskOf);
}
