import { corpusOf, scoreOf, sum, type Score } from '../support/readingScore';

/**
 * The reader on documents written for this project: `tune/` is what it is tuned on, `measure/`
 * is what nobody who works on it opens. A floor is what has been reached: it is only ever raised.
 * `silent` is how many cells may be wrong without a note.
 */
const floors = {
  tune: { found: 1, extra: 0, right: 0.9998, silent: 1 },
  measure: { found: 0.966, extra: 0.002, right: 0.999, silent: 1 },
} as const;

async function scores(half: keyof typeof floors): Promise<Score> {
  const all: Score[] = [];
  for (const document of corpusOf(half)) all.push(await scoreOf(document));
  return sum(all);
}

it.each(['tune', 'measure'] as const)(
  'reads the documents in %s/ as well as before',
  async (half) => {
    const { rows, found, extra, cells, wrong } = await scores(half);
    const wrongCells = wrong.filter(({ field }) => field !== 'row' && field !== 'extra');
    expect(found / rows).toBeGreaterThanOrEqual(floors[half].found);
    expect(extra / rows).toBeLessThanOrEqual(floors[half].extra);
    expect(1 - wrongCells.length / cells).toBeGreaterThanOrEqual(floors[half].right);
    const silent = wrongCells.filter(({ noted }) => !noted).length;
    expect(silent).toBeLessThanOrEqual(floors[half].silent);
  },
  120_000,
);
