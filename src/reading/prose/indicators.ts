import { columnHeaders } from '../../messages/columnHeaders';
import type { Doubt, RawIndicator } from '../raw';
import { flat, searched } from './letters';
import { anyOf, EDGE_AFTER, EDGE_BEFORE, objectiveTitles, otherTitles } from './lexicon';
import type { Section } from './outline';
import { lineAt } from './paragraphs';
import { quantitiesOf } from './quantities';
import { statementsOf, type Statement } from './statements';
import { yearOfHeading } from './years';

const OBJECTIVE = new RegExp(`${EDGE_BEFORE}${anyOf(objectiveTitles)}${EDGE_AFTER}`, 'u');
const OBJECTIVE_FIRST = new RegExp(`^${anyOf(objectiveTitles)}${EDGE_AFTER}`);
const OTHER = new RegExp(`^(?:cac |mot so |ve )?${anyOf(otherTitles)}${EDGE_AFTER}`, 'u');
const MIXED = /(?:nhiem vu|giai phap|quan diem|muc dich|yeu cau)/;
/** Longer words are a statement, not a title. */
const LONGEST_TITLE = 160;

/** A text that may state aims: from which character on, and the horizon its headings give. */
type Place = {
  readonly section: Section;
  readonly from: number;
  readonly horizon: number | null;
};

/** A title before its text on one line: "2. Mục tiêu cụ thể: 100% …". */
const TITLE_BEFORE = /^([^:.;,]{4,80})[:.]\s+/;

const isTitle = ({ title, children }: Section): boolean =>
  title.length <= LONGEST_TITLE &&
  !/[.;]$/.test(title) &&
  (children.length > 0 || title.endsWith(':')) &&
  quantitiesOf(searched(title)).length === 0;

/** A line of its own, without number or end, that only names what follows. */
const isPlainTitle = ({ style, title }: Section): boolean =>
  style === 'text' &&
  title.length <= LONGEST_TITLE &&
  !/[.;!?]$/.test(title) &&
  quantitiesOf(searched(title)).length === 0;

/** The texts under a heading that may state aims, each with the horizon its headings give it. */
function placesIn(sections: readonly Section[], horizon: number | null): Place[] {
  let current = horizon;
  let passing = false;
  return sections.flatMap((section) => {
    const title = flat(section.title);
    const year = yearOfHeading(section.title);
    if (isTitle(section) || isPlainTitle(section)) {
      const other = OTHER.test(title);
      if (section.children.length === 0) [passing, current] = [other, year ?? current];
      return other ? [] : placesIn(section.children, year ?? current);
    }
    if (passing) return [];
    const before = TITLE_BEFORE.exec(section.title);
    const name = flat(before?.[1] ?? '');
    if (OTHER.test(name)) return [];
    const names = before !== null && OBJECTIVE_FIRST.test(name);
    const own = names ? (yearOfHeading(before[0]) ?? current) : current;
    return [
      { section, from: names ? before[0].length : 0, horizon: own },
      ...placesIn(section.children, own),
    ];
  });
}

/** The outermost sections whose titles say objectives, each with the horizon above it. */
function objectivesIn(
  sections: readonly Section[],
  horizon: number | null,
): { readonly section: Section; readonly horizon: number | null }[] {
  return sections.flatMap((section) => {
    const title = flat(section.title);
    const heads = section.style !== 'text' && section.children.length > 0 && isTitle(section);
    if (!heads || section.style === 'appendix') return [];
    const own = yearOfHeading(section.title) ?? horizon;
    if (OTHER.test(title) && !OBJECTIVE.test(title.replace(OTHER, ''))) return [];
    if (!OBJECTIVE.test(title) || MIXED.test(title)) return objectivesIn(section.children, own);
    return [{ section, horizon: own }];
  });
}

/** The headings under the objectives, each for itself; what stands between them is one group. */
function groupsIn(sections: readonly Section[]): Section[][] {
  const groups: Section[][] = [];
  let loose = false;
  for (const section of sections) {
    const heads = section.children.length > 0 && isTitle(section);
    const last = groups.at(-1);
    if (loose && !heads && last !== undefined) last.push(section);
    else groups.push([section]);
    loose = !heads;
  }
  return groups;
}

/** The year the document's own title names, for aims under headings that name none. */
function yearOfDocument(sections: readonly Section[]): number | null {
  for (const { style, title } of sections) {
    if (style !== 'text') return null;
    const year = yearOfHeading(title.replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, ''));
    if (year !== null) return year;
  }
  return null;
}

/**
 * Reads the indicators stated in running text, from the sections whose titles say objectives or
 * targets. The horizon is the sentence's own year, or that of the nearest heading above, or that
 * of the document's title; where none is named it is 0 with the doubt `metadataMissing`. General
 * objectives, and objectives without a single number, give none. Codes are p1, p2, … in order, but for
 * those numbered inside a line.
 */
export function readProseIndicators(sections: readonly Section[]): RawIndicator[] {
  const fallback = yearOfDocument(sections);
  const found = objectivesIn(sections, null).flatMap(({ section, horizon }) =>
    groupsIn(section.children).flatMap((group) => {
      const stated = placesIn(group, horizon).flatMap((place) =>
        numbered(place).map((statement) => ({ ...place, statement })),
      );
      return stated.some(({ statement }) => statement.measured) ? stated : [];
    }),
  );
  return found.map(({ section, from, horizon, statement }, index) =>
    indicatorOf(
      lineAt(section, from + statement.at),
      statement,
      statement.year ?? horizon ?? fallback,
      index + 1,
    ),
  );
}

/** The aims of a text; where some have numbers inside the line, the first has that of the item. */
function numbered({ section, from }: Place): readonly Statement[] {
  const stated = statementsOf(section.title.slice(from));
  const isList = section.style === '(1)' && stated.some(({ number }) => number !== null);
  return isList
    ? stated.map((each, at) => (at === 0 ? { ...each, number: section.number } : each))
    : stated;
}

function indicatorOf(
  line: number,
  { name, unit, targetText, number, doubted }: Statement,
  horizon: number | null,
  count: number,
): RawIndicator {
  const column = columnHeaders.indicator.target;
  const doubts: Doubt[] = [
    ...(horizon === null
      ? [{ code: 'metadataMissing', params: { field: 'horizon' } } as const]
      : []),
    ...(doubted ? [{ code: 'toldInSentence', params: { column, text: targetText } } as const] : []),
  ];
  return {
    line,
    code: number ?? `p${count}`,
    horizon: horizon ?? 0,
    name,
    unit,
    targetText,
    leadText: null,
    doubts,
  };
}
