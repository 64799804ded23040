import { writeSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Ends a run with one line, `N passed, N failed, N skipped`, after the names of the suites that
 * were skipped. A suite that could not run at all counts as one failure. On CI nothing may be
 * skipped.
 */
export default class SummaryReporter {
  #error = undefined;

  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const suites = results.testResults.flatMap(({ testFilePath, testResults }) =>
      testResults
        .filter(({ status }) => status === 'pending' || status === 'todo')
        .map(({ ancestorTitles: [suite], title }) =>
          [relative('', testFilePath), suite ?? title].join(': '),
        ),
    );
    const lines = [...new Set(suites)].map((suite) => `skipped: ${suite}`);
    if (process.env.CI && skipped > 0) {
      this.#error = new Error('On CI every test must run.');
      lines.push(this.#error.message);
    }
    lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    // Jest writes its own closing lines a little later; ours are to be the last.
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`));
  }

  getLastError() {
    return this.#error;
  }
}
