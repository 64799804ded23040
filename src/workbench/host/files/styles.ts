import { XmlScanner } from '../../../gateways/xlsx/read/xml';
import { defaultStyle, type Border, type Style } from '../model/style';
import type { ConditionalFormat } from '../model/workbook';
import { flag, number, walk, walkPart } from './walk';

/** What a colour rule changes. */
export type Difference = Pick<
  ConditionalFormat,
  'fill' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'
>;

/** The looks a workbook's cells and colour rules name by number. */
export type Looks = {
  readonly styles: readonly Style[];
  readonly differences: readonly Difference[];
};

/** A file without styles. */
export const noLooks: Looks = { styles: [], differences: [] };

/** ECMA-376 part 1, 18.8.30, as far as Excel gives the codes in English. */
const builtInFormats = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [49, '@'],
]);

/** Office's standard theme, by the numbers of `theme` attributes. */
const themeColors = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
];

/** ECMA-376 part 1, 18.8.27: the first colours by index; the rest are rare, and black here. */
const indexedColors = [
  '000000',
  'FFFFFF',
  'FF0000',
  '00FF00',
  '0000FF',
  'FFFF00',
  'FF00FF',
  '00FFFF',
];

type Font = Pick<
  Style,
  'fontName' | 'fontSize' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'
>;
/** What a font is that says nothing. */
const plainFont: Font = {
  fontName: defaultStyle.fontName,
  fontSize: defaultStyle.fontSize,
  fontColor: defaultStyle.fontColor,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
};

type Edges = Pick<Style, 'top' | 'right' | 'bottom' | 'left'>;

/** Reads `xl/styles.xml`. */
export function readLooks(xml: Uint8Array, part: string): Looks {
  const scanner = new XmlScanner(xml, part);
  const formats = new Map(builtInFormats);
  const fonts: Font[] = [];
  const fills: (string | null)[] = [];
  const borders: Edges[] = [];
  const styles: Style[] = [];
  const differences: Difference[] = [];
  walkPart(scanner, {
    numFmts: () => {
      walk(scanner, {
        numFmt: () => {
          formats.set(
            number(scanner, 'numFmtId') ?? 0,
            scanner.attribute('formatCode') ?? 'General',
          );
        },
      });
    },
    fonts: () => {
      walk(scanner, { font: () => fonts.push({ ...plainFont, ...readFont(scanner) }) });
    },
    fills: () => {
      walk(scanner, { fill: () => fills.push(readFill(scanner, 'fgColor')) });
    },
    borders: () => {
      walk(scanner, { border: () => borders.push(readEdges(scanner)) });
    },
    cellStyleXfs: () => {
      scanner.skip();
    },
    cellXfs: () => {
      walk(scanner, {
        xf: () => {
          const pick = <T>(list: readonly T[], name: string): T | undefined =>
            list[number(scanner, name) ?? 0];
          const shared = {
            numberFormat: formats.get(number(scanner, 'numFmtId') ?? 0) ?? 'General',
            ...pick(fonts, 'fontId'),
            fill: pick(fills, 'fillId') ?? null,
            ...pick(borders, 'borderId'),
          };
          styles.push({ ...defaultStyle, ...shared, ...readPlacing(scanner) });
        },
      });
    },
    dxfs: () => {
      walk(scanner, { dxf: () => differences.push(readDifference(scanner)) });
    },
  });
  return { styles, differences };
}

function readFont(scanner: XmlScanner): Partial<Font> {
  const font: { -readonly [K in keyof Font]?: Font[K] } = {};
  const on = (): boolean => flag(scanner, 'val', true);
  walk(scanner, {
    b: () => {
      font.bold = on();
    },
    i: () => {
      font.italic = on();
    },
    strike: () => {
      font.strikethrough = on();
    },
    u: () => {
      const kind = scanner.attribute('val') ?? 'single';
      font.underline = kind === 'none' ? 'None' : kind === 'double' ? 'Double' : 'Single';
    },
    sz: () => {
      font.fontSize = number(scanner, 'val') ?? defaultStyle.fontSize;
    },
    name: () => {
      font.fontName = scanner.attribute('val') ?? defaultStyle.fontName;
    },
    color: () => {
      const color = readColor(scanner);
      if (color !== null) font.fontColor = color;
    },
  });
  return font;
}

