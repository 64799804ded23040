import type { OfficeClient } from '../host/host';

/** Colours that Office tells a pane; `isDarkTheme` says which way they go. */
export type OfficeTheme = {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme: boolean;
};

/** What the workbench is to a pane inside it, as Excel is to a pane inside Excel. */
export type Surroundings = {
  /** Joins the pane's client library to the host. */
  readonly attach: (client: OfficeClient) => void;
  readonly displayLanguage: () => string;
  readonly theme: () => OfficeTheme;
  /** Calls back on every change of the theme from now on. */
  readonly onTheme: (listener: () => void) => void;
  /** Shows or hides the pane, as `Office.addin.showAsTaskpane` and `hide` do. */
  readonly showPane: (shown: boolean) => void;
  /** Keeps what a button of the ribbon runs, as `Office.actions.associate` does. */
  readonly associate: (id: string, action: (event: unknown) => void) => void;
};

/** The name under which the workbench stands in its window. */
export const SURROUNDINGS = 'tienDoWorkbench';

/** The workbench of a window, or null where there is none. */
export function surroundingsOf(window: object): Surroundings | null {
  return hasSurroundings(window) ? window[SURROUNDINGS] : null;
}

function hasSurroundings(window: object): window is { readonly [SURROUNDINGS]: Surroundings } {
  return SURROUNDINGS in window;
}
