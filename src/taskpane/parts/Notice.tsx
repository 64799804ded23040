import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { usePane } from '../pane';
import { useStyles } from './styles';

/** What was done, or what stands in the way, with what to do about it. */
export function Notice(props: {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}): ReactElement {
  const { say } = usePane();
  const styles = useStyles();
  const { intent, title, children, actions, onClose } = props;
  return (
    <MessageBar intent={intent} layout="auto" politeness="polite">
      <MessageBarBody>
        {title === undefined ? null : (
          <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
        )}
        {children}
      </MessageBarBody>
      {actions === undefined && onClose === undefined ? null : (
        <MessageBarActions>
          {actions}
          {onClose === undefined ? null : (
            <Button size="small" onClick={onClose}>
              {say('close')}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
