import type { Culture } from '../../host/model/workbook';

/**
 * What the host is told for a text typed or pasted by a person whose settings those are: the host
 * reads texts as English Excel does. "1.234,5" becomes 1234.5 and "5/6/2025" the 5th of June;
 * everything else stays as it is.
 */
export function inputFor(text: string, culture: Culture): string {
  const { decimalSeparator: point, groupSeparator: group } = culture;
  if (point === '.') return text;
  const number = new RegExp(
    `^([+-]?)(\\d{1,3}(?:\\${group}\\d{3})+|\\d+)(?:\\${point}(\\d*))?(%?)$`,
  ).exec(text.trim());
  if (number) {
    const [, sign = '', whole = '', decimals = '', percent = ''] = number;
    return `${sign}${whole.replaceAll(group, '')}${decimals === '' ? '' : `.${decimals}`}${percent}`;
  }
  const date = /^(\d{1,2})([/-])(\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text.trim());
  if (date && culture.shortDatePattern.startsWith('d')) {
    const [, day = '', , month = '', year] = date;
    const full = year?.length === 2 ? `20${year}` : year;
    return [month, day, ...(full === undefined ? [] : [full])].join('/');
  }
  // What English Excel takes for a number or a date is a text here.
  return /^[+-]?[\d.,]*\d[\d.,]*%?$/.test(text.trim()) ? `'${text}` : text;
}
