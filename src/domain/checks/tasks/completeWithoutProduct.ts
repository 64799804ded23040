import { quoted } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { doneTasks } from '../support/doneTasks';

/** A completed task that tells neither a result nor a document. */
export const completeWithoutProduct: Check = (context) =>
  doneTasks(context)
    .filter(({ cell }) => cell('result').blank && cell('document').blank)
    .map(({ task, cell }) =>
      foundAt('warning', cell('result'), { product: quoted(task.resultText ?? '') }),
    );
