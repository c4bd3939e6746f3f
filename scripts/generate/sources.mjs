import { build } from 'esbuild';

/** The server's modules that say what there is to set, bundled and loaded. */
export async function sources() {
  const contents = `
    import * as z from 'zod/mini';
    export { PlanFile } from './server/src/protocol/plan-file';
    export { allRules } from './server/src/rules/index';
    export { defaultSettings, groupedKeys, optionShape, plainKeys, severityNames } from './server/src/settings';
    export function jsonSchema(schema) {
      const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      return rest;
    }`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
