import { Body1, Button, Caption1, Field, Input, Switch } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import program from '../../../package.json';
import type { Bands } from '../../domain/assessment/bands';
import type { BookSettings } from '../../domain/book';
import { readNumber } from '../../domain/numbers';
import { formatNumber } from '../../messages/language';
import { usePane } from '../pane';
import { Busy } from '../parts/Busy';
import { Heading } from '../parts/Heading';
import { useStyles } from '../parts/styles';

/** Settings of the workbook, the pane's language, and what this is. */
export function SettingsTab(): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { book } = state;
  return (
    <div className={styles.stack}>
      {book.kind === 'open' ? (
        <BookSettingsForm
          key={JSON.stringify([
            book.checked.book.settings.bands,
            book.checked.book.settings.dueSoonDays,
          ])}
          settings={book.checked.book.settings}
        />
      ) : null}
      <section className={styles.tight}>
        <Heading>{say('language')}</Heading>
        <Switch
          checked={state.language === 'en'}
          label={say('english')}
          onChange={(_, { checked }) => {
            effects.chooseLanguage(checked ? 'en' : 'vi');
          }}
        />
      </section>
      <section className={styles.tight}>
        <Heading>{say('about')}</Heading>
        <Body1>{say('aboutText', { version: program.version })}</Body1>
      </section>
    </div>
  );
}

type Typed = Readonly<Record<keyof Bands | 'dueSoonDays', string>>;

function BookSettingsForm({ settings }: { readonly settings: BookSettings }): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const { language, work } = state;
  const { bands, dueSoonDays } = settings;
  const [typed, setTyped] = useState<Typed>({
    attention: formatNumber(bands.attention, language),
    atRisk: formatNumber(bands.atRisk, language),
    alarm: formatNumber(bands.alarm, language),
    dueSoonDays: formatNumber(dueSoonDays, language),
  });
  const attention = numberIn(typed.attention);
  const atRisk = numberIn(typed.atRisk);
  const alarm = numberIn(typed.alarm);
  const days = numberIn(typed.dueSoonDays);
  const falling =
    attention !== null &&
    atRisk !== null &&
    alarm !== null &&
    attention >= atRisk &&
    atRisk >= alarm;
  const given = falling ? { attention, atRisk, alarm } : null;
  const reminds = days !== null && days >= 0;
  const input = (name: keyof Typed, label: string): ReactElement => (
    <Field label={label} style={{ flex: '1 1 80px', minWidth: 0 }}>
      <Input
        value={typed[name]}
        style={{ minWidth: 0 }}
        input={{ style: { minWidth: 0 } }}
        onChange={(_, { value }) => {
          setTyped({ ...typed, [name]: value });
        }}
      />
    </Field>
  );
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== null && reminds)
          void effects.changeSettings({ bands: given, dueSoonDays: days });
      }}
    >
      <div className={styles.tight}>
        <Heading>{say('settingsBook')}</Heading>
        <Body1 className={styles.quiet}>{say('settingsBookText')}</Body1>
      </div>
      <Field
        label={say('bands')}
        {...(falling
          ? { hint: say('bandsHelp') }
          : { validationMessage: say('bandsInvalid'), validationState: 'error' as const })}
      >
        <div className={styles.row} role="group" aria-label={say('bands')}>
          {input('attention', say('bandAttention'))}
          {input('atRisk', say('bandAtRisk'))}
          {input('alarm', say('bandAlarm'))}
        </div>
      </Field>
      <div className={styles.row}>{input('dueSoonDays', say('dueSoonDays'))}</div>
      {reminds ? null : <Caption1 role="alert">{say('dueSoonInvalid')}</Caption1>}
      {work?.job === 'settings' ? <Busy label={say('savingSettings')} /> : null}
      <div className={styles.row}>
        <Button
          type="submit"
          appearance="primary"
          disabled={given === null || !reminds || work !== null}
        >
          {say('saveSettings')}
        </Button>
        <Button onClick={() => void effects.showSheet('periods')}>{say('openPeriods')}</Button>
      </div>
    </form>
  );
}

/** The number a person typed; null when it is none or can be read two ways. */
function numberIn(text: string): number | null {
  const reading = readNumber(text);
  return reading.kind === 'number' ? reading.value : null;
}
