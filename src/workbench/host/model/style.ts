/** One edge of a cell; the words are those of `Excel.BorderLineStyle` and `Excel.BorderWeight`. */
export type Border = {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
};

/** The edges of a cell that this host keeps. */
export type Edge = 'top' | 'bottom' | 'left' | 'right';

/**
 * How a cell looks, in Excel's own words; colours are "#RRGGBB", `fill` null for none. Styles are
 * shared between cells and never changed in place.
 */
export type Style = {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly fill: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly textOrientation: number;
  readonly shrinkToFit: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly top: Border | null;
  readonly bottom: Border | null;
  readonly left: Border | null;
  readonly right: Border | null;
};

/** The look of a cell nobody has touched. */
export const defaultStyle: Style = {
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  fill: null,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  textOrientation: 0,
  shrinkToFit: false,
  locked: true,
  formulaHidden: false,
  top: null,
  bottom: null,
  left: null,
  right: null,
};

/** A change of some facts of a style; cells of one style before share one style after. */
export function restyler(patch: Partial<Style>): (style: Style) => Style {
  const done = new Map<Style, Style>();
  return (style) => {
    const changed = done.get(style) ?? { ...style, ...patch };
    done.set(style, changed);
    return changed;
  };
}
