const prefix = 'incidentDocs.';
const textPrefix = 'setting.';
const schemaFile = './schemas/incident-docs.schema.json';

/** What a person reads of the settings that stand alone. The rules say theirs themselves. */
const plainTexts = {
  enable: 'Check incident documents and show their outline, folds and action plan.',
  profile: 'How strictly documents are judged: `relaxed` shows errors and warnings alone, and of these what nobody could see otherwise; `recommended` is what the rules say; `strict` shows hints as information, and what is off by default as well. What `rules` says of a rule holds in each of them.',
  maxProblems: 'The most problems that are shown in one document. Where there are more, the gravest are kept and one says how many are left out.',
  dateOrder: 'How numeric dates such as 03/04/2024 are written: `dayFirst`, `monthFirst`, or `auto`, where the other dates of the document decide.',
  requiredSections: 'Sections that every document must have, by their roles: `["participants", "communication"]`. The rule `missing-section` asks for them.',
  toleratedOwners: 'Words that count as an owner although they name no person, of an incident or an action: `["SRE on call"]`.',
  sections: 'Headings of your own, by the role of their section: `{ "rootCause": ["Why it broke"] }`.',
  fields: 'Keys of your own, by what they mean: `{ "severity": ["Alarm level"] }`.',
  timeZone: 'The zone for local times, by its IANA name (`Europe/Berlin`). Empty: the zone of the machine.',
  semanticTokens: 'Colour timestamps, fields, owners, tickets and the like by what they mean, in the colours of the theme.',
  inlayHints: 'What is shown beside the text: `elapsed`, the time since the entry before; `dates`, a date that an entry does not state; `metrics`, what was computed beside what is claimed.',
  codeLens: 'Show the number of open actions and problems over the title, with a way to the action plan.',
  'outline.markdown': 'Show our outline of Markdown documents as well, beside the one of the editor.',
  'links.tickets': 'Addresses of tickets, by patterns of their keys: `{ "OPS-(\\\\d+)": "https://tickets.example.com/$0" }`. `$0` is the key, `$1` the first part in brackets. Only `http` and `https`.',
  'links.newIssue': 'The address of a form for a new issue, which the action plan opens with an item filled in: `https://tickets.example.com/new?title=$title&body=$body`. `$title` is the item, `$body` the item with its incident, `$owner` and `$due` what is known of it. Only `http` and `https`.',
  'files.include': 'Files that are incident documents whatever is in them; patterns as in `.gitignore`, relative to the folder that is open.',
  'files.exclude': 'Files that are no incident documents whatever is in them; patterns as in `.gitignore`, relative to the folder that is open.',
  'workspace.index': 'Read the incident documents of the folders that are open in the background, so that ids, tickets and owners are known across documents.',
};
const rulesText = "The rules by their ids: a severity (`error`, `warning`, `information`, `hint`, `off`), or a severity and the rule's options (`[\"warning\", { … }]`). What is not named keeps its default.";
const projectFileText = ' A file `.incident-docs.json` in the folder of a document or above it overrules these settings.';
const traceText = 'Log the messages between the editor and the language server.';
const templatesText = 'A folder with documents of your own to begin with, relative to the folder that is open (`docs/templates`): its files in Markdown and plain text are offered by "New Incident Document…".';

/** The manifest with our settings, every key in its place. */
export function manifest(before, model) {
  const described = (key) => ({ markdownDescription: `%${textPrefix}${key}%` });
  const { plain, grouped, rules } = settings(model, described, inlineSeverity(model));
  const inGroups = Object.entries(grouped).flatMap(([group, keys]) => Object.entries(keys).map(([key, schema]) => [`${group}.${key}`, schema]));
  const properties = Object.fromEntries(
    [...Object.entries(plain), ...inGroups, ['rules', rules]].map(([key, schema]) => [prefix + key, { scope: 'resource', ...schema }]),
  );
  // settings of the client alone
  properties[`${prefix}templates.folder`] = { scope: 'resource', type: 'string', default: '', ...described('templates.folder') };
  properties[`${prefix}trace.server`] = {
    scope: 'window', type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off', ...described('trace.server'),
  };
  return {
    ...before,
    contributes: {
      ...before.contributes,
      configuration: { title: '%extension.displayName%', properties },
      jsonValidation: [{ fileMatch: '.incident-docs.json', url: schemaFile }],
    },
  };
}

