import { Body1, Button, Caption1, ProgressBar } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Progress } from '../../app/ports';
import { usePane } from '../pane';
import { useStyles } from './styles';

/** Something is being done: what, how far, and how to stop it where it can be stopped. */
export function Busy(props: {
  readonly label: string;
  readonly progress?: Progress | null;
  /** How far it is in words, where it is not cells that are counted. */
  readonly counted?: (progress: Progress) => string;
  readonly stop?: { readonly asked: boolean; readonly onStop: () => void };
}): ReactElement {
  const { say } = usePane();
  const styles = useStyles();
  const { label, progress = null, counted, stop } = props;
  return (
    <div className={styles.stack}>
      <Body1 role="status">{stop?.asked === true ? say('stopping') : label}</Body1>
      {progress === null ? (
        <ProgressBar aria-label={label} />
      ) : (
        <div className={styles.tight}>
          <ProgressBar aria-label={label} max={progress.total} value={progress.done} />
          <Caption1>
            {counted?.(progress) ??
              say('progressOf', { done: progress.done, total: progress.total })}
          </Caption1>
        </div>
      )}
      {stop === undefined ? null : (
        <div>
          <Button onClick={stop.onStop} disabled={stop.asked}>
            {say('stop')}
          </Button>
        </div>
      )}
    </div>
  );
}
