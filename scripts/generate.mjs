// npm run generate                writes what is derived from the rules and the settings' schema
// npm run generate -- --check     only says what is not up to date, and fails where something is not
//
// A new rule is a file with a `defineRule`, a page beside it, and its line in server/src/rules/index.ts. From these come:
// its setting in package.json with the texts in package.nls.json, its entry in the JSON schema of .incident-docs.json, its row
// in the table of README.md, and on its own page the summary, the default severity and the list of its options. The JSON schema of exported
// action plans comes from server/src/protocol/plan-file.ts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePage } from './generate/rule-page.mjs';
import { planFileSchema } from './generate/plan-file.mjs';
import { ruleTable } from './generate/rule-table.mjs';
import { manifest, projectFileSchema, translations } from './generate/settings.mjs';
import { sources } from './generate/sources.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const model = await sources();

/** What is generated: each file with its content, made from the content that it has. */
const outputs = [
  ['package.json', json(manifest)],
  ['package.nls.json', json(translations)],
  ['schemas/incident-docs.schema.json', json(projectFileSchema)],
  ['schemas/action-plan.schema.json', json(planFileSchema)],
  ['README.md', ruleTable],
  ...model.allRules.map((rule) => [`server/src/rules/${rule.group}/${rule.id}.md`, (before) => rulePage(before, rule, model)]),
];

const problems = [];
for (const [file, make] of outputs) {
  try {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    const after = make(before, model);
    if (before === after) continue;
    if (process.argv.includes('--check')) {
      problems.push(`${file} is not up to date: npm run generate`);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, after);
      console.log(`${file} written`);
    }
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

function json(make) {
  return (before) => `${JSON.stringify(make(before === null ? {} : JSON.parse(before), model), null, 2)}\n`;
}
