import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { wordsOf } from '../../document/words';
import type { ActionItemModel, actionTypes } from '../../protocol';
import { wordsBelow } from './columns';

type ActionType = (typeof actionTypes)[number];

const columns = new Set(['type', 'action type', 'type of action', 'category', 'kind', 'typ', 'art', 'tipo', 'catégorie', 'categoría', '種別', '分類', 'カテゴリ']);

/** What a document calls the types, in a column, in brackets before the words, or as a heading. Lower case. */
const names: Readonly<Record<ActionType, RegExp>> = {
  prevent: /^(?:(?:prevent\w*|predict\w*|vorbeug\w*|präventi\w*|prévent\w*|prevenci\w*)\b|予防|防止|再発防止)/,
  detect: /^(?:(?:detect\w*|monitoring|alerting|observability|erkennung|überwachung|détect\w*|detecci\w*)\b|検知|検出|監視)/,
  mitigate: /^(?:(?:mitigat\w*|contain\w*|stabili\w*)\b|緩和|軽減)/,
  repair: /^(?:(?:repair\w*|fix\w*|correct\w*|remediat\w*|recover\w*|cleanup)\b|修正|復旧|対処)/,
  process: /^(?:(?:process\w*|training|policy|organi[sz]ational|prozess|processus|proceso|processo)\b|プロセス|運用|教育)/,
  document: /^(?:(?:document\w*|docs?|dokumentation)\b|ドキュメント|文書)/,
  investigate: /^(?:(?:investigat\w*|analys\w*|research|rca|untersuch\w*)\b|調査|分析)/,
  comms: /^(?:(?:comms?|communicat\w*|kommunikation)\b|連絡|広報)/,
};

/** What the first words of an action tell of its type. Lower case. */
const openings: readonly (readonly [type: ActionType, says: RegExp])[] = [
  ['investigate', /^(?:\w+ )?(?:investigat\w*|analy[sz]\w*|audit\w*|evaluat\w*|assess\w*|determine|find out|look into|understand|research|explore|check (?:why|whether|if)|continue (?:the )?(?:root[- ]cause|rca|investigat\w*|analysis))\b/],
  ['document', /^(?:document\b|write (?:up|down)\b|(?:write|draft|publish|prepare) (?:\w+ ){0,3}(?:document|report|guide|page|wiki|post-?mortem|summary|letter)\b|record (?!.*\balert)|(?:add|update|improve|write|extend|publish) (?:the |our |an? )?(?:\w+ ){0,2}(?:documentation|docs?|wiki|readme)\b)/],
  ['comms', /^(?:notify|inform|tell|contact|communicate|announce|send|call|email|mail|schedule (?:an? |the )?(?:[\w-]+ ){0,2}(?:call|meeting|sync))\b/],
];

/** What an action is about. What is said first counts. Lower case. */
const topics: readonly (readonly [type: ActionType, says: RegExp])[] = [
  ['detect', /\b(?:monitor\w*|alerts?|alerting|alarms?|dashboards?|detect\w*|probes?|canar(?:y|ies)|health ?checks?|observability|metrics?|log metrics?|page the)\b/],
  ['process', /\b(?:playbooks?|runbooks?|training|train\w*|process(?:es)?|procedures?|polic(?:y|ies)|checklists?|drills?|game ?days?|rehearse\w*|on-?call|handover|reviews?|retrospectives?|plan for|guidelines?|best practices?|four eyes|sign-?off)\b/],
  ['mitigate', /\b(?:fall-?backs?|fail-?over|throttl\w*|restart\w*|workarounds?|read replicas?|roll(?:ed|ing)? ?back|rollback|revert\w*|rate[- ]limit\w*|circuit breakers?|retr(?:y|ies)|degrad\w*|isolat\w*|shed\w*|scale (?:up|out)|temporar\w*|redundan\w*)\b/],
  ['repair', /\b(?:repair\w*|restor\w*|free up|rebuild\w*|fix(?:es|ed|ing)?|replace\w*|recover\w*|replay\w*|reprocess\w*|clean(?:ing)? ?up|correct\w*|refund\w*|migrat\w*|patch\w*|re-?run|resend|reindex\w*)\b/],
  ['prevent', /\b(?:prevent\w*|avoid\w*|validat\w*|tests?|testing|guards?|guardrails?|defaults?|upgrad\w*|redesign\w*|limits?|lint\w*|enforce\w*|automat\w*|harden\w*|strengthen\w*|optimi[sz]\w*|block\w*|require\w*|restrict\w*|quotas?|capacity|renew\w*|partition\w*)\b/],
];

/** No action says later what it is. */
const LONGEST = 120;

/** What kind of work an item is: as its column, its brackets or its heading say, else as its words tell; null where nothing tells. */
export function typeOf(document: IncidentDocument, item: ActionItem): ActionItemModel['type'] {
  const tag = /^[[(]([\p{L} /-]{3,24})[)\]]/u.exec(item.text)?.[1];
  // the heading of the plan itself says nothing of one kind: "Corrective actions"
  const heading = item.group.line === item.group.section.line ? null : item.group.label;
  for (const words of [wordsBelow(document, item, columns), tag, heading]) {
    const said = words ? wordsOf(words) : '';
    const stated = said === '' || said.length > 40 ? undefined : (Object.keys(names) as ActionType[]).find((type) => names[type].test(said) && (words !== heading || isAlone(said)));
    if (stated) return { value: stated, stated: true };
  }
  const text = item.text.slice(0, LONGEST).toLowerCase().replace(/^[^\p{L}]+/u, '');
  const opening = openings.find(([, says]) => says.test(text));
  if (opening) return { value: opening[0], stated: false };
  const found = topics.map(([type, says]) => ({ type, at: text.search(says) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return found[0] ? { value: found[0].type, stated: false } : null;
}

/** "Prevention" and "Detection improvements", and not "Fixes for the mail gateway" or "Corrective and preventive actions". */
const isAlone = (said: string): boolean => !/\band\b|\bund\b|\bor\b/.test(said) && !/\b(?:actions?|measures?|items?|steps?|tasks?)\b/.test(said) && said.split(' ').length <= 2;
