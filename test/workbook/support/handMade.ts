import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isoDateSchema } from '../../../src/domain/dateSchema';
import { deadlineSchema } from '../../../src/domain/plan/deadline';
import type { Agency, Plan } from '../../../src/domain/plan/plan';
import { targetSchema } from '../../../src/domain/plan/target';

const text = z.string().nullable();

const tables = z.object({
  meta: z.object({
    locality: z.string(),
    issuer: z.string(),
    documentNumber: text,
    documentDate: isoDateSchema.nullable(),
    titleContains: z.string(),
    deadlines: z.array(z.string()),
    every: text,
    recipient: text,
  }),
  sections: z.array(z.object({ section: z.string(), title: z.string() })).default([]),
  indicators: z.array(
    z.object({
      code: z.string(),
      horizon: z.number(),
      name: z.string(),
      unit: text,
      targetText: text,
      target: targetSchema.nullable(),
      leadText: text,
      leadNames: z.array(z.string()).nullable().default([]),
      isGroup: z.boolean(),
      parentCode: text,
      pace: z.enum(['level', 'annual', 'rank']),
    }),
  ),
  tasks: z.array(
    z.object({
      code: z.string(),
      section: z.string(),
      name: z.string(),
      leadText: text,
      coordText: text,
      resultText: text,
      timeText: text,
      time: deadlineSchema,
      leadNames: z.array(z.string()).nullable().default([]),
      coordNames: z.array(z.string()).nullable().default([]),
    }),
  ),
});

/** A plan made from one of the hand-made tables: of real size and words, without the reader. */
export function handMadePlan(name: string): Plan {
  const file = resolve(__dirname, `../../fixtures/expected/${name}.json`);
  const { meta, sections, indicators, tasks } = tables.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const agencies = new Map<string, Agency>();
  const idsOf = (names: readonly string[] | null): string[] =>
    (names ?? []).map((each) => {
      const known = agencies.get(each);
      if (known) return known.id;
      const id = `CQ-${String(agencies.size + 1).padStart(2, '0')}`;
      agencies.set(each, { id, name: each, aliases: [], group: each.startsWith('Các ') });
      return id;
    });
  const indicatorIds = new Map<string, string>();
  return {
    id: name,
    locality: meta.locality,
    issuer: meta.issuer,
    documentNumber: meta.documentNumber,
    documentDate: meta.documentDate,
    title: meta.titleContains,
    reporting: {
      deadlines: meta.deadlines,
      every: meta.every,
      recipient: meta.recipient,
      sentence: null,
    },
    nationalFloor: null,
    indicators: indicators.map((row, index) => {
      const id = `CT-${String(index + 1)}`;
      indicatorIds.set(`${String(row.horizon)} ${row.code}`, id);
      return {
        id,
        code: row.code,
        horizon: row.horizon,
        name: row.name,
        unit: row.unit,
        targetText: row.targetText,
        target: row.target,
        partTexts:
          row.target?.kind === 'composite'
            ? row.target.parts.map((_, part) => `Mục tiêu thành phần ${String(part + 1)}`)
            : [],
        leadText: row.leadText,
        leads: idsOf(row.leadNames),
        isGroup: row.isGroup,
        parent: indicatorIds.get(`${String(row.horizon)} ${row.parentCode ?? ''}`) ?? null,
        pace: row.pace,
      };
    }),
    proseIndicators: [],
    tasks: tasks.map((row, index) => ({
      id: `NV-${String(index + 1)}`,
      code: row.code,
      section: row.section,
      sectionTitle: sections.find((each) => each.section === row.section)?.title ?? '',
      name: row.name,
      leadText: row.leadText,
      coordText: row.coordText,
      resultText: row.resultText,
      timeText: row.timeText,
      time: row.time,
      leads: idsOf(row.leadNames),
      coordinators: idsOf(row.coordNames),
    })),
    agencies: [...agencies.values()],
    notes: [],
  };
}
