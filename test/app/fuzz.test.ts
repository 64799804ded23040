import fc from 'fast-check';
import { formReader } from '../../src/workbook/form/readForm';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import { figureValue } from '../../src/domain/collection/collect';
import { cellAddress } from '../../src/domain/snapshot';
import { describeFailure } from '../../src/messages/failures';
import { formOf, trackedFile, typedInto, type Typed, snapshotOf } from '../support/forms';
import { mutationsOf } from '../support/mutations';

/** Mutations to try; `npm run -s fuzz` is the long run of ten thousand. */
const RUNS = Number.parseInt(process.env['TIEN_DO_FUZZ'] ?? '300', 10);
/** A file that cannot be told right or wrong in this time hangs. */
const SLOWEST = 3_000;

it(`${RUNS} broken submissions: no crash, no hang, and a value that is taken is the value in the cell`, async () => {
  const opened = await trackedFile('nga-nam', (content) => ({
    ...content,
    settings: {
      ...content.settings,
      period: content.settings.periods[1] ?? content.settings.period,
    },
  }));
  const [agency] = opened.book.registry.filter(({ group }) => !group);
  const empty = await formOf(opened, agency?.id ?? '');
  const tasks = snapshotOf(empty).sheets.find(({ name }) => name === 'Nhiệm vụ')?.cells ?? [];
  const typed = tasks.flatMap(({ row, column, content }): readonly Typed[] =>
    row > 6 && column === 1 && content.kind === 'text'
      ? [
          ['Nhiệm vụ', content.text, '% hoàn thành', row],
          ['Nhiệm vụ', content.text, 'Kết quả trong kỳ', `Kết quả ${row}`],
        ]
      : [],
  );
  const good = await typedInto(empty, typed);
  const read = formReader(opened.book, opened.book.settings.period);
  let accepted = 0;
  fc.assert(
    fc.property(mutationsOf(good), ({ bytes }) => {
      const start = performance.now();
      const snapshot = readXlsx(bytes, 'phieu.xlsx');
      if (!snapshot.ok) {
        expect(describeFailure(snapshot.error)).not.toMatch(
          /\{(?:file|part|reason|seen|size|limit)\}/,
        );
        return;
      }
      const outcome = read({ snapshot: snapshot.value, hash: 'h', written: null });
      expect(performance.now() - start).toBeLessThan(SLOWEST);
      if (!outcome.ok) return;
      accepted += 1;
      for (const { field, value, sheet, cell } of outcome.value.figures) {
        const there = snapshot.value.sheets
          .find(({ name }) => name === sheet)
          ?.cells.find(({ row, column }) => cellAddress(row, column) === cell);
        expect(value).toBe(figureValue(there?.content ?? null, field));
      }
    }),
    { numRuns: RUNS },
  );
  expect(accepted).toBeGreaterThan(0);
}, 600_000);
