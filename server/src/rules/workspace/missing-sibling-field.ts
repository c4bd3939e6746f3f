import type { IncidentDocument } from '../../document/document';
import type { FieldKey } from '../../document/vocabulary';
import { capital } from '../../document/words';
import { t } from '../../l10n';
import { documentAnchor, excerpt } from '../anchor';
import { insertField } from '../metadata/record';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import type { SiblingFacts } from '../siblings';
import { statusStage } from '../status';
import { keysIn, labelFact, labelsIn } from './own-facts';

/** A document states what nearly all documents of its kind in the same folder do. */
export const missingSiblingField = defineRule({
  id: 'missing-sibling-field',
  group: 'workspace',
  summary: 'A document states the facts that nearly all documents beside it do',
  severity: 'hint',
  judges: 'siblings',
  *check(document, _, { siblings }) {
    if (!siblings || document.kind === 'none') return;
    const facts = siblings.facts(document.kind);
    if (facts.documents < fewest) return;
    const missing = missingFacts(document, facts);
    if (missing.length === 0) return;
    const labels = missing.map((fact) => nameOf(fact, facts));
    const named = labels.slice(0, 2).map((label) => `"${excerpt(label, 24)}"`).join(', ');
    const more = labels.length - 2;
    yield {
      span: documentAnchor(document),
      message: more > 0
        ? t('Nearly all documents beside this one state {0} and {1} more: state them here as well.', named, more)
        : t('Nearly all documents beside this one state {0}: state it here as well.', named),
      fixes: insertions(document, labels),
    };
  },
});

/** Of fewer documents nobody can tell what they all do. */
const fewest = 5;
const nearlyAll = 0.9;

/** These have rules of their own, or say how the file is kept. */
const judgedElsewhere: ReadonlySet<string> = new Set<FieldKey>(['severity', 'priority', 'status', 'date', 'id', 'authors']);
/** What is known only when the incident is over. */
const atTheEnd: ReadonlySet<string> = new Set<FieldKey>(['mitigated', 'resolved', 'closed', 'duration']);
/** Facts of which one may stand for the other. */
const alike: readonly (readonly FieldKey[])[] = [
  ['date', 'created', 'started', 'detected'], ['owner', 'authors', 'contact'], ['mitigated', 'resolved', 'closed'], ['started', 'resolved', 'duration'], ['escalated', 'escalationLevel'],
];

function missingFacts(document: IncidentDocument, { documents, stating }: SiblingFacts): string[] {
  const keys = keysIn(document);
  const own = new Set<string>([...keys, ...labelsIn(document).map(labelFact)]);
  const stage = statusStage(document);
  const isOver = stage === 'resolved' || stage === 'closed';
  const usual = [...stating].filter(([, count]) => count >= documents * nearlyAll).map(([fact]) => fact);
  return usual.filter((fact) => !own.has(fact) && !judgedElsewhere.has(fact) && (isOver || !atTheEnd.has(fact)) && !(fact in document.milestones)
    && !keys.some((key) => (stating.get(key) ?? 0) * 2 < documents && alike.some((group) => group.includes(key) && group.includes(fact as FieldKey)))).sort(byName);
}

/** Keys first, labels of the team's own behind them. */
function byName(one: string, other: string): number {
  return Number(one.startsWith('"')) - Number(other.startsWith('"')) || (one < other ? -1 : 1);
}

/** "escalationLevel" as "Escalation level", a team's own label as it is written. */
function nameOf(fact: string, facts: SiblingFacts): string {
  if (fact.startsWith('"')) return facts.labelOf(fact);
  return capital(fact.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** All of them in one edit, where they have a field to stand beside. */
function insertions(document: IncidentDocument, labels: readonly string[]): Fix[] {
  const fixes = labels.flatMap((label) => insertField(document, label, 'TBD'));
  const [first] = fixes;
  const edits = fixes.flatMap((fix) => fix.edits);
  const [edit] = edits;
  if (!first || !edit) return [];
  const title = fixes.length === 1 ? first.title : t('Insert the {0} fields', fixes.length);
  return [{ title, kind: 'suggested', edits: [{ span: edit.span, newText: edits.map(({ newText }) => newText).join('') }] }];
}
