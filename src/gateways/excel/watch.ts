import type { RangeSpec } from '../../workbook/spec';

/** Milliseconds without a further edit after which the edits are told. */
const QUIET = 400;
/** Milliseconds after the first edit at which they are told in any case. */
const LONGEST_WAIT = 900;

/** Cells that were perhaps changed. `area` is null where cells moved or Excel does not say which. */
export type Touched = { readonly sheetId: string; readonly area: RangeSpec | null };

/**
 * Watches the workbook's cells; gives a function that ends it. Edits are told in one go, at the
 * latest a second after the first. They are a hint and no more: Excel may leave some out, tell
 * them late or twice, so whoever listens reads the cells again and derives everything from them.
 * What this add-in writes is not told, as far as Excel says who wrote.
 */
export async function watchEdits(
  context: Excel.RequestContext,
  onTouched: (touched: readonly Touched[]) => void,
): Promise<() => Promise<void>> {
  const waiting = new Map<string, Touched>();
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const tell = (): void => {
    timer = null;
    since = null;
    const touched = [...waiting.values()];
    waiting.clear();
    onTouched(touched);
  };
  const note = (args: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (!isOwn(args)) {
      const { worksheetId, address } = args;
      waiting.set(`${worksheetId} ${address}`, {
        sheetId: worksheetId,
        area: args.changeType === 'RangeEdited' ? areaOfAddress(address) : null,
      });
      const now = performance.now();
      since ??= now;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(tell, Math.max(0, Math.min(QUIET, since + LONGEST_WAIT - now)));
    }
    return Promise.resolve();
  };

  const handler = context.workbook.worksheets.onChanged.add(note);
  await context.sync();
  return async () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waiting.clear();
    handler.remove();
    await handler.context.sync();
  };
}

/** Excel says who wrote from requirement set 1.14 on. */
function isOwn(args: Excel.WorksheetChangedEventArgs): boolean {
  return 'triggerSource' in args && args.triggerSource === 'ThisLocalAddin';
}

/** "A5:C9" or "B2"; null for anything else, such as whole rows. */
function areaOfAddress(address: string): RangeSpec | null {
  const corners = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(
    address.replaceAll('$', ''),
  );
  if (!corners) return null;
  const [, left = '', top = '', right = left, bottom = top] = corners;
  return {
    top: Number(top),
    left: columnOf(left),
    bottom: Number(bottom),
    right: columnOf(right),
  };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
