// A reporter of node:test: one JSON object a line for each test that ended, for the script that adds them up.

/**
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* report(events) {
  /** @type {Map<string, string[]>} the titles that lead to the current test of a file */
  const paths = new Map();
  /** @type {Map<string, string>} what a file wrote on standard error */
  const errors = new Map();
  /** What node:test remarks, without naming a file, before the file that it is about ends. */
  let remarks = '';

  for await (const { type, data } of events) {
    const file = data.file ?? '';
    if (type === 'test:start') {
      paths.set(file, [...(paths.get(file) ?? []).slice(0, data.nesting), data.name]);
    } else if (type === 'test:stderr') {
      errors.set(file, (errors.get(file) ?? '') + data.message);
    } else if (type === 'test:diagnostic') {
      remarks += `${data.message}\n`;
    } else if (type === 'test:pass' && data.name.endsWith('.test.js')) {
      // A file without a test passes as if it were one.
      yield `${JSON.stringify({ state: 'failed', title: data.name, file, details: 'There is no test in it.' })}\n`;
    } else if (type === 'test:pass' || type === 'test:fail') {
      const state = stateOf(type, data);
      if (!state) continue;
      const title = [...(paths.get(file) ?? []).slice(0, data.nesting), data.name].join(' › ');
      const details = state === 'failed' ? reason(data.details.error, remarks + (errors.get(file) ?? '')) : '';
      if (state === 'failed') remarks = '';
      yield `${JSON.stringify({ state, title, file, details })}\n`;
    }
  }
}

/**
 * @param {string} type
 * @param {any} data
 * @returns {'passed' | 'failed' | 'skipped' | undefined} undefined for what only holds other tests together
 */
function stateOf(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return data.details.type === 'suite' ? undefined : 'skipped';
  if (type === 'test:fail') return data.details.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
  return data.details.type === 'suite' ? undefined : 'passed';
}

/**
 * @param {any} error
 * @param {string} context shown where the error itself says nothing
 */
function reason(error, context) {
  const cause = error?.cause ?? error;
  const text = String(cause?.stack ?? cause?.message ?? cause);
  const own = text.split('\n').filter((line) => !/^\s+at .*(node:|node_modules)/.test(line));
  // A file that could not be loaded, or broke after its tests, says why elsewhere.
  const silent = error?.failureType === 'testCodeFailure' && !cause?.stack;
  return [...own, ...(silent ? [context] : [])].join('\n');
}
