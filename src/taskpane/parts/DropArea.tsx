import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { droppedFiles } from './dropped';
import { useStyles } from './styles';

const useOwnStyles = makeStyles({
  drop: {
    alignItems: 'center',
    textAlign: 'center',
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
});

/** A card that files may be dropped on; without `onFiles` it takes none now. */
export function DropArea(props: {
  readonly onFiles: ((files: readonly File[]) => void) | null;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const own = useOwnStyles();
  const [over, setOver] = useState(false);
  const { onFiles, children } = props;
  return (
    <div
      className={mergeClasses(styles.card, own.drop, over && own.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (onFiles) void droppedFiles(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
    </div>
  );
}
