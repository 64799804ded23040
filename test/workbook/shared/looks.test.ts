import {
  bucketLooks,
  indicatorLooks,
  taskLooks,
  type StatusLook,
} from '../../../src/workbook/shared/looks';
import { indicatorStatuses, taskStatuses } from '../../../src/domain/assessment/status';
import {
  indicatorStatusText,
  judgementWords,
  taskStatusText,
} from '../../../src/workbook/shared/rules';

/** Relative luminance of WCAG 2.2. */
function luminance(color: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const looks: readonly (readonly [string, StatusLook])[] = [
  ...Object.entries(indicatorLooks),
  ...Object.entries(taskLooks),
  ...Object.entries(bucketLooks),
];

describe('The colours of a status', () => {
  it.each(looks)('can be read: %s', (_name, { fill, font }) => {
    expect(contrast(fill, font)).toBeGreaterThanOrEqual(4.5);
  });

  it('never stand alone: the words differ', () => {
    expect(new Set(indicatorStatuses.map(indicatorStatusText)).size).toBe(indicatorStatuses.length);
    expect(new Set(taskStatuses.map(taskStatusText)).size).toBe(taskStatuses.length);
  });

  it('and so do the signs', () => {
    const sign = (text: string): string => text.split(' ')[0] ?? '';
    expect(new Set(indicatorStatuses.map((each) => sign(indicatorStatusText(each)))).size).toBe(
      indicatorStatuses.length,
    );
    expect(new Set(taskStatuses.map((each) => sign(taskStatusText(each)))).size).toBe(
      taskStatuses.length,
    );
  });
});

it('the words of judgements need no comma, which would split a drop-down', () => {
  expect([...judgementWords.keys()].filter((words) => words.includes(','))).toEqual([]);
});
