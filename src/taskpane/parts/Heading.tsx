import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useStyles } from './styles';

/**
 * The heading of a tab or a step. With `takesFocus` the keyboard and the screen reader go to it
 * when it appears, so that a new step is not missed.
 */
export function Heading(props: {
  readonly children: ReactNode;
  readonly takesFocus?: boolean;
}): ReactElement {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { takesFocus = false } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={takesFocus ? -1 : undefined} className={styles.heading}>
      {props.children}
    </h2>
  );
}
