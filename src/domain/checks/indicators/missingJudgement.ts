import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A qualitative target not judged although the period's due day has passed. */
export const missingJudgement: Check = ({ book, indicatorRows, empty, periodOver }) =>
  empty || !periodOver
    ? []
    : indicatorRows
        .filter(({ measure, cell }) => !measure && cell('judgement').blank && cell('actual').blank)
        .map(({ cell }) =>
          foundAt('warning', cell('judgement'), { due: book.settings.period.due }),
        );
