/** How much an issue weighs: an error blocks sending up until it is settled or waived. */
export const severities = ['error', 'warning', 'note'] as const;

/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** Where an issue was seen. `cell` is an A1 address; `row` the id of the plan's row. */
export type Place = {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly row: string | null;
};

/** One fault found by one check at one place (design §6). Its words live in the catalogues. */
export type Issue = {
  readonly code: string;
  readonly severity: Severity;
  readonly where: Place;
  readonly params: Readonly<Record<string, string | number>>;
};
