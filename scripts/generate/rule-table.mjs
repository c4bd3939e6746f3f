/** @typedef {{ id: string, group: string, summary: string, severity: string }} Row */

const region = /(<!-- rules: [^>]*-->)[^]*?(<!-- end of rules -->)/;

/**
 * The readme with a row a rule between its two marks, group by group.
 * @param {string | null} before
 * @param {{ allRules: readonly Row[] }} model
 */
export function ruleTable(before, { allRules }) {
  if (before === null || !region.test(before)) throw new Error('has no region "<!-- rules: … -->" to "<!-- end of rules -->"');
  const groups = [...new Set(allRules.map(({ group }) => group))];
  const tables = groups.map((group) => `**${capital(group)}**\n\n${table(allRules.filter((rule) => rule.group === group))}`);
  // a function, as a summary may hold a "$"
  return before.replace(region, (_, start, end) => `${start}\n\n${tables.join('\n\n')}\n\n${end}`);
}

/** @param {readonly Row[]} rules */
function table(rules) {
  const rows = rules.map(({ id, group, summary, severity }) => `| [\`${id}\`](server/src/rules/${group}/${id}.md) | ${summary.replaceAll('|', '\\|')} | ${severity} |`);
  return ['| rule | what holds where it is content | default |', '|---|---|---|', ...rows].join('\n');
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
