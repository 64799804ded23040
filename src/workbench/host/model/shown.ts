import { fromSerial } from '../../../domain/dates';
import { HostFault } from '../fault';
import type { Value } from './grid';

/**
 * What a cell shows, as `Range.text` reads it, for the number formats the workbooks of this
 * project use: General, @, digits with groups and decimals, percent, and dates of d, m and y.
 * Fails (`NotImplemented`) on others, so that no test reads a text Excel would not show.
 */
export function shownText(value: Value, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Colours and languages in brackets change no text.
  const [positive = '', negative, zero, text] = numberFormat
    .replace(/\[(?:[a-z]+\d*|\$[^\]]*)\]/gi, '')
    .split(';');
  if (typeof value === 'string')
    return text === undefined ? value : unquote(text.replaceAll('@', value));
  if (value === 0 && zero !== undefined) return shownNumber(0, zero);
  if (value < 0 && negative !== undefined) return shownNumber(-value, negative);
  return shownNumber(value, positive);
}

function shownNumber(value: number, format: string): string {
  if (format === 'General' || format === '@')
    return String(Number(value.toPrecision(11))).replace('e+', 'E+');
  const digits = /^([^#0]*)([#,]*0*)(?:\.([0#]+))?(%?)([^#0%]*)$/.exec(format);
  if (digits && /[#0]/.test(format)) {
    const [, before = '', whole = '', decimals = '', percent = '', after = ''] = digits;
    const places = (decimals.match(/0/g) ?? []).length;
    const shown = (percent ? value * 100 : value).toLocaleString('en-US', {
      useGrouping: whole.includes(','),
      minimumIntegerDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
      minimumFractionDigits: places,
      maximumFractionDigits: decimals.length,
    });
    return unquote(before) + shown + percent + unquote(after);
  }
  const date = /^[dmy/\-. ]+$/i.test(format) ? fromSerial(Math.floor(value)) : null;
  if (date === null) throw new HostFault('NotImplemented', `This host cannot show "${format}".`);
  const [year = '', month = '', day = ''] = date.split('-');
  return format.replace(/d+|m+|y+/gi, (part) => {
    const full =
      part.startsWith('y') || part.startsWith('Y') ? year : /m/i.test(part) ? month : day;
    if (/y/i.test(part)) return part.length > 2 ? full : full.slice(2);
    return part.length > 1 ? full : full.replace(/^0/, '');
  });
}

function unquote(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)|_./g,
    (_, quoted?: string, single?: string) => quoted ?? single ?? ' ',
  );
}
