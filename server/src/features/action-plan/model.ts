import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { isoDay } from '../../document/time';
import type { FieldKey } from '../../document/vocabulary';
import { plainText } from '../../document/words';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../protocol';
import type { CheckedFinding } from '../../rules/check';
import { boxOf } from '../refactorings/plan-to-checklist';
import { canAdd, planHeading } from './add-item';
import { blockingOf } from './blocking';
import { ageOf, nextUpdateOf, todayOf, type Present } from './header';
import { identify } from './identity';
import { itemModel } from './item-model';
import { metricsOf } from './metrics';
import { ticketsOf } from './tickets';
import { timelineOf } from './timeline-model';
import { windowOf } from './window';

/** What a plan is drawn for and with. */
export interface PlanQuery extends Present {
  readonly uri: string;
  readonly version: number;
  readonly findings: readonly CheckedFinding[];
  /** Addresses of tickets by patterns of their keys. */
  readonly ticketPatterns?: Readonly<Record<string, string>>;
  /** Who is known beside the owners in the document, those with the most documents first. */
  readonly knownOwners?: Iterable<string>;
  /** As the settings have it. */
  readonly newIssue?: string;
}

/** No list of names is longer. */
const mostOwners = 200;

/** The action plan as the preview draws it; null where the document is no incident document. Lines are 0-based. */
export function actionPlan(document: IncidentDocument, query: PlanQuery): ActionPlanModel | null {
  const { kind, plan, title } = document;
  if (kind === 'none') return null;
  const ids = identify(document);
  const today = todayOf(query);
  const tickets = ticketsOf(document, query.ticketPatterns ?? {});
  const models = new Map(plan.items.map((item) => [item, itemModel(document, item, { id: ids.items.get(item) as string, today, tickets })]));
  const timeline = timelineOf(document);
  return {
    uri: query.uri,
    version: query.version,
    kind,
    title: title?.text ?? null,
    titleLine: title?.line ?? 0,
    asOf: isoDay(today),
    status: fact(document, 'status'),
    severity: field(document, 'severity') ?? field(document, 'priority'),
    customer: fact(document, 'customer'),
    age: ageOf(document, query),
    nextUpdate: nextUpdateOf(document, query),
    metrics: metricsOf(document, timeline?.entries.some(({ disorder }) => disorder) ?? false),
    // hints stand in the text alone
    problems: query.findings.filter(({ severity }) => severity !== 'hint').length,
    blocking: blockingOf(document, query.findings, models),
    ...count(plan.items),
    total: plan.items.length,
    unowned: [...models.values()].filter(({ state, unowned }) => state !== 'done' && unowned).length,
    overdue: [...models.values()].filter(({ due }) => due?.overdue).length,
    owners: ownersOf(document, query.knownOwners ?? []),
    groups: plan.groups.map((group): ActionGroupModel => ({
      id: ids.groups.get(group) as string,
      label: group.label,
      line: group.line,
      window: windowOf(group)?.text ?? null,
      ...count(group.items),
      items: group.items.map((item) => models.get(item) as ActionItemModel),
      canAdd: canAdd(document, group),
      canChecklist: group.items.some((item) => boxOf(document, item) !== null),
    })),
    timeline,
    emptyHint: plan.items.length > 0 ? null : (plan.sections.at(-1)?.title ?? planHeading),
    newIssue: query.newIssue || null,
  };
}

/** Of how many items it is told whether they are done, and how many are. */
export function count(items: readonly ActionItem[]): { tracked: number; done: number } {
  return {
    tracked: items.filter((item) => item.state !== 'untracked').length,
    done: items.filter((item) => item.state === 'done').length,
  };
}

function field(document: IncidentDocument, key: FieldKey): { label: string; value: string; line: number } | null {
  const found = document.fields.find((candidate) => candidate.key === key && candidate.value !== '');
  return found ? { label: found.label, value: plainText(found.value), line: found.line } : null;
}

function fact(document: IncidentDocument, key: FieldKey): { value: string; line: number } | null {
  const found = field(document, key);
  return found && { value: found.value, line: found.line };
}

/** The owners of the items in the document's order, then those of the incident, then those that other documents know. */
function ownersOf({ plan, fields }: IncidentDocument, known: Iterable<string>): string[] {
  const names = new Set(plan.items.flatMap(({ owner }) => owner?.value ?? []));
  for (const { key, value } of fields) if ((key === 'owner' || key === 'authors') && value.length <= 40 && !/[,;/]|\band\b/.test(value)) names.add(value);
  for (const name of known) {
    if (names.size >= mostOwners) break;
    names.add(name);
  }
  return [...names].slice(0, mostOwners);
}
