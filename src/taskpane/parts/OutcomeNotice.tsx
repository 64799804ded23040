import { Button, Textarea } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { tellIn } from '../../messages/collecting';
import { tellComparingIn } from '../../messages/comparing';
import { usePane } from '../pane';
import type { Outcome } from '../state';
import { Notice } from './Notice';
import { useStyles } from './styles';
import { describeTrouble } from './trouble';

/** What the last job came to; nothing while there is nothing to say. */
export function OutcomeNotice(): ReactElement | null {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  const { outcome, language } = state;
  const tell = tellIn(language);
  const compare = tellComparingIn(language);
  if (outcome === null) return null;
  const close = (): void => {
    dispatch({ type: 'outcomeClosed' });
  };
  const success = (text: string): ReactElement => (
    <Notice intent="success" onClose={close}>
      {text}
    </Notice>
  );
  switch (outcome.kind) {
    case 'failed':
      return (
        <Notice intent={isStopped(outcome) ? 'info' : 'error'} onClose={close}>
          {describeTrouble(outcome.trouble, language)}
        </Notice>
      );
    case 'selectionEmpty':
      return (
        <Notice intent="warning" onClose={close}>
          {say('selectionEmpty')}
        </Notice>
      );
    case 'fixed':
      return (
        <Notice
          intent="success"
          onClose={close}
          actions={
            <Button size="small" onClick={() => void effects.undo(outcome.undo)}>
              {say('undo')}
            </Button>
          }
        >
          {say('fixed', { count: outcome.count })}
        </Notice>
      );
    case 'refreshed':
      return success(
        outcome.sheets === 0
          ? say('refreshedNothing')
          : say('refreshed', { updated: outcome.sheets, cells: outcome.cells }),
      );
    case 'formsSaved':
      return success(tell('formsSaved', { name: outcome.name, count: outcome.count }));
    case 'formsNone':
      return (
        <Notice intent="warning" onClose={close}>
          {tell('formsNone')}
        </Notice>
      );
    case 'stopped':
      return (
        <Notice intent="info" onClose={close}>
          {tell('stopped')}
        </Notice>
      );
    case 'copied':
      return success(tell('copied', { count: outcome.count }));
    case 'notCopied':
      return (
        <Notice intent="warning" onClose={close}>
          {tell('notCopied')}
          <Textarea
            className={styles.narrow}
            readOnly
            rows={6}
            aria-label={tell('reminder')}
            value={outcome.words}
          />
        </Notice>
      );
    case 'narrativeSaved':
      return success(
        compare(outcome.draft ? 'narrativeDraft' : 'narrativeSaved', { name: outcome.name }),
      );
    case 'comparisonSaved':
      return success(compare('comparisonSaved', { name: outcome.name }));
    case 'periodOpened':
      return success(tell('periodOpened', { period: outcome.period, kept: outcome.kept }));
    case 'corrected':
      return success(tell('corrected'));
    case 'merged':
      return success(
        tell('merged', { from: outcome.from, into: outcome.into, moved: outcome.moved }),
      );
    case 'lastUndone':
      return success(tell('lastUndone', { cells: outcome.cells }));
    case 'undone':
    case 'waived':
    case 'reportOpened':
    case 'reportSaved':
    case 'settingsSaved':
      return success(say(outcome.kind));
  }
}

function isStopped(outcome: Extract<Outcome, { readonly kind: 'failed' }>): boolean {
  return outcome.trouble.kind === 'failure' && outcome.trouble.failure.code === 'cancelled';
}
