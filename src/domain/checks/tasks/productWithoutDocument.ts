import { quoted, fold } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { doneTasks } from '../support/doneTasks';
import { documentKinds, holdsWord } from '../support/words';

/** A completed task whose product is a document, without the document's number. */
export const productWithoutDocument: Check = (context) =>
  doneTasks(context)
    .filter(
      ({ task, cell }) =>
        holdsWord(fold(task.resultText ?? ''), documentKinds) &&
        !cell('result').blank &&
        cell('document').blank,
    )
    .map(({ task, cell }) =>
      foundAt('warning', cell('document'), { product: quoted(task.resultText ?? '') }),
    );
