import { createContext, useContext } from 'react';
import { fill, type Language, type Params } from '../messages/language';
import { taskpaneMessages } from '../messages/taskpane';
import type { Effects } from './effects';
import type { Event, State } from './state';

/** Says a message of the pane in its language. */
export type Say = (name: keyof typeof taskpaneMessages, params?: Params) => string;

/** What every part of the pane has at hand. */
export type Pane = {
  readonly state: State;
  readonly dispatch: (event: Event) => void;
  readonly effects: Effects;
  readonly say: Say;
};

/** Gives the pane to its parts. */
export const PaneContext = createContext<Pane | null>(null);

/** The pane around a part. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('A part of the pane stands outside it.');
  return pane;
}

/** {@link Say} for a language. */
export function sayIn(language: Language): Say {
  return (name, params = {}) => fill(taskpaneMessages[name], params, language);
}
