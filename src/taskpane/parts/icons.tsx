import type { ReactElement } from 'react';
import type { Tab } from '../state';

/** The lines of each tab's icon on a grid of 20. */
const paths: Readonly<Record<Tab, string>> = {
  plan: 'M5 3h7l3 3v11H5zM12 3v3h3M8 9h4M8 12h4',
  check: 'M3 4h14v12H3zM6.5 10l2.5 2.5 4.5-5',
  collect: 'M3 11v6h14v-6h-4l-1.5 2h-3L7 11zM10 3v7M7.5 7.5L10 10l2.5-2.5',
  progress: 'M3 17h14M5 17v-5M9 17V8M13 17V5',
  report: 'M6 3h8v14H6zM9 14v-2M11 14v-4M8.5 6h3',
  settings: 'M3 6h7M14 6h3M12 4v4M3 13h3M10 13h7M8 11v4',
};

/** The icon of a tab; it says nothing that the words beside it do not say. */
export function TabIcon({ tab }: { readonly tab: Tab }): ReactElement {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={paths[tab]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
