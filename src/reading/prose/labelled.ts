import type { Doubt, RawTask } from '../raw';
import { labelledCell, toldOnLine, withoutEnd, type Ended, type Told } from './endings';
import { partsOf, type Labelled } from './labels';
import { trimmed } from './letters';
import type { Section } from './outline';

/** A task while its labels are gathered, with the heading it stands under. */
type Draft = {
  readonly line: number;
  readonly heading: Section | null;
  readonly number: string;
  readonly name: string;
  readonly cells: Map<Labelled, string>;
  /** What the task's own words tell at their end; its labels come first. */
  readonly told: Ended;
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
  return closed(trimEnd(text));
}

/** A text with its last bracket closed, where a label opened the rest of it. */
const closed = (text: string): string =>
  text.split('(').length > text.split(')').length ? `${trimEnd(text)})` : text;

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

/**
 * `labelled` is the number in the label, null where the task is named without one. Before a
 * bracket the task's stop is kept, before labels of their own it is not.
 */
function draftOf(
  { section, heading, number }: Node,
  words: string,
  labelled: string | null,
  bracketed: boolean,
): Draft {
  const printed = labelled === null && section.number !== '' ? section.number : number;
  const own = printed === '' ? (labelled ?? '') : printed;
  const told = withoutEnd(closed(words));
  const name = bracketed ? told.name.trim() : cellText(told.name);
  return { line: section.line, heading, number: own, name, cells: new Map(), told };
}

function taskOf({ line, heading, number, name, cells, told }: Draft): RawTask {
  const lead = cells.get('lead') ?? told.lead;
  const time = cells.get('time') ?? null;
  const without: Doubt[] = lead === null ? [{ code: 'rowWithoutLead', params: {} }] : [];
  return {
    line,
    code: number,
    section: heading?.number ?? '',
    sectionTitle: trimEnd(heading?.title ?? '').replace(/:$/, ''),
    name,
    leadText: lead,
    coordText: cells.get('coord') ?? told.coord,
    resultText: cells.get('result') ?? told.result,
    timeText: time ?? told.time,
    doubts: [...without, ...(time === null ? told.doubts : [])],
  };
}

/** Fills the cells that are not told yet. */
function fill({ cells }: Draft, told: Told): void {
  for (const key of ['lead', 'coord', 'result', 'time'] as const) {
    const words = told[key];
    if (words !== null && !cells.has(key)) cells.set(key, words);
  }
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
    const parts = partsOf(node.section.title);
    for (const [at, { cell, number, text, bracketed }] of parts.entries()) {
      if (cell === null) {
        const told = open === null ? null : toldOnLine(text);
        if (open !== null && told !== null) {
          fill(open, told);
          continue;
        }
        last = node;
        open = null;
        continue;
      }
      if (cell === 'detail' && open?.cells.size === 0) continue;
      if (cell === 'name' || cell === 'detail') {
        open = draftOf(node, text, number, parts[at + 1]?.bracketed === true);
        drafts.push(open);
        continue;
      }
      if (open === null && last !== null) {
        const named = partsOf(last.section.title)[0];
        open = draftOf(last, named?.text ?? '', null, bracketed);
        drafts.push(open);
      }
      if (open !== null) fill(open, labelledCell(cell, cellText(text)));
    }
  }
  return drafts.map(taskOf).filter(({ leadText, name }) => leadText !== null && name !== '');
}
