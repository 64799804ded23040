/** A sign of text where it stands on the page: points, from the top left corner. */
export type Glyph = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line the sign stands on. */
  readonly base: number;
  readonly size: number;
};

/** A straight line that is drawn across or down the page. */
export type Ruling = {
  readonly across: boolean;
  /** Where it stands: the distance from the top of one across, from the left of one down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** All that counts on a page. */
export type PageContent = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
};

/** A rectangle on the page. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
