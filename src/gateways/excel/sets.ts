/** The requirement set of the manifest: everything used without asking is in it. */
export const REQUIRED_SET = '1.9';

/** Newer sets that are used where they are, each with a plain way to do without. */
type NewerSet = '1.10' | '1.13';

/** Whether this Excel has a newer set. */
export function supports(set: NewerSet): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', set);
}
