import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { isoDay } from '../../document/time';
import type { FieldKey } from '../../document/vocabulary';
import { metricNames, type ActionGroupModel, type ActionItemModel, type ActionPlanModel } from '../../protocol';
import type { CheckedFinding } from '../../rules/check';
import { titleOf } from '../item-title';
import { localTime } from '../written-time';
import { identify } from './identity';

/** What a plan is drawn for and with. */
export interface PlanQuery {
  readonly uri: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the zone that the user works in. */
  readonly timeZone: string;
  readonly findings: readonly CheckedFinding[];
  /** As the settings have it. */
  readonly newIssue: string;
}

/** The action plan as the preview draws it; null where the document is no incident document. Lines are 0-based. */
export function actionPlan(document: IncidentDocument, query: PlanQuery): ActionPlanModel | null {
  const { kind, plan, title } = document;
  if (kind === 'none') return null;
  const ids = identify(document);
  const groups = plan.groups.map((group): ActionGroupModel => ({
    id: ids.groups.get(group) as string,
    label: group.label,
    line: group.line,
    window: null,
    ...count(group.items),
    items: group.items.map((item) => itemModel(item, ids.items.get(item) as string)),
    canAdd: true,
    canChecklist: false,
  }));
  const today = localTime(query.now, null, query.timeZone);
  return {
    uri: query.uri,
    version: query.version,
    kind,
    title: title?.text ?? null,
    titleLine: title?.line ?? 0,
    asOf: isoDay(today?.day ?? Math.floor(query.now / 86_400_000)),
    status: field(document, 'status'),
    severity: field(document, 'severity') ?? field(document, 'priority'),
    customer: field(document, 'customer'),
    age: null,
    nextUpdate: null,
    metrics: metricNames.map((key) => ({ key, seconds: document.metrics[key], from: null, line: null, reason: null })),
    // hints stand in the text alone
    problems: query.findings.filter(({ severity }) => severity !== 'hint').length,
    blocking: [],
    ...count(plan.items),
    total: plan.items.length,
    unowned: plan.items.filter((item) => item.state !== 'done' && item.owner === null).length,
    overdue: 0,
    owners: [...new Set(plan.items.flatMap(({ owner }) => owner?.value ?? []))],
    groups,
    timeline: null,
    emptyHint: plan.items.length > 0 ? null : 'Action Items',
    newIssue: query.newIssue || null,
  };
}

function itemModel(item: ActionItem, id: string): ActionItemModel {
  return {
    id,
    line: item.line,
    text: item.text,
    title: titleOf(item),
    state: item.state,
    priority: null,
    type: null,
    owner: item.owner?.value ?? null,
    due: item.due && { text: item.due.value, date: item.due.date, source: 'stated', overdue: false },
    tickets: item.tickets.map(({ value }) => ({ key: value, url: null })),
    likelyDone: null,
    gestures: item.checkbox >= 0 ? ['toggle'] : [],
  };
}

function count(items: readonly ActionItem[]): { tracked: number; done: number } {
  return {
    tracked: items.filter((item) => item.state !== 'untracked').length,
    done: items.filter((item) => item.state === 'done').length,
  };
}

function field(document: IncidentDocument, key: FieldKey): { label: string; value: string; line: number } | null {
  const found = document.fields.find((candidate) => candidate.key === key && candidate.value !== '');
  return found ? { label: found.label, value: found.value, line: found.line } : null;
}
