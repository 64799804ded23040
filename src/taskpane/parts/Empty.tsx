import { Body1 } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Heading } from './Heading';
import { useStyles } from './styles';

/** There is nothing to show: why, and what to do next. */
export function Empty(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.stack}>
      <div className={styles.tight}>
        <Heading>{props.title}</Heading>
        <Body1 className={styles.quiet}>{props.text}</Body1>
      </div>
      {props.children === undefined ? null : <div className={styles.row}>{props.children}</div>}
    </section>
  );
}
