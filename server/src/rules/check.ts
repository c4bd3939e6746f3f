import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { t } from '../l10n';
import { documentAnchor } from './anchor';
import { allRules } from './index';
import { lexiconOf } from './mentions';
import type { Mention } from './mentions';
import { isSilent, severityIn } from './profiles';
import type { ProfileName } from './profiles';
import type { Finding, Rule, RuleContext, Severity } from './rule';
import type { Siblings } from './siblings';
import { missingSection, spokenFor } from './structure/missing-section';
import { Suppressions } from './suppressions';

/** What the user wants of one rule; a severity of null leaves it to the rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | null;
  /** Already parsed with the rule's schema. */
  readonly options: unknown;
}

export interface CheckSettings extends Pick<RuleContext, 'requiredSections' | 'toleratedOwners'> {
  /** False: no document is checked. */
  readonly enable: boolean;
  /** How strictly the rules judge that are not named in `rules`. */
  readonly profile: ProfileName;
  /** By rule id; what is set here holds in every profile. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** How many findings a document may have before the rest is summed up in one. */
  readonly maxProblems: number;
}

export interface CheckContext extends Pick<RuleContext, 'now'>, Partial<Pick<RuleContext, 'siblings'>> {
  /** Told once a rule and document when a rule has thrown; the other rules still run. */
  readonly log?: (message: string) => void;
}

/** A finding that holds: not suppressed, with the rule it comes from and its effective severity. */
export interface CheckedFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** The id of the finding that stands for those beyond `maxProblems`. */
export const maxProblemsId = 'max-problems';

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/**
 * Runs every rule over a document and returns what they find, ordered by place and then by rule. A document that is no
 * incident document, or empty yet, has no findings. Pure but for `context.log`, and never throws.
 */
export function check(
  document: IncidentDocument,
  settings: CheckSettings,
  context: CheckContext,
  rules: readonly Rule[] = allRules,
): CheckedFinding[] {
  if (!settings.enable || document.kind === 'none' || document.lines.every(({ kind }) => kind === 'blank')) return [];
  const suppressions = new Suppressions(document);
  const mentions = lexiconOf(rules).mentionsIn(document);
  const { requiredSections, toleratedOwners } = settings;
  const findings: CheckedFinding[] = [];
  const unused = () => suppressions.unused();
  const { now, siblings = null } = context;
  for (const chosen of selectionOf(settings, rules)) {
    const { rule } = chosen;
    if (rule.kinds && !rule.kinds.includes(document.kind)) continue;
    const said = mentions[chosen.number] ?? none;
    const found = hasMatter(rule, document, said, siblings)
      ? run(chosen, document, { now, requiredSections, toleratedOwners, ruleIds, unused, siblings, mentions: said }, context.log)
      : none;
    if (found === null) continue;
    for (const finding of found) {
      const severity = chosen.severity ?? severityIn(settings.profile, rule, finding);
      if (severity !== 'off' && !suppressions.cover(rule, finding.span)) findings.push({ ...finding, rule: rule.id, severity });
    }
    suppressions.ran(rule.id);
  }
  return byPlace(capped(findings, settings.maxProblems, documentAnchor(document)));
}

const none: readonly never[] = [];
const ruleIds: readonly string[] = allRules.map(({ id }) => id);

/** A rule that runs, with its place in the list of rules and what the settings say of it. */
interface Chosen {
  readonly rule: Rule;
  readonly number: number;
  readonly severity: Severity | null;
  readonly options: unknown;
}

/** The settings of one document are mostly those of the next, and the same rules run. */
let latest: { readonly settings: CheckSettings; readonly rules: readonly Rule[]; readonly selection: readonly Chosen[] } | undefined;

function selectionOf(settings: CheckSettings, rules: readonly Rule[]): readonly Chosen[] {
  if (latest?.settings !== settings || latest.rules !== rules) latest = { settings, rules, selection: select(settings, rules) };
  return latest.selection;
}

function select(settings: CheckSettings, rules: readonly Rule[]): Chosen[] {
  const spoken = spokenFor(settings.rules[missingSection.id]?.severity === 'off' ? [] : settings.requiredSections);
  return rules.flatMap((rule, number): Chosen[] => {
    const set = settings.rules[rule.id];
    const severity = set?.severity ?? null;
    if (severity === 'off' || (!severity && isSilent(settings.profile, rule)) || spoken.has(rule.id)) return [];
    return [{ rule, number, severity, options: set ? set.options : rule.defaults }];
  });
}

/** Whether a document has what the rule judges. Asking is much cheaper than running the rule. */
function hasMatter(rule: Rule, document: IncidentDocument, mentions: readonly Mention[], siblings: Siblings | null): boolean {
  switch (rule.judges) {
    case 'words':
      return mentions.length > 0;
    case 'timelines':
      return document.timelines.length > 0;
    case 'actions':
      return document.plan.items.length > 0;
    case 'directives':
      return document.directives.length > 0;
    case 'siblings':
      return siblings !== null;
    default:
      return true;
  }
}

/** A rule's findings, or null where it throws half-way: a part of them could mislead. */
function run({ rule, options }: Chosen, document: IncidentDocument, context: RuleContext, log: CheckContext['log']): readonly Finding[] | null {
  let findings: Finding[] | undefined;
  try {
    for (const finding of rule.check(document, options, context)) {
      findings ??= [];
      if (findings.push(finding) === mostOfOneRule) break;
    }
    return findings ?? none;
  } catch (error) {
    log?.(`The rule ${rule.id} failed and was skipped for this document: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** No rule is listened to any longer than this: a text with more is no document that a person wrote. */
const mostOfOneRule = 1000;

/** The gravest findings where there are too many, so that no error is lost behind a heap of hints. */
function capped(findings: CheckedFinding[], limit: number, anchor: Span): CheckedFinding[] {
  if (findings.length <= limit) return findings;
  const kept = byPlace(findings).sort((a, b) => gravity[a.severity] - gravity[b.severity]).slice(0, limit);
  const more = findings.length - limit;
  const message = findings.length < mostOfOneRule
    ? t('… and {0} more in this document: raise maxProblems to see them.', more)
    : t('… and at least {0} more in this document: raise maxProblems to see them.', more);
  return [...kept, { rule: maxProblemsId, severity: 'information', span: anchor, message }];
}

/** Sorted by start and end; the order of the rules is kept where two findings stand on the same place. */
function byPlace(findings: CheckedFinding[]): CheckedFinding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
