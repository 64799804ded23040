import { textOf } from '../../domain/entries';
import { failure, type Failure } from '../../domain/failure';
import { planSchema, type Plan } from '../../domain/plan/plan';
import { err, ok, type Result } from '../../domain/result';
import type { SheetSnapshot, Snapshot } from '../../domain/snapshot';
import { trackingIdentity, trackingNames, trackingSheets } from './columns';
import { identityKeys } from './identity';

/** What a tracking workbook says it is. */
export type Identity = { readonly plan: Plan; readonly sample: boolean };

/**
 * Reads the identity: the defined name first, then the hidden sheet. Fails with
 * `workbookNoIdentity`, `workbookWrongKind`, `workbookWrongVersion` (each with what was seen),
 * `sheetMissing` when only the name is left, or `workbookDamaged` when the plan cannot be read.
 */
export function readIdentity(snapshot: Snapshot): Result<Identity, Failure> {
  const { file } = snapshot;
  const sheet = snapshot.sheets.find(({ name }) => name === trackingSheets.identity);
  const values = sheet ? valuesIn(sheet) : null;
  const stated =
    statedByName(snapshot) ??
    (values
      ? {
          kind: values.get(identityKeys.kind)?.[0] ?? '',
          version: values.get(identityKeys.formatVersion)?.[0] ?? '',
        }
      : null);
  if (stated === null || stated.kind === '') return err(failure('workbookNoIdentity', { file }));
  if (stated.kind !== trackingIdentity.kind)
    return err(
      failure('workbookWrongKind', { file, seen: stated.kind, expected: trackingIdentity.kind }),
    );
  const known = String(trackingIdentity.formatVersion);
  if (stated.version !== known)
    return err(failure('workbookWrongVersion', { file, seen: stated.version, expected: known }));
  if (values === null)
    return err(failure('sheetMissing', { file, sheet: trackingSheets.identity }));
  const plan = parsePlan((values.get(identityKeys.plan) ?? []).join(''));
  if (plan === null)
    return err(
      failure('workbookDamaged', { file, part: trackingSheets.identity, reason: 'planUnreadable' }),
    );
  return ok({ plan, sample: values.get(identityKeys.sample)?.[0] === 'true' });
}

function statedByName(
  snapshot: Snapshot,
): { readonly kind: string; readonly version: string } | null {
  const name = snapshot.names.find(
    (each) => each.name.toLowerCase() === trackingNames.identity.toLowerCase(),
  );
  const match = /^"([^/"]*)\/([^/"]*)\//.exec(name?.refersTo ?? '');
  return match ? { kind: match[1] ?? '', version: match[2] ?? '' } : null;
}

/** The values of the hidden sheet by key, in row order. */
function valuesIn(sheet: SheetSnapshot): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<number, string>();
  const values = new Map<string, string[]>();
  for (const { row, column, content } of sheet.cells) {
    if (column === 1) keys.set(row, textOf(content) ?? '');
    const key = keys.get(row);
    if (column !== 2 || key === undefined) continue;
    const text = content.kind === 'number' ? String(content.value) : null;
    const words = content.kind === 'text' ? content.text : text;
    if (words !== null) values.set(key, [...(values.get(key) ?? []), words]);
  }
  return values;
}

function parsePlan(text: string): Plan | null {
  const parsed = ((): unknown => {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  })();
  const plan = planSchema.safeParse(parsed);
  return plan.success ? plan.data : null;
}
