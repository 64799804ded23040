import { checkBook, checks } from '../../src/domain/checks/run';
import type { Issue } from '../../src/domain/checks/issue';
import { columnHeaders } from '../../src/messages/columnHeaders';
import { describeIssue, issueMessages, severityWords } from '../../src/messages/issues';
import { languages } from '../../src/messages/language';
import { indicatorLayout, roadmapLayout, taskLayout } from '../../src/workbook/tracking/columns';
import { shouldFail } from '../fixtures/should-fail/book';

const found = shouldFail.flatMap(({ code, fault, book }) =>
  checkBook(book).map((issue) => ({ name: `${code}/${fault}`, issue })),
);

function paramsIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}

const issueOf = (code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  where: { file: 'so.xlsx', sheet: 'Chỉ tiêu', cell: 'I7', row: 'CT-1' },
  params,
});

describe('issue messages', () => {
  it('has words for every check, and no others', () => {
    expect(Object.keys(issueMessages).sort()).toEqual(Object.keys(checks).sort());
  });

  it.each(Object.entries(issueMessages))('%s is worded in both languages', (_code, message) => {
    for (const part of Object.values(message)) {
      expect(part.vi.trim()).not.toBe('');
      expect(part.en.trim()).not.toBe('');
      expect(part.vi).not.toBe(part.en);
      expect(new Set(paramsIn(part.vi))).toEqual(new Set(paramsIn(part.en)));
    }
    for (const language of languages) {
      expect(message.text[language]).toMatch(/[.}]$/);
      expect(message.action[language]).toMatch(/\.$/);
      expect(message.title[language]).not.toMatch(/[.{}]/);
    }
  });

  it('has titles that tell codes apart', () => {
    for (const language of languages) {
      const titles = Object.values(issueMessages).map((message) => message.title[language]);
      const repeated = titles.filter((title, index) => titles.indexOf(title) !== index);
      expect(repeated).toEqual([]);
    }
  });

  it.each(found)('fills every parameter of $name', ({ issue }) => {
    for (const language of languages) {
      const { title, text, action } = describeIssue(issue, language);
      expect([title, text, action].join(' ')).not.toMatch(/[{}]|undefined|NaN/);
      expect(text).not.toMatch(/(?:indicator|task|roadmap)\.\w/);
    }
  });

  it('says what was seen and what to do', () => {
    const issue = issueOf('numberAsText', { column: 'indicator.actual', seen: '85,5%', fix: 85.5 });
    expect(describeIssue(issue)).toEqual({
      title: 'Số ghi dạng chữ',
      text: 'Ô “Thực hiện” chứa chữ “85,5%” nên không được tính; ô này chỉ nhận một số.',
      action: 'Gõ 85,5 vào ô.',
    });
    expect(describeIssue(issue, 'en').action).toBe('Type 85.5.');
  });

  it('offers a fix only when there is one', () => {
    const params = { column: 'indicator.id', seen: 'CT-2x' };
    expect(describeIssue(issueOf('unknownRow', params)).action).toMatch(/^Sửa mã theo kế hoạch/);
    expect(describeIssue(issueOf('unknownRow', { ...params, fix: 'CT-2' })).action).toMatch(
      /^Sửa mã thành “CT-2”/,
    );
  });

  it('writes days, statuses and empty cells as people do', () => {
    const late = issueOf('lateWithoutCause', {
      column: 'indicator.cause',
      seen: '',
      status: 'alarm',
    });
    expect(describeIssue(late).text).toContain('“Báo động”');
    const due = issueOf('dueDayChanged', { column: 'task.due', seen: '', fix: '2026-06-30' });
    expect(describeIssue(due).text).toContain('“(trống)”; kế hoạch giao 30/06/2026');
  });

  it('never lets words of a cell act as a parameter or as code', () => {
    const hostile = issueOf('notANumber', { column: '__proto__', seen: '{fix} $& <b>' });
    expect(describeIssue(hostile).text).toContain('“{fix} $& <b>”');
    expect(describeIssue(issueOf('__proto__', {})).title).toBe('__proto__');
    expect(describeIssue(issueOf('toString', {})).title).toBe('toString');
  });

  it('names columns as the sheets do', () => {
    const headers = { indicator: indicatorLayout, task: taskLayout, roadmap: roadmapLayout };
    for (const [table, layout] of Object.entries(headers)) {
      const worded = new Map(Object.entries(columnHeaders)).get(table);
      const own = layout.columns.map(({ field, header }): [string, string] => [field, header]);
      expect(worded).toEqual(Object.fromEntries(own));
    }
  });

  it('gives every severity a word', () => {
    expect(severityWords.error.vi).toBe('Lỗi');
    expect(new Set(Object.values(severityWords).map((words) => words.vi)).size).toBe(3);
  });
});
