import { isBlank } from '../../entries';
import type { Check } from '../context';
import { foundAt, quoted } from '../support/cell';
import { doneTasks } from '../support/doneTasks';

/** A completed task that tells neither a result nor a document. */
export const completeWithoutProduct: Check = (context) =>
  doneTasks(context)
    .filter(({ cell }) => isBlank(cell('result').content) && isBlank(cell('document').content))
    .map(({ task, cell }) =>
      foundAt('warning', cell('result'), { product: quoted(task.resultText ?? '') }),
    );
