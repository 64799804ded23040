import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkBook, checks } from '../../../src/domain/checks/run';
import type { Issue } from '../../../src/domain/checks/issue';
import { bookWith } from '../../support/book';
import { shouldFail } from '../../fixtures/should-fail/book';
import { shouldPass } from '../../fixtures/should-pass/book';

function shown({ severity, where }: Issue): string {
  return [severity, where.sheet, where.cell ?? '-', where.row ?? '-'].join(' · ');
}

describe('checkBook', () => {
  it.each(shouldFail)('finds $code in $fault, there and only that', (each) => {
    const issues = checkBook(each.book);
    expect(issues.map((issue) => issue.code).sort()).toEqual([each.code, ...each.also].sort());
    const found = issues.filter(({ code }) => code === each.code);
    expect(found.map(shown)).toEqual([each.at]);
    expect(found[0]?.params).toMatchObject(each.params);
    expect(found[0]?.where.file).toBe('so.xlsx');
  });

  it.each(shouldPass)('stays silent beside $of: $name', ({ book }) => {
    expect(checkBook(book)).toEqual([]);
  });

  it('finds nothing in a workbook in order', () => {
    expect(checkBook(bookWith())).toEqual([]);
  });

  it.each(Object.keys(checks))('%s has a fault it must find', (code) => {
    expect(shouldFail.filter((each) => each.code === code)).not.toHaveLength(0);
  });

  it('has one file a check, of the name of its function', () => {
    const room = join(__dirname, '../../../src/domain/checks');
    const folders = ['book', 'structure', 'cells', 'indicators', 'roadmap', 'tasks'];
    const files = folders.flatMap((folder) => readdirSync(join(room, folder)));
    expect(files.sort()).toEqual(
      Object.keys(checks)
        .map((name) => `${name}.ts`)
        .sort(),
    );
  });

  it('gives all issues at once, worst first, then by sheet and row', () => {
    const issues = checkBook(
      bookWith({
        indicators: [
          { entry: { source: null } },
          { entry: { actual: '85%' } },
          { milestones: { 2030: 80 } },
        ],
        tasks: [
          { entry: { allotted: 5 } },
          { entry: { percent: 120 } },
          { entry: { percent: 120 } },
        ],
      }),
    );
    expect(issues.map((issue) => `${shown(issue)} ${issue.code}`)).toEqual([
      'error · Chỉ tiêu · I8 · CT-2 numberAsText',
      'error · Nhiệm vụ · L8 · NV-2 percentOutOfRange',
      'error · Nhiệm vụ · L9 · NV-3 percentOutOfRange',
      'warning · Chỉ tiêu · L7 · CT-1 entryWithoutSource',
      'warning · Nhiệm vụ · V7 · NV-1 fundingWithoutSource',
      'note · Lộ trình · AI9 · CT-3 milestoneOutsideSpan',
    ]);
  });
});
