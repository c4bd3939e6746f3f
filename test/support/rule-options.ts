import type { CheckSettings } from '../../server/src/rules/check';
import type { Rule } from '../../server/src/rules/rule';

/** Settings in which a rule has some options of its own, and its severity. */
export function ruleOptions(rule: Rule, options: Readonly<Record<string, unknown>>): Pick<CheckSettings, 'rules'> {
  return { rules: { [rule.id]: { severity: null, options: { ...(rule.defaults as object), ...options } } } };
}