/** The manifest's texts, those of settings that are no more left out. */
export function translations(before, model) {
  const others = Object.entries(before).filter(([key]) => !key.startsWith(textPrefix));
  const own = { ...texts(model), rules: rulesText + projectFileText, 'templates.folder': templatesText, 'trace.server': traceText };
  return Object.fromEntries([...others, ...Object.entries(own).map(([key, text]) => [textPrefix + key, text])]);
}

/** The JSON schema of .incident-docs.json. */
export function projectFileSchema(_, model) {
  const own = texts(model);
  const { plain, grouped, rules } = settings(model, (key) => ({ description: own[key] }), { $ref: '#/definitions/severity' });
  const groups = Object.entries(grouped).map(([group, keys]) => [group, { type: 'object', properties: keys, additionalProperties: false }]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Incident Docs',
    description: 'How the incident documents in this folder and below are checked, in the editor and on the command line.',
    type: 'object',
    definitions: { severity: inlineSeverity(model) },
    properties: { $schema: { type: 'string' }, ...plain, ...Object.fromEntries(groups), rules },
    additionalProperties: false,
  };
}

/** Every text by the key of its setting. */
function texts({ plainKeys, groupedKeys, allRules, optionShape, jsonSchema }) {
  const grouped = Object.entries(groupedKeys).flatMap(([group, keys]) => Object.keys(keys).map((key) => `${group}.${key}`));
  const missing = [...Object.keys(plainKeys), ...grouped].filter((key) => !plainTexts[key]);
  if (missing.length > 0) throw new Error(`no text for the setting ${missing.join(', ')}: add it to scripts/generate/settings.mjs`);
  return {
    ...plainTexts,
    rules: rulesText,
    ...Object.fromEntries(allRules.flatMap((rule) => [
      [`rules.${rule.id}`, `${rule.summary}. Default: \`${rule.severity}\`.`],
      ...Object.entries(optionShape(rule)).map(([name, schema]) => [`rules.${rule.id}.${name}`, jsonSchema(schema).description]),
    ])),
  };
}

/** Settings of VS Code cannot refer to a schema elsewhere. */
function inlineSeverity({ severityNames }) {
  return { enum: [...severityNames] };
}

/** The settings that a document can have, as JSON schemas. */
function settings({ plainKeys, groupedKeys, defaultSettings, allRules, optionShape, jsonSchema }, described, severity) {
  const plain = Object.entries(plainKeys).map(([key, schema]) => [key, { ...jsonSchema(schema), default: defaultSettings[key], ...described(key) }]);
  const grouped = Object.entries(groupedKeys).map(([group, schemas]) => {
    const keys = Object.entries(schemas).map(([key, schema]) => [key, { ...jsonSchema(schema), default: defaultSettings[group][key], ...described(`${group}.${key}`) }]);
    return [group, Object.fromEntries(keys)];
  });
  const rules = allRules.map((rule) => [rule.id, { ...described(`rules.${rule.id}`), default: rule.severity, ...ruleSchema(rule) }]);
  return {
    plain: Object.fromEntries(plain),
    grouped: Object.fromEntries(grouped),
    rules: { type: 'object', default: {}, ...described('rules'), properties: Object.fromEntries(rules), additionalProperties: false },
  };

  function ruleSchema(rule) {
    const options = Object.entries(optionShape(rule)).map(([name, schema]) => [name, { ...jsonSchema(schema), description: undefined, ...described(`rules.${rule.id}.${name}`) }]);
    if (options.length === 0) return severity;
    const object = { type: 'object', properties: Object.fromEntries(options), additionalProperties: false };
    return { anyOf: [severity, { type: 'array', items: [severity, object], minItems: 2, maxItems: 2 }] };
  }
}
