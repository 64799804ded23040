import { failure } from '../../src/domain/failure';
import { damageReasons, hostileReasons, seenKinds } from '../../src/gateways/xlsx/read/refusal';
import { describeFailure, failureMessages, failureWords } from '../../src/messages/failures';
import { languages } from '../../src/messages/language';

describe('failures in words', () => {
  it.each([...seenKinds, ...damageReasons, ...hostileReasons].filter((code) => code !== 'xml'))(
    'the reader’s code %s has words in every language',
    (code) => {
      for (const language of languages) expect(failureWords.get(code)?.[language]).toBeTruthy();
    },
  );

  it.each(Object.entries(failureMessages))('%s says what to do next', (_code, message) => {
    for (const language of languages)
      expect(message[language].split('. ').length).toBeGreaterThanOrEqual(2);
  });

  it('names the file, what was seen and the next step', () => {
    expect(describeFailure(failure('notAWorkbook', { file: 'a.xlsx', seen: 'pdf' }))).toBe(
      'Tệp “a.xlsx” không phải sổ Excel (.xlsx); nội dung giống tệp PDF. Mở tệp gốc trong Excel và lưu lại dạng .xlsx.',
    );
  });

  it('takes nothing from the prototype of its parameters', () => {
    expect(describeFailure(failure('fileNotFound'))).toContain('{file}');
  });
});
