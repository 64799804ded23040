import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  Select,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Duty } from '../../domain/agencies/duties';
import { mergeAgencies } from '../../domain/agencies/mergeAgencies';
import type { Book } from '../../domain/book';
import { parseIsoDate } from '../../domain/dates';
import { tellIn } from '../../messages/collecting';
import { failureWords } from '../../messages/failures';
import { usePane } from '../pane';
import { Notice } from '../parts/Notice';
import { useStyles } from '../parts/styles';

/** Rows named in the preview. */
const NAMED_ROWS = 8;

/** Two agencies become one: what moves is shown first. */
export function MergeAgencies({ book }: { readonly book: Book }): ReactElement {
  const { state, effects } = usePane();
  const styles = useStyles();
  const [from, setFrom] = useState('');
  const [into, setInto] = useState('');
  const [day, setDay] = useState('');
  const { language, work } = state;
  const tell = tellIn(language);
  const single = book.registry.filter(({ group }) => !group);
  const nameOf = (id: string): string => single.find((each) => each.id === id)?.name ?? id;
  const merger = { from, into, on: parseIsoDate(day) };
  const chosen = from !== '' && into !== '';
  const preview = chosen
    ? mergeAgencies(book.plan, book.registry, merger, merger.on ?? book.settings.period.due)
    : null;
  const select = (label: string, value: string, onChange: (id: string) => void): ReactElement => (
    <Field label={label}>
      <Select
        className={styles.narrow}
        value={value}
        onChange={(_, data) => {
          onChange(data.value);
        }}
      >
        <option value="">{tell('mergeChoose')}</option>
        {single.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <section className={styles.tight}>
      <Body1Strong as="h3" className={styles.subheading}>
        {tell('mergeTitle')}
      </Body1Strong>
      <Caption1 className={styles.quiet}>{tell('mergeText')}</Caption1>
      {select(tell('mergeFrom'), from, setFrom)}
      {select(tell('mergeInto'), into, setInto)}
      <Field label={tell('mergeOn')}>
        <Input
          className={styles.narrow}
          type="date"
          value={day}
          onChange={(_, data) => {
            setDay(data.value);
          }}
        />
      </Field>
      {preview?.ok === false ? (
        <Notice intent="warning">
          {tell('mergeRefused', {
            reason: failureWords.get(preview.error)?.[language] ?? preview.error,
          })}
        </Notice>
      ) : null}
      {preview?.ok === true ? (
        <div className={styles.card}>
          {preview.value.moved.length + preview.value.shared.length === 0 ? (
            <Body1>{tell('mergeNothing')}</Body1>
          ) : null}
          {preview.value.moved.length === 0 ? null : (
            <Body1>
              {tell('mergeMoved', {
                count: preview.value.moved.length,
                name: nameOf(into),
                rows: rowWords(preview.value.moved),
              })}
            </Body1>
          )}
          {preview.value.shared.length === 0 ? null : (
            <Body1>
              {tell('mergeShared', {
                count: preview.value.shared.length,
                rows: rowWords(preview.value.shared),
              })}
            </Body1>
          )}
          <div>
            <Button
              appearance="primary"
              disabled={work !== null}
              onClick={() => void effects.merge(merger, { from: nameOf(from), into: nameOf(into) })}
            >
              {tell('mergeDo')}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}

function rowWords(duties: readonly Duty[]): string {
  const rows = duties.slice(0, NAMED_ROWS).map(({ row }) => row);
  return `${rows.join(', ')}${duties.length > NAMED_ROWS ? '…' : ''}`;
}
