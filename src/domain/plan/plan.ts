import { z } from 'zod';
import { isoDateSchema } from '../dateSchema';
import type { IsoDate } from '../dates';
import { deadlineSchema, type Deadline } from './deadline';
import { targetSchema, type Target } from './target';

/**
 * How an indicator moves: `level` is reached by the horizon, `annual` is due in full every
 * year ("hằng năm", "%/năm", "tăng trung bình"), `rank` is a place where lower is better.
 */
export type Pace = 'level' | 'annual' | 'rank';

/** A row with a unit and a target. Text fields are the source's own words. */
export type Indicator = {
  /** Unique within the plan, stable as long as the plan's text is. */
  readonly id: string;
  /** The number as printed, without a trailing dot: "6.10" is not "6.1". */
  readonly code: string;
  /** The year by whose end the target is due: 2030, 2045. */
  readonly horizon: number;
  readonly name: string;
  readonly unit: string | null;
  readonly targetText: string | null;
  readonly target: Target | null;
  /** For a composite target, the source words of each part, in order; otherwise empty. */
  readonly partTexts: readonly string[];
  readonly leadText: string | null;
  /** Ids into {@link Plan.agencies}. */
  readonly leads: readonly string[];
  /** A heading row that carries neither target nor lead, only sub-rows. */
  readonly isGroup: boolean;
  /** The id of the row it stands under (6.10 under 6), or null. */
  readonly parent: string | null;
  readonly pace: Pace;
};

/** A row with a lead agency and a time. Text fields are the source's own words. */
export type Task = {
  readonly id: string;
  readonly code: string;
  /** The section's number as printed ("I", "IV"), or "" where the table has no sections. */
  readonly section: string;
  readonly sectionTitle: string;
  readonly name: string;
  readonly leadText: string | null;
  readonly coordText: string | null;
  readonly resultText: string | null;
  readonly timeText: string | null;
  readonly time: Deadline;
  readonly leads: readonly string[];
  readonly coordinators: readonly string[];
};

/** Any body that leads, coordinates or reports; `group` for "Các sở, ngành, địa phương". */
export type Agency = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: boolean;
};

/** The reporting calendar the plan sets for its agencies. */
export type Reporting = {
  /** Due days as `MM-DD`, in the order of the year. */
  readonly deadlines: readonly string[];
  /** The source's word for the rhythm: "6 tháng", "năm", "quý", "tháng"; null if not stated. */
  readonly every: string | null;
  readonly recipient: string | null;
  /** The sentence the calendar was read from. */
  readonly sentence: string | null;
};

/** A doubtful reading that a person may want to look at. Words live in the catalogues. */
export type Note = {
  readonly code: NoteCode;
  /** `line`: 1-based line of the source. `row`: id of the row concerned, or null. */
  readonly where: { readonly line: number; readonly row: string | null };
  readonly params: Readonly<Record<string, string | number>>;
};

/** Every kind of doubtful reading. */
export const noteCodes = [
  'cellMissing',
  'cellDecidedByMeaning',
  'toldInSentence',
  'cellFromRowAbove',
  'cellsJoinedOverPages',
  'rowWithoutLead',
  'rowWithoutTime',
  'groupWithTarget',
  'targetNotUnderstood',
  'targetTypo',
  'targetBeside',
  'timeNotUnderstood',
  'agenciesWithoutSeparator',
  'agencySharedHead',
  'agencyUnknown',
  'agencySuccession',
  'codeRepeated',
  'metadataMissing',
  'leadMatchedByName',
  'leadNotNamed',
  'contradiction',
  'lineIgnored',
  'columnLeftOut',
  'tableUnread',
] as const;

/** One of {@link noteCodes}. */
export type NoteCode = (typeof noteCodes)[number];

/** One issued document with its two tables (design §4; the field names are a contract). */
export type Plan = {
  readonly id: string;
  readonly locality: string;
  readonly issuer: string;
  readonly documentNumber: string | null;
  readonly documentDate: IsoDate | null;
  readonly title: string;
  readonly reporting: Reporting;
  /** The sentence in which the plan binds itself to targets no lower than the nation's; or null. */
  readonly nationalFloor: string | null;
  readonly indicators: readonly Indicator[];
  /** Indicators stated in the running text of a plan that also has a table of them. */
  readonly proseIndicators: readonly Indicator[];
  readonly tasks: readonly Task[];
  readonly agencies: readonly Agency[];
  readonly notes: readonly Note[];
};

const indicatorSchema: z.ZodType<Indicator> = z.strictObject({
  id: z.string().min(1),
  code: z.string(),
  horizon: z.number().int(),
  name: z.string(),
  unit: z.string().nullable(),
  targetText: z.string().nullable(),
  target: targetSchema.nullable(),
  partTexts: z.array(z.string()),
  leadText: z.string().nullable(),
  leads: z.array(z.string()),
  isGroup: z.boolean(),
  parent: z.string().nullable(),
  pace: z.enum(['level', 'annual', 'rank']),
});

const taskSchema: z.ZodType<Task> = z.strictObject({
  id: z.string().min(1),
  code: z.string(),
  section: z.string(),
  sectionTitle: z.string(),
  name: z.string(),
  leadText: z.string().nullable(),
  coordText: z.string().nullable(),
  resultText: z.string().nullable(),
  timeText: z.string().nullable(),
  time: deadlineSchema,
  leads: z.array(z.string()),
  coordinators: z.array(z.string()),
});

/** Border schema of {@link Plan}: for a plan that comes back from a workbook or a file. */
export const planSchema: z.ZodType<Plan> = z.strictObject({
  id: z.string().min(1),
  locality: z.string(),
  issuer: z.string(),
  documentNumber: z.string().nullable(),
  documentDate: isoDateSchema.nullable(),
  title: z.string(),
  reporting: z.strictObject({
    deadlines: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
    every: z.string().nullable(),
    recipient: z.string().nullable(),
    sentence: z.string().nullable(),
  }),
  // Workbooks made before plans were compared do not say.
  nationalFloor: z.string().nullable().default(null),
  indicators: z.array(indicatorSchema),
  proseIndicators: z.array(indicatorSchema),
  tasks: z.array(taskSchema),
  agencies: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string(),
      aliases: z.array(z.string()),
      group: z.boolean(),
    }),
  ),
  notes: z.array(
    z.strictObject({
      code: z.enum(noteCodes),
      where: z.strictObject({ line: z.number().int(), row: z.string().nullable() }),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
