import type { ReactElement } from 'react';
import { usePane } from '../pane';
import type { Trouble } from '../state';
import { Notice } from './Notice';
import { describeTrouble } from './trouble';

/** What went wrong, with the next step. */
export function TroubleNotice({ trouble }: { readonly trouble: Trouble }): ReactElement {
  const { state } = usePane();
  return <Notice intent="error">{describeTrouble(trouble, state.language)}</Notice>;
}
