/** What a button of the ribbon does; it settles when there is something to see of it. */
export type Command = () => Promise<void>;

/** The buttons of the ribbon by the names the manifest gives their functions. */
export type Commands = Readonly<Record<'checkNow' | 'refreshColours' | 'makeReport', Command>>;

/** What Office.js offers to pages with buttons on the ribbon. */
export type CommandHost = {
  readonly associate: (
    name: string,
    run: (event: { readonly completed: () => void }) => void,
  ) => void;
};

/** Tells Excel what stands behind each button. Excel waits for a command until it says it is done. */
export function associateCommands(host: CommandHost, commands: Commands): void {
  for (const [name, run] of Object.entries(commands))
    host.associate(name, (event) => {
      void run().finally(() => {
        event.completed();
      });
    });
}
