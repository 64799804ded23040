import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  mergeClasses,
  Select,
} from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { pastLines, type PastLine } from '../../app/pastPeriod';
import type { Book, Period } from '../../domain/book';
import type { FigureValue } from '../../domain/collection/submission';
import { shorten } from '../../domain/text';
import { tellIn } from '../../messages/collecting';
import { formatDate, formatNumber, type Language } from '../../messages/language';
import { usePane } from '../pane';
import { useStyles } from '../parts/styles';

type PastField = PastLine['fields'][number];

/** What was reported for a period that is over, row by row, and the way to correct a value. */
export function PastFigures(props: { readonly book: Book; readonly period: Period }): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const [row, setRow] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const { book, period } = props;
  const tell = tellIn(state.language);
  const lines = useMemo(() => pastLines(book, period), [book, period]);
  const line = lines.find(({ id }) => id === row);
  const filled = lines.filter(({ fields }) => fields.some(({ value }) => value !== null)).length;
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('pastTitle')}
      </Body1Strong>
      <Caption1 className={styles.quiet}>{tell('pastText')}</Caption1>
      <Field label={tell('pastRow')} hint={tell('pastCount', { count: filled })}>
        <Select
          className={styles.narrow}
          value={row}
          onChange={(_, { value }) => {
            setRow(value);
            setEditing(null);
          }}
        >
          <option value="">{tell('pastChoose')}</option>
          {lines.map(({ id, name }) => (
            <option key={id} value={id}>
              {tell('pastLine', { id, name: shorten(name, 80) })}
            </option>
          ))}
        </Select>
      </Field>
      {line ? (
        <ul className={styles.list}>
          {line.fields.map((field) => (
            <li key={field.field} className={styles.item}>
              <div className={mergeClasses(styles.row, styles.spread)}>
                <Caption1 className={styles.quiet}>{field.header}</Caption1>
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={state.work !== null}
                  aria-label={tell('pastEditOf', { field: field.header })}
                  onClick={() => {
                    setEditing(field.field);
                  }}
                >
                  {tell('pastEdit')}
                </Button>
              </div>
              <Body1>{shown(field.value, field, state.language) ?? tell('pastNone')}</Body1>
              {editing === field.field ? (
                <Correct
                  period={period}
                  line={line.id}
                  field={field}
                  onClose={() => {
                    setEditing(null);
                  }}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function shown(value: FigureValue | null, { kind }: PastField, language: Language): string | null {
  if (typeof value === 'number') return formatNumber(value, language);
  return kind === 'day' && value !== null ? formatDate(value) : value;
}

function Correct(props: {
  readonly period: Period;
  readonly line: string;
  readonly field: PastField;
  readonly onClose: () => void;
}): ReactElement {
  const { state, effects, say } = usePane();
  const styles = useStyles();
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { period, line, field, onClose } = props;
  const tell = tellIn(state.language);
  const ready = value.trim() !== '' && reason.trim() !== '';
  return (
    <div className={styles.tight}>
      <Field label={field.header}>
        {field.choices ? (
          <Select
            value={value}
            onChange={(_, data) => {
              setValue(data.value);
            }}
          >
            <option value="" />
            {field.choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            type={field.kind === 'day' ? 'date' : 'text'}
            inputMode={field.kind === 'number' ? 'decimal' : 'text'}
            value={value}
            onChange={(_, data) => {
              setValue(data.value);
            }}
          />
        )}
      </Field>
      <Field
        label={tell('pastReason')}
        {...(asked && !ready ? { validationMessage: tell('pastMissing') } : {})}
      >
        <Input
          value={reason}
          onChange={(_, data) => {
            setReason(data.value);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Button
          size="small"
          appearance="primary"
          disabled={state.work !== null}
          onClick={() => {
            setAsked(true);
            if (ready)
              void effects.correct({
                period: period.id,
                line,
                field: field.field,
                value: value.trim(),
                reason: reason.trim(),
              });
          }}
        >
          {tell('pastWrite')}
        </Button>
        <Button size="small" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
