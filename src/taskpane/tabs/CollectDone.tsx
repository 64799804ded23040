import { Body1, Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WrittenCollection } from '../../app/live/collectLive';
import { tellIn } from '../../messages/collecting';
import { usePane } from '../pane';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';

/** What a collection did to the workbook, what is still open, and the way back. */
export function CollectDone(props: { readonly written: WrittenCollection }): ReactElement {
  const { state, dispatch, effects } = usePane();
  const styles = useStyles();
  const tell = tellIn(state.language);
  const { collected, changed } = props.written;
  const { collection, rejected } = collected;
  const missing = collection.completeness.filter(({ arrival }) => arrival === 'missing').length;
  const free = state.work === null;
  return (
    <section className={styles.stack}>
      <Heading takesFocus>{tell('doneTitle')}</Heading>
      <Notice intent="success">
        {changed
          ? tell('doneCounts', {
              accepted: collection.taken.length,
              cells: collection.cells.length,
            })
          : tell('doneNothing')}
      </Notice>
      {rejected.length === 0 ? null : (
        <Notice intent="warning">
          {tell('doneRejected', {
            count: rejected.length,
            files: rejected.map(({ file }) => file).join(', '),
          })}
        </Notice>
      )}
      <Body1>{missing === 0 ? tell('doneAll') : tell('doneMissing', { count: missing })}</Body1>
      {changed ? (
        <div className={styles.row}>
          <Button disabled={!free} onClick={() => void effects.undoLast(collection.time)}>
            {tell('undoCollect')}
          </Button>
          <Button onClick={() => void effects.showSheet('history')}>{tell('showHistory')}</Button>
        </div>
      ) : null}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          onClick={() => {
            dispatch({ type: 'collectReached', collect: { kind: 'choose' } });
          }}
        >
          {tell('takeMore')}
        </Button>
      </div>
    </section>
  );
}
