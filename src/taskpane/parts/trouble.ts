import { describeFailure } from '../../messages/failures';
import { describeOfficeFailure } from '../../messages/office';
import type { Language } from '../../messages/language';
import { sayIn } from '../pane';
import type { Trouble } from '../state';

/** What went wrong in words, with the next step. */
export function describeTrouble(trouble: Trouble, language: Language): string {
  if (trouble.kind === 'fault') return sayIn(language)('unexpected', { detail: trouble.detail });
  const { failure } = trouble;
  return 'undone' in failure
    ? describeOfficeFailure(failure, language)
    : describeFailure(failure, language);
}
