import { reduce, type Event, type State } from './state';

/** Holds the one state of the pane; every change goes through the reducer. */
export type Store = {
  readonly get: () => State;
  readonly dispatch: (event: Event) => void;
  /** Calls back after every change, until the given function is called. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store that begins with `state`. */
export function createStore(state: State): Store {
  let now = state;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    dispatch: (event) => {
      now = reduce(now, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
