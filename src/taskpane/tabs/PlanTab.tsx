import { Body1, Button, Caption1, Field, Select, Subtitle2 } from '@fluentui/react-components';
import { lazy, useEffect, useRef, useState, type ReactElement } from 'react';
import { fill, formatDate } from '../../messages/language';
import { builtInPlans } from '../../messages/taskpane';
import { usePane } from '../pane';
import type { Effects } from '../effects';
import { Busy } from '../parts/Busy';
import { DropArea } from '../parts/DropArea';
import { Heading } from '../parts/Heading';
import { useStyles } from '../parts/styles';
import { TroubleNotice } from '../parts/late';
import type { Trouble } from '../state';

/** The formats of plans; a file’s content decides, whatever its name. */
const PLAN_FILES = '.docx,.pdf,.xlsx,.xlsm,.xls,.ods,.csv,.html,.htm,.md,.txt';

/** What comes after choosing is loaded then. */
const ReviewStep = lazy(async () => ({ default: (await import('./ReviewStep')).ReviewStep }));
const ConfirmStep = lazy(async () => ({ default: (await import('./ConfirmStep')).ConfirmStep }));
const LoadedStep = lazy(async () => ({ default: (await import('./LoadedStep')).LoadedStep }));

/** From choosing a plan to having it in the workbook, one step at a time. */
export function PlanTab(): ReactElement {
  const { state, effects, say } = usePane();
  const { step } = state;
  switch (step.kind) {
    case 'choose':
      return <ChooseStep failure={step.failure} />;
    case 'reading':
      return <Busy label={say('readingPlan', { name: step.name })} />;
    case 'review':
      return <ReviewStep review={step.review} failure={step.failure} />;
    case 'preparing':
      return <Busy label={say('preparing')} />;
    case 'confirm':
      return <ConfirmStep {...step} />;
    case 'loading':
      return (
        <Busy
          label={say('loading')}
          progress={step.progress}
          stop={{ asked: step.stopping, onStop: effects.stop }}
        />
      );
    case 'loaded':
      return <LoadedStep step={step} />;
  }
}

function ChooseStep({ failure }: { readonly failure: Trouble | null }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const plan = builtInPlans.find((each) => each.file === chosen);
  usePaste(effects);
  return (
    <section className={styles.stack}>
      <OpenPlan />
      <div className={styles.tight}>
        <Heading>{say(state.book.kind === 'open' ? 'chooseAnotherTitle' : 'chooseTitle')}</Heading>
        <Body1 className={styles.quiet}>{say('chooseHelp')}</Body1>
      </div>
      {failure === null ? null : <TroubleNotice trouble={failure} />}
      <Field label={say('chooseBuiltIn')}>
        <Select
          value={chosen}
          onChange={(_, { value }) => {
            setChosen(value);
          }}
        >
          <option value="">{say('chooseBuiltInPlaceholder')}</option>
          {builtInPlans.map((each) => (
            <option key={each.file} value={each.file}>
              {fill(each.name, {}, state.language)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={plan === undefined}
          onClick={() => {
            if (plan) void effects.readBuiltIn(plan.file, fill(plan.name, {}, state.language));
          }}
        >
          {say('openBuiltIn')}
        </Button>
      </div>
      <DropArea
        onFiles={([given]) => {
          if (given) void effects.readFile(given);
        }}
      >
        <Body1>{say('chooseOwn')}</Body1>
        <div className={styles.row}>
          <input
            ref={file}
            type="file"
            accept={PLAN_FILES}
            hidden
            aria-label={say('chooseFile')}
            onChange={(event) => {
              const [given] = event.currentTarget.files ?? [];
              event.currentTarget.value = '';
              if (given) void effects.readFile(given);
            }}
          />
          <Button onClick={() => file.current?.click()}>{say('chooseFile')}</Button>
          <Button onClick={() => void effects.readSelection()}>{say('chooseSelection')}</Button>
        </div>
        <Caption1 className={styles.quiet}>{say('chooseOwnHelp')}</Caption1>
        <Caption1 className={styles.quiet}>{say('chooseSelectionHelp')}</Caption1>
      </DropArea>
    </section>
  );
}

/** Takes what is pasted into the pane as a plan: a file, a table with its merged cells, or text. */
function usePaste({ readFile, readPasted }: Pick<Effects, 'readFile' | 'readPasted'>): void {
  useEffect(() => {
    const take = ({ clipboardData }: ClipboardEvent): void => {
      const [file] = clipboardData?.files ?? [];
      const html = clipboardData?.getData('text/html') ?? '';
      const text = clipboardData?.getData('text/plain') ?? '';
      if (file) void readFile(file);
      else if (html !== '' || text !== '') void readPasted(html, text);
    };
    window.addEventListener('paste', take);
    return () => {
      window.removeEventListener('paste', take);
    };
  }, [readFile, readPasted]);
}

/** The plan that is in the workbook already. */
function OpenPlan(): ReactElement | null {
  const { state, dispatch, effects, say } = usePane();
  const styles = useStyles();
  if (state.book.kind !== 'open') return null;
  const { plan, settings } = state.book.checked.book;
  return (
    <div className={styles.card}>
      <div className={styles.tight}>
        <Caption1 className={styles.quiet}>{say('planOpen')}</Caption1>
        <Subtitle2 as="h2" className={styles.subheading}>
          {plan.locality}
        </Subtitle2>
        <Body1>
          {say('planCounts', {
            indicators: plan.indicators.length,
            tasks: plan.tasks.length,
            agencies: plan.agencies.length,
          })}
        </Body1>
        <Caption1 className={styles.quiet}>
          {`${say('asOf')}: ${formatDate(settings.asOf)} · ${settings.period.name}`}
        </Caption1>
      </div>
      <div className={styles.row}>
        <Button
          onClick={() => {
            dispatch({ type: 'tabOpened', tab: 'check' });
            void effects.showFirstEntry();
          }}
        >
          {say('toEntering')}
        </Button>
      </div>
    </div>
  );
}
