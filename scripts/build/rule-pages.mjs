import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

const folder = join('server', 'src', 'rules');

/**
 * A plugin of esbuild: `./rule-pages` is a module of the rules' pages by their ids.
 * @type {import('esbuild').Plugin}
 */
export const rulePages = {
  name: 'rule-pages',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/rule-pages$/ }, () => ({ path: 'rule-pages', namespace: 'rule-pages' }));
    bundler.onLoad({ filter: /.*/, namespace: 'rule-pages' }, async () => {
      const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md')).sort().map((file) => join(folder, file));
      const pages = Object.fromEntries(files.map((file) => [basename(file, '.md'), readFileSync(file, 'utf8')]));
      return { contents: JSON.stringify(pages), loader: 'json', watchFiles: files, watchDirs: [folder] };
    });
  },
};
