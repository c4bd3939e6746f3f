// Writes what is derived from the rules and the settings' schema: the settings in package.json with their texts in
// package.nls.json, the JSON schema of .incident-docs.json, and the table of rules in README.md.
//   node scripts/generate.mjs            writes
//   node scripts/generate.mjs --check    only says whether all is up to date
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const prefix = 'incidentDocs.';
const textPrefix = 'setting.';
const { z, allRules, defaultSettings, optionShape, plainKeys, severityNames } = await sources();

const texts = {
  enable: 'Check incident documents and show their outline, folds and action plan.',
  maxProblems: 'The most problems that are shown in one document. Where there are more, the gravest are kept and one says how many are left out.',
  dateOrder: 'How numeric dates such as 03/04/2024 are written: `dayFirst`, `monthFirst`, or `auto`, where the other dates of the document decide.',
  sections: 'Headings of your own, by the role of their section: `{ "rootCause": ["Why it broke"] }`.',
  fields: 'Keys of your own, by what they mean: `{ "severity": ["Alarm level"] }`.',
  rules: "The rules by their ids: a severity (`error`, `warning`, `information`, `hint`, `off`), or an object of a `severity` and the rule's options. What is not named keeps its default. A file `.incident-docs.json` in the folder of a document or above it overrules these settings.",
  ...Object.fromEntries(allRules.flatMap((rule) => [
    [`rules.${rule.id}`, `${rule.summary}. Default: \`${rule.severity}\`.`],
    ...Object.entries(optionShape(rule)).map(([name, schema]) => [`rules.${rule.id}.${name}`, jsonSchema(schema).description]),
  ])),
  'trace.server': 'Log the messages between the editor and the language server.',
};

const json = (make) => (before) => `${JSON.stringify(make(before === null ? {} : JSON.parse(before)), null, 2)}\n`;
const outputs = [
  ['package.json', json(manifest)],
  ['package.nls.json', json(translations)],
  ['schemas/incident-docs.schema.json', json(projectFileSchema)],
  ['README.md', ruleTable],
];

let stale = false;
for (const [file, make] of outputs) {
  const before = read(file);
  const after = make(before);
  if (before === after) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not up to date: run node scripts/generate.mjs`);
    stale = true;
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, after);
    console.log(`${file} written`);
  }
}
if (stale) process.exitCode = 1;

/** The manifest with our settings, every key in its place. */
function manifest(before) {
  const described = (key) => ({ markdownDescription: `%${textPrefix}${key}%` });
  const properties = Object.fromEntries(
    Object.entries(settings(described)).map(([key, schema]) => [prefix + key, { scope: 'resource', ...schema }]),
  );
  properties[`${prefix}trace.server`] = {
    scope: 'window', type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off', ...described('trace.server'),
  };
  return {
    ...before,
    contributes: {
      ...before.contributes,
      configuration: { title: '%extension.displayName%', properties },
      jsonValidation: [{ fileMatch: '.incident-docs.json', url: './schemas/incident-docs.schema.json' }],
    },
  };
}

/** The manifest's texts, those of settings that are no more left out. */
function translations(before) {
  const others = Object.entries(before).filter(([key]) => !key.startsWith(textPrefix));
  return Object.fromEntries([...others, ...Object.entries(texts).map(([key, text]) => [textPrefix + key, text])]);
}

/** The readme with a row a rule between its two marks. */
function ruleTable(before) {
  const rows = allRules.map((rule) => `| [\`${rule.id}\`](server/src/rules/${rule.group}/${rule.id}.md) | ${rule.summary} | ${rule.severity} |`);
  const table = ['| rule | what holds where it is content | default |', '|---|---|---|', ...rows].join('\n');
  return before.replace(/(<!-- rules: [^>]*-->)[^]*?(<!-- end of rules -->)/, `$1\n\n${table}\n\n$2`);
}

function projectFileSchema() {
  const properties = settings((key) => ({ description: texts[key].replace(/ A file `[^.]*\.incident-docs\.json`.*$/, '') }));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Incident Docs',
    description: 'How the incident documents in this folder and below are checked, in the editor and on the command line.',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...properties },
    additionalProperties: false,
  };
}

/** The settings that a document can have, as JSON schemas. */
function settings(described) {
  const plain = Object.entries(plainKeys).map(([key, schema]) => [key, { ...jsonSchema(schema), default: defaultSettings[key], ...described(key) }]);
  const severity = { type: 'string', enum: [...severityNames] };
  const rules = allRules.map((rule) => {
    const options = Object.entries(optionShape(rule)).map(([name, schema]) => [name, { ...jsonSchema(schema), description: undefined, ...described(`rules.${rule.id}.${name}`) }]);
    const object = { type: 'object', properties: { severity, ...Object.fromEntries(options) }, additionalProperties: false };
    return [rule.id, { ...described(`rules.${rule.id}`), default: rule.severity, anyOf: [severity, object] }];
  });
  return {
    ...Object.fromEntries(plain),
    rules: { type: 'object', default: {}, ...described('rules'), properties: Object.fromEntries(rules), additionalProperties: false },
  };
}

function jsonSchema(schema) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return rest;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** The server's modules that say what there is to set, bundled and loaded. */
async function sources() {
  const contents = `
    export * as z from 'zod/mini';
    export { allRules } from './server/src/rules/index';
    export { defaultSettings, optionShape, plainKeys, severityNames } from './server/src/settings';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
