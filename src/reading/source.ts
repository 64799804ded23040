import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { tidy } from '../domain/text';
import type { SourceLine } from './raw';

/** A share of control characters above which a file cannot be text. */
const MOST_CONTROLS = 0.01;

/** What LaTeX writes for the signs that targets use. */
const latexSigns: readonly (readonly [RegExp, string])[] = [
  [/\\(?:geq?|geqslant)(?![a-z])/g, '≥'],
  [/\\(?:leq?|leqslant)(?![a-z])/g, '≤'],
  [/\\gt(?![a-z])/g, '>'],
  [/\\lt(?![a-z])/g, '<'],
  [/\\times(?![a-z])/g, '×'],
  [/\\([%$#&_])/g, '$1'],
];

function unLatex(formula: string): string {
  return latexSigns.reduce((text, [sign, plain]) => text.replace(sign, plain), formula);
}

/**
 * Takes the residue of Markdown and LaTeX out of one line or cell (`**bold**`, `*slanted*`,
 * `# heading`, `$> 95\%$`, `<br>`) and tidies it. The words themselves are never changed.
 */
export function cleanText(raw: string): string {
  let text = raw;
  if (text.includes('$'))
    text = text.replace(/(?<![\d\\])\$(?=[\s<>≥≤=\d\\(+-])([^$]*[^$\\])\$/g, (_, formula: string) =>
      unLatex(formula),
    );
  if (text.includes('*'))
    text = text
      .replace(/\*{4}/g, ' ')
      .replace(/\*{2,3}/g, '')
      .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1');
  if (text.startsWith('#')) text = text.replace(/^#{1,6}\s+/, '');
  if (text.includes('<')) text = text.replace(/<br\s*\/?>/gi, ' ');
  return tidy(text);
}

/**
 * Cuts the text of a file into numbered lines.
 *
 * Fails with `notText` when the text holds what only a binary file has, and with `fileEmpty`
 * when there is nothing but white space.
 */
export function readSource(text: string): Result<readonly SourceLine[], Failure> {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (text.includes('\u0000') || controls > text.length * MOST_CONTROLS)
    return err(failure('notText'));
  const lines = text
    .split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/)
    .map((raw, index) => ({ number: index + 1, raw, text: cleanText(raw) }));
  return lines.some((line) => line.text !== '') ? ok(lines) : err(failure('fileEmpty'));
}
