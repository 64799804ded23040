import {
  Body1,
  Caption1,
  FluentProvider,
  makeStyles,
  Subtitle1,
  Subtitle2,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { fill, type Language, type Message } from '../messages/language';
import { taskpaneMessages } from '../messages/taskpane';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  block: { display: 'flex', flexDirection: 'column' },
});

/**
 * The task pane. `workbook` is the title or the file name of the workbook beside it; null when
 * the page was opened outside Excel.
 */
export function Pane(props: {
  readonly language: Language;
  readonly workbook: string | null;
}): ReactElement {
  const styles = useStyles();
  const say = (message: Message): string => fill(message, {}, props.language);
  return (
    <FluentProvider theme={webLightTheme}>
      <main className={styles.page}>
        <header className={styles.block}>
          <Subtitle1 as="h1">Tiến Độ</Subtitle1>
          <Caption1>{say(taskpaneMessages.purpose)}</Caption1>
        </header>
        {props.workbook === null ? (
          <Body1>{say(taskpaneMessages.outsideExcel)}</Body1>
        ) : (
          <section className={styles.block}>
            <Caption1>{say(taskpaneMessages.openWorkbook)}</Caption1>
            <Subtitle2 as="h2">{props.workbook}</Subtitle2>
          </section>
        )}
        <Body1>{say(taskpaneMessages.fromCommandLine)}</Body1>
      </main>
    </FluentProvider>
  );
}
