import { associateCommands } from '../../src/commands/associate';

it('tells Excel that a button is done when its work is', async () => {
  const said: string[] = [];
  const runs = new Map<string, (event: { readonly completed: () => void }) => void>();
  const later = (word: string) => async (): Promise<void> => {
    await Promise.resolve();
    said.push(word);
  };
  associateCommands(
    { associate: (name, run) => runs.set(name, run) },
    { checkNow: later('check'), refreshColours: later('refresh'), makeReport: later('report') },
  );
  expect([...runs.keys()]).toEqual(['checkNow', 'refreshColours', 'makeReport']);
  await new Promise<void>((done) => {
    runs.get('makeReport')?.({
      completed: () => {
        said.push('completed');
        done();
      },
    });
  });
  expect(said).toEqual(['report', 'completed']);
});
