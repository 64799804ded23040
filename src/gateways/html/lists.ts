import { ordinal } from '../documents/ordinal';

/** The values of `type`, and of `list-style-type`, that number otherwise than 1, 2, 3. */
const formats: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['decimal-leading-zero', 'decimalZero'],
]);

type List = { readonly format: string; next: number };

type Attributes = Readonly<Record<string, string>>;

/** The open lists of a text, which give their items numbers. */
export class Lists {
  private readonly lists: List[] = [];

  open(name: 'ol' | 'ul', attributes: Attributes): void {
    const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attributes['style'] ?? '')?.[1] ?? '';
    const format =
      style === 'none'
        ? 'none'
        : name === 'ul'
          ? 'bullet'
          : (formats.get(style) ?? formats.get(attributes['type'] ?? '') ?? 'decimal');
    this.lists.push({ format, next: wholeOf(attributes['start']) ?? 1 });
  }

  close(): void {
    this.lists.pop();
  }

  /** What stands before the next item of the innermost list: "3. ", "b. ", "- " or nothing. */
  item(attributes: Attributes): string {
    const list = this.lists.at(-1);
    if (!list || list.format === 'none') return '';
    if (list.format === 'bullet') return '- ';
    const number = wholeOf(attributes['value']) ?? list.next;
    list.next = number + 1;
    return `${ordinal(number, list.format)}. `;
  }
}

function wholeOf(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}
