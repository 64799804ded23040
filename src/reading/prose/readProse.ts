import type { RawIndicator, RawTask, SourceLine } from '../raw';
import { readDuties } from './duties';
import { readProseIndicators } from './indicators';
import { nameLeads } from './leads';
import { anyOf, documentTitles, signatures } from './lexicon';
import { flat } from './letters';
import { markerOf } from './markers';
import { outline } from './outline';
import { joinParagraphs, type Paragraph } from './paragraphs';

const SIGNATURE = new RegExp(`^${anyOf(signatures)}`);
const TITLE = new RegExp(`^${anyOf(documentTitles)}(?: so)?(?: [ivx\\d]+)?\\s*$`);

/** A text that is longer than this is no title that stands alone, in characters. */
const LONGEST_TITLE = 100;

/** Leaves out the recipients and signatures that close a document, up to the next title. */
function withoutClosing(paragraphs: readonly Paragraph[]): Paragraph[] {
  let closed = false;
  return paragraphs.filter(({ text }) => {
    const words = flat(text.slice(0, LONGEST_TITLE));
    if (SIGNATURE.test(words)) closed = true;
    else if (closed && (TITLE.test(words) || markerOf(text)?.style === 'I')) closed = false;
    return !closed;
  });
}

/**
 * Reads what a plan states in running text. `lines` should be those outside its tables. Tasks
 * are read from text only where the plan has no table of them; indicators always, because text
 * and table may contradict each other, and leads are looked for where there is no table.
 */
export function readProse(
  lines: readonly SourceLine[],
  hasTaskTable: boolean,
  hasIndicatorTable: boolean,
): { readonly indicators: readonly RawIndicator[]; readonly tasks: readonly RawTask[] } {
  const sections = outline(withoutClosing(joinParagraphs(lines)));
  const indicators = readProseIndicators(sections);
  const duties = hasTaskTable ? [] : readDuties(sections);
  return {
    indicators: hasIndicatorTable ? indicators : nameLeads(indicators, duties),
    tasks: duties,
  };
}
