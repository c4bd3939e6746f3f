import type { Finding, Rule, Severity } from './rule';

export type ProfileName = 'relaxed' | 'recommended' | 'strict';

/** How strictly a document is judged where the settings say nothing of a rule. */
interface Profile {
  /** What becomes of a finding by the severity that its rule, or the document itself, gives it; `off` is a rule that is off by default. */
  readonly severities: Readonly<Record<Severity | 'off', Severity | 'off'>>;
  /** Rules of which the profile thinks otherwise. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

const asTheRulesSay = { error: 'error', warning: 'warning', information: 'information', hint: 'hint', off: 'off' } as const;

/** What a team may see otherwise: whether a document needs a part, what its own words for a state mean, and how it speaks of people. */
const debatable = [
  'missing-summary', 'missing-impact', 'missing-timeline', 'missing-root-cause', 'missing-actions', 'missing-resolution',
  'missing-current-status', 'missing-next-update', 'timeline-missing-timezone',
  'unknown-status', 'unknown-severity',
  'human-error-cause', 'blame',
];

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  relaxed: { severities: { ...asTheRulesSay, information: 'off', hint: 'off' }, rules: Object.fromEntries(debatable.map((id) => [id, 'off'])) },
  recommended: { severities: asTheRulesSay, rules: {} },
  strict: { severities: { ...asTheRulesSay, hint: 'information', off: 'information' }, rules: {} },
};

export const profileNames = Object.keys(profiles) as ProfileName[];

/** The severity of a rule in a profile, or of one of its findings, which may have a severity of its own. */
export function severityIn(profile: ProfileName, rule: Pick<Rule, 'id' | 'severity'>, finding?: Pick<Finding, 'severity'>): Severity | 'off' {
  const { severities, rules } = profiles[profile];
  return rules[rule.id] ?? severities[finding?.severity ?? rule.severity];
}

/** Whether no finding of a rule could be shown in a profile. */
export function isSilent(profile: ProfileName, rule: Pick<Rule, 'id' | 'severity'>): boolean {
  const { severities, rules } = profiles[profile];
  return (rules[rule.id] ?? (rule.severity === 'off' ? severities.off : null)) === 'off';
}
