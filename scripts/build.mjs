import { run } from './children.mjs';
import { Failure } from './progress.mjs';

/**
 * Builds everything into dist/.
 * @param {'--tests'[]} tests the tests as well
 * @throws {Failure}
 */
export async function build(...tests) {
  const { code, output } = await run(process.execPath, ['esbuild.mjs', ...tests]);
  if (code !== 0) throw new Failure('The build failed: mend what is named above, and start again.', output);
}
