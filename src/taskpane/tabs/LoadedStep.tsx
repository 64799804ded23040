import { Body1, Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane';
import { Heading } from '../parts/Heading';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';
import type { PlanStep } from '../state';

/** The plan is in the workbook: what was made, and where to go on. */
export function LoadedStep(props: {
  readonly step: Extract<PlanStep, { readonly kind: 'loaded' }>;
}): ReactElement {
  const { dispatch, effects, say } = usePane();
  const styles = useStyles();
  const { plan, rendered } = props.step;
  return (
    <section className={styles.stack}>
      <Heading takesFocus>{say('loadedTitle')}</Heading>
      <Notice intent="success" title={plan.locality}>
        {say('loadedText', { made: rendered.made.length, updated: rendered.updated.length })}
      </Notice>
      {rendered.kept.length === 0 ? null : (
        <Body1>{say('loadedKept', { sheets: rendered.kept.join(', ') })}</Body1>
      )}
      <div className={styles.foot}>
        <Button
          onClick={() => {
            dispatch({ type: 'stepReached', step: { kind: 'choose', failure: null } });
          }}
        >
          {say('chooseAnotherTitle')}
        </Button>
        <Button
          appearance="primary"
          onClick={() => {
            dispatch({ type: 'stepReached', step: { kind: 'choose', failure: null } });
            dispatch({ type: 'tabOpened', tab: 'check' });
            void effects.showFirstEntry();
          }}
        >
          {say('toEntering')}
        </Button>
      </div>
    </section>
  );
}
