import { loadPlan, prepareLoad } from '../../app/live/loadPlan';
import type { LiveFailure } from '../../app/ports';
import { readPlanFile } from '../../app/readPlanFile';
import { documentFiles, openWorkbook } from '../../app/wiring';
import type { IsoDate } from '../../domain/dates';
import { ok, type Result } from '../../domain/result';

/** The plans a click away: their files, and the places they are of. */
export const samplePlans = [
  { file: 'hue.txt', place: 'Huế' },
  { file: 'can-tho.txt', place: 'Cần Thơ' },
  { file: 'hai-phong.txt', place: 'Hải Phòng' },
  { file: 'tien-giang.txt', place: 'Tiền Giang' },
  { file: 'nga-nam.txt', place: 'Ngã Năm' },
] as const;

/** The pane's client library, by the names the add-in's code knows it under. */
const clientNames = ['Excel', 'Office', 'OfficeExtension'];

/**
 * Loads a sample plan into the open workbook as the pane does: with the use case of the pane, and
 * through the client library in the pane. Fails as that does.
 */
export async function loadSample(
  pane: Window,
  file: string,
  asOf: IsoDate,
): Promise<Result<null, LiveFailure>> {
  const answer = await fetch(`seeds/${file}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const read = await readPlanFile(documentFiles, bytes, file);
  if (!read.ok) return read;
  for (const name of clientNames) Reflect.set(window, name, Reflect.get(pane, name));
  const prepared = await prepareLoad(openWorkbook, read.value.plan, asOf);
  if (!prepared.ok) return prepared;
  const done = await loadPlan(openWorkbook, prepared.value);
  return done.ok ? ok(null) : done;
}