/** A solid fill's colour; colour rules keep it as the background. */
function readFill(scanner: XmlScanner, name: 'fgColor' | 'bgColor'): string | null {
  const found: { kind: string; color: string | null } = { kind: 'none', color: null };
  walk(scanner, {
    patternFill: () => {
      found.kind = scanner.attribute('patternType') ?? 'solid';
    },
    [name]: () => {
      found.color = readColor(scanner);
    },
  });
  return found.kind === 'solid' ? found.color : null;
}

/** "#RRGGBB"; null for a colour that is left to the program. */
export function readColor(scanner: XmlScanner): string | null {
  const rgb = scanner.attribute('rgb');
  if (rgb !== null && /^[0-9a-f]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6).toUpperCase()}`;
  const theme = number(scanner, 'theme');
  if (theme !== null) return tinted(themeColors[theme] ?? '000000', number(scanner, 'tint') ?? 0);
  const indexed = number(scanner, 'indexed');
  return indexed === null || indexed >= 64 ? null : `#${indexedColors[indexed % 8] ?? '000000'}`;
}

/** Lighter for a tint above 0, darker below (18.8.19, here on each of the three parts alike). */
function tinted(color: string, tint: number): string {
  const part = (at: number): string => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    const changed = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(changed).toString(16).padStart(2, '0').toUpperCase();
  };
  return `#${part(0)}${part(2)}${part(4)}`;
}

const lines = new Map<string, Pick<Border, 'style' | 'weight'>>([
  ['hair', { style: 'Continuous', weight: 'Hairline' }],
  ['thin', { style: 'Continuous', weight: 'Thin' }],
  ['medium', { style: 'Continuous', weight: 'Medium' }],
  ['thick', { style: 'Continuous', weight: 'Thick' }],
  ['double', { style: 'Double', weight: 'Thick' }],
  ['dotted', { style: 'Dot', weight: 'Thin' }],
  ['dashed', { style: 'Dash', weight: 'Thin' }],
  ['mediumDashed', { style: 'Dash', weight: 'Medium' }],
  ['dashDot', { style: 'DashDot', weight: 'Thin' }],
  ['dashDotDot', { style: 'DashDotDot', weight: 'Thin' }],
]);

function readEdges(scanner: XmlScanner): Edges {
  const edges: { -readonly [K in keyof Edges]: Edges[K] } = {
    top: null,
    right: null,
    bottom: null,
    left: null,
  };
  const read = (edge: keyof Edges) => (): void => {
    const line = lines.get(scanner.attribute('style') ?? '');
    const found = { color: '#000000' };
    walk(scanner, {
      color: () => {
        found.color = readColor(scanner) ?? found.color;
      },
    });
    if (line) edges[edge] = { ...line, ...found };
  };
  walk(scanner, {
    left: read('left'),
    right: read('right'),
    top: read('top'),
    bottom: read('bottom'),
  });
  return edges;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

type Placing = Pick<
  Style,
  | 'horizontal'
  | 'vertical'
  | 'wrap'
  | 'indent'
  | 'textOrientation'
  | 'shrinkToFit'
  | 'locked'
  | 'formulaHidden'
>;

function readPlacing(scanner: XmlScanner): Partial<Placing> {
  let placing: Partial<Placing> = {};
  walk(scanner, {
    alignment: () => {
      placing = {
        ...placing,
        horizontal: capital(scanner.attribute('horizontal') ?? 'general'),
        vertical: capital(scanner.attribute('vertical') ?? 'bottom'),
        wrap: flag(scanner, 'wrapText'),
        indent: number(scanner, 'indent') ?? 0,
        textOrientation: number(scanner, 'textRotation') ?? 0,
        shrinkToFit: flag(scanner, 'shrinkToFit'),
      };
    },
    protection: () => {
      placing = {
        ...placing,
        locked: flag(scanner, 'locked', true),
        formulaHidden: flag(scanner, 'hidden'),
      };
    },
  });
  return placing;
}

function readDifference(scanner: XmlScanner): Difference {
  let font: Partial<Font> = {};
  let fill: string | null = null;
  walk(scanner, {
    font: () => {
      font = readFont(scanner);
    },
    fill: () => {
      fill = readFill(scanner, 'bgColor');
    },
  });
  return {
    fill,
    fontColor: font.fontColor ?? null,
    bold: font.bold ?? null,
    italic: font.italic ?? null,
    underline: font.underline ?? null,
    strikethrough: font.strikethrough ?? null,
  };
}
