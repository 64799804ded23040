import { Link } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { usePane } from '../pane';
import { useStyles } from './styles';

/** A list of which the first lines show until the person asks for all. */
export function LongList(props: {
  readonly items: readonly ReactElement[];
  readonly first: number;
}): ReactElement {
  const { say } = usePane();
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const { items, first } = props;
  const more = items.length - first;
  return (
    <>
      <ul className={styles.list}>{whole ? items : items.slice(0, first)}</ul>
      {more <= 0 ? null : (
        <div>
          <Link
            as="button"
            onClick={() => {
              setWhole(!whole);
            }}
          >
            {whole ? say('showLess') : say('showMore', { count: more })}
          </Link>
        </div>
      )}
    </>
  );
}
