/** The setting `incidentDocs.rules` of one scope with a rule switched off. The rule's options stay, for the day it is switched on again. */
export function withRuleOff(rules: unknown, rule: string): Record<string, unknown> {
  const known = isRecord(rules) ? rules : {};
  const written = known[rule];
  if (Array.isArray(written)) return { ...known, [rule]: ['off', ...written.slice(1)] };
  return { ...known, [rule]: isRecord(written) ? { ...written, severity: 'off' } : 'off' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
