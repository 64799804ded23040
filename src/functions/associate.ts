import type { Language } from '../messages/language';
import type { CellValue } from './answer';
import type { FunctionId, Functions } from './functions';
import type { Argument } from './status';

/** What Office.js offers to pages with custom functions. */
export type FunctionHost = {
  readonly associate: (id: string, run: (...given: Argument[]) => Promise<CellValue[][]>) => void;
  readonly Error: new (code: string, message: string) => Error;
};

const ids: readonly FunctionId[] = ['MUCTIEU', 'TRANGTHAI', 'HAN'];

/** Excel's names of the two errors. */
const errorCodes = { value: '#VALUE!', none: '#N/A' } as const;

/**
 * Tells Excel which function stands behind which name. The functions themselves are loaded with
 * the first call; their errors speak the given language.
 */
export function associateFunctions(
  host: FunctionHost,
  language: () => Language,
  load: () => Promise<Functions>,
): void {
  for (const id of ids)
    host.associate(id, async (...given) => {
      const answer = (await load())[id](...given);
      if (answer.kind === 'error')
        throw new host.Error(errorCodes[answer.code], answer.message[language()]);
      return answer.rows.map((row) => [...row]);
    });
}
