const severityWord = /^(?:Error|Warning|Information|Hint|Off)\b/;

/**
 * A rule's page with what the rule itself says: the title, the summary and default severity below it, and a line an option
 * under "Options". Whatever else is written there stays.
 * @param {string | null} before
 * @param {{ id: string, summary: string, severity: string }} rule
 * @param {{ optionShape: (rule: any) => Record<string, any>, jsonSchema: (schema: any) => any }} model
 */
export function rulePage(before, rule, { optionShape, jsonSchema }) {
  if (before === null) throw new Error('is missing: a rule has a page beside it');
  const options = Object.entries(optionShape(rule)).map(([name, schema]) => optionLine(name, jsonSchema(schema)));
  return withOptions(withHead(before, rule), options);
}

/**
 * @param {string} page
 * @param {{ id: string, summary: string, severity: string }} rule
 */
function withHead(page, { id, summary, severity }) {
  const body = page.replace(/^# .*\n+/, '');
  const word = severity.charAt(0).toUpperCase() + severity.slice(1);
  const rest = body.startsWith('**') ? body.replace(/^\*\*[^\n]*?\*\* */, '') : body;
  const behind = severityWord.test(rest) ? rest.replace(severityWord, '') : `.${rest === body ? '\n\n' : ' '}${rest}`;
  return `# ${id}\n\n**${summary}.** ${word}${behind}`;
}

/**
 * The options stand first in their section, in the order of the schema.
 * @param {string} page
 * @param {string[]} options
 */
function withOptions(page, options) {
  const section = /\n## Options\n+((?:`\w+` \([^\n]*\n+)*)/;
  const lines = options.join('\n\n');
  if (!section.test(page)) return options.length === 0 ? page : `${page.trimEnd()}\n\n## Options\n\n${lines}\n`;
  if (options.length === 0) throw new Error('has a section "Options", but the rule has none');
  return `${page.replace(section, () => `\n## Options\n\n${lines}\n\n`).trimEnd()}\n`;
}

/**
 * @param {string} name
 * @param {{ description?: string, default?: unknown }} schema
 */
function optionLine(name, { description, default: value }) {
  if (!description || value === undefined) throw new Error(`the option ${name} needs a default and a description`);
  return `\`${name}\` (${shown(value)}): ${description.charAt(0).toLowerCase()}${description.slice(1)}`;
}

/** @param {unknown} value */
function shown(value) {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((part) => `\`${part}\``).join(', ');
  return typeof value === 'string' ? `\`${value}\`` : String(value);
}
