import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessBook } from '../../../src/domain/assessment/book';
import { cellAddress, type Snapshot } from '../../../src/domain/snapshot';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import type { TrackingContent } from '../../../src/workbook/tracking/content';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';
import { day, filledContent } from '../support/filled';
import { shownBy } from '../support/sheets';

const contents: readonly (readonly [string, TrackingContent])[] = [
  ['hue', filledContent('hue', day(2026, 6, 10))],
  ['nga-nam', filledContent('nga-nam', day(2030, 12, 31))],
];

function comparable(value: string | number | boolean | null): string | number | boolean {
  return typeof value === 'number' ? Number(value.toPrecision(11)) : (value ?? '');
}

describeWithLibreOffice('LibreOffice saves a tracking workbook again', () => {
  let folder = '';
  const saved = new Map<string, Snapshot>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tien-do-recalculated-'));
    const files: string[] = [];
    for (const [name, content] of contents) {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, await renderXlsx(trackingSpec(content)));
      files.push(file);
    }
    const results = await convertWithLibreOffice(files, 'xlsx', join(folder, 'saved'));
    contents.forEach(([name], index) => {
      const snapshot = readXlsx(readFileSync(results[index] ?? ''), 'so.xlsx');
      if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
      saved.set(name, snapshot.value);
    });
  }, 240_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(contents)('%s', (name, content) => {
    const snapshot = (): Snapshot => {
      const found = saved.get(name);
      if (!found) throw new Error(`${name} was not saved.`);
      return found;
    };

    it('and computes what the formulas already carried, on every sheet', () => {
      const shown = new Map(
        snapshot().sheets.flatMap((sheet) =>
          sheet.cells.map((cell) => [`${sheet.name} ${cellAddress(cell.row, cell.column)}`, cell]),
        ),
      );
      const carried: Record<string, unknown> = {};
      const computed: Record<string, unknown> = {};
      for (const sheet of trackingSpec(content).sheets)
        for (const { row, column, value } of sheet.cells) {
          if (value.kind !== 'formula' || value.result === null || sheet.name === '_TienDo')
            continue;
          const place = `${sheet.name} ${cellAddress(row, column)}`;
          carried[place] = comparable(value.result);
          computed[place] = comparable(shownBy(shown.get(place)));
        }
      expect(Object.keys(carried).length).toBeGreaterThan(300);
      expect(computed).toEqual(carried);
    });

    it('and no formula fails', () => {
      const errors = snapshot().sheets.flatMap((sheet) =>
        sheet.cells
          .filter(({ content: { kind } }) => kind === 'error' || kind === 'uncalculated')
          .map((cell) => `${sheet.name} ${cellAddress(cell.row, cell.column)}`),
      );
      expect(errors).toEqual([]);
    });

    it('and it still reads the same', () => {
      const written = readXlsx(readFileSync(join(folder, `${name}.xlsx`)), 'so.xlsx');
      const before = written.ok && readBook(written.value, { asOf: null });
      const after = readBook(snapshot(), { asOf: null });
      if (!before || !before.ok || !after.ok) throw new Error('It cannot be read.');
      expect(after.value.plan).toEqual(before.value.plan);
      expect(after.value.settings).toEqual(before.value.settings);
      expect(after.value.history).toEqual(before.value.history);
      expect(after.value.sample).toBe(true);
      expect(assessBook(after.value)).toEqual(assessBook(before.value));
      expect(after.value.indicators.lines.map(({ id, row }) => [id, row])).toEqual(
        before.value.indicators.lines.map(({ id, row }) => [id, row]),
      );
    });
  });
});
