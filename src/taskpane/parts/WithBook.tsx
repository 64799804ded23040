import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CheckedBook } from '../../app/live/checkLive';
import { usePane } from '../pane';
import { Busy } from './Busy';
import { Empty } from './Empty';
import { Notice } from './Notice';
import { describeTrouble } from './trouble';

/** Shows `children` once the tracking workbook was read, and until then why it is not. */
export function WithBook(props: {
  readonly children: (checked: CheckedBook) => ReactElement;
}): ReactElement {
  const { state, dispatch, effects, say } = usePane();
  const { book } = state;
  switch (book.kind) {
    case 'unread':
    case 'reading':
      return <Busy label={say('readingBook')} />;
    case 'none':
      return (
        <Empty title={say('noBookTitle')} text={say('noBookText')}>
          <Button
            appearance="primary"
            onClick={() => {
              dispatch({ type: 'tabOpened', tab: 'plan' });
            }}
          >
            {say('toPlan')}
          </Button>
          <Button onClick={() => void effects.check()}>{say('checkNow')}</Button>
        </Empty>
      );
    case 'failed':
      return (
        <Notice
          intent="error"
          actions={
            <Button size="small" onClick={() => void effects.check()}>
              {say('retry')}
            </Button>
          }
        >
          {describeTrouble(book.failure, state.language)}
        </Notice>
      );
    case 'open':
      return props.children(book.checked);
  }
}
