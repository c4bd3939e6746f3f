import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { wordsOf } from '../../document/words';
import { perDocument } from '../per-document';
import { isImperative } from '../../document/imperatives';

/** A plan's items that say what is to be done. */
export interface PlannedItems {
  /** What is still to be done, or not known to be done. */
  readonly open: readonly ActionItem[];
  readonly done: readonly ActionItem[];
  /** How many further entries a reader of the plan sees that are no actions. */
  readonly others: number;
}

const none: PlannedItems = { open: [], done: [], others: 0 };

/**
 * The items that are actions: no report of what was done, no question, remark, placeholder or mere reference. Empty for a plan that
 * reports more than it plans: it is an account of the response.
 */
export const plannedItems = perDocument(read);

/** A text with more items is no plan that a person wrote. */
const mostItems = 1000;

/** The items of a plan, as many as a plan may have. */
export function itemsOf({ plan }: IncidentDocument): readonly ActionItem[] {
  return plan.items.length <= mostItems ? plan.items : plan.items.slice(0, mostItems);
}

function read(document: IncidentDocument): PlannedItems {
  const items = itemsOf(document);
  const open: ActionItem[] = [];
  const done: ActionItem[] = [];
  let reports = 0;
  let others = 0;
  const rows = items.filter(({ notation }) => notation === 'row');
  const tables = new Set(rows.map(({ group }) => group));
  const explained = rows.length < items.length ? wordsInCells(document, rows) : new Set<string>();
  const isOver = carriedOut(document);
  for (const item of items) {
    // notes beside a table are none of its rows, nor is the legend below it
    if (item.notation !== 'row' && item.checkbox < 0 && (tables.has(item.group) || explained.has(legend.exec(item.text)?.[1]?.trim() ?? ''))) continue;
    const kind = item.state === 'untracked' && isOver(item.group) ? 'report' : kindOf(item);
    if (kind === 'report') reports++;
    if (kind === 'action') (item.state === 'done' || (item.text.includes('DONE') && finished.test(item.text)) ? done : open).push(item);
    else others++;
  }
  return reports > open.length + done.length ? none : { open, done, others };
}

/** "DONE in #5126", "(done on 6 May)" */
const finished = /\bDONE\b(?! (?:by|until|when|if)\b)|\((?:[^(),]{1,30}, )?(?:already )?done(?: on| in)?(?: [^()]{1,30})?\)\W*$/;
const legend = /^([^:：|]{1,40})[:：]/;

/** What the cells of a table hold: "Prevention: what keeps it from happening again" below it is no action. */
function wordsInCells({ text, lines }: IncidentDocument, rows: readonly ActionItem[]): ReadonlySet<string> {
  return new Set(rows.slice(0, mostRows).flatMap(({ line }) => {
    const start = text.lineStart(line);
    return text.value.slice(start, Math.min(lines[line]?.end ?? start, start + longestRow)).split('|').map((cell) => cell.trim());
  }).filter((cell) => cell !== ''));
}

/** So many rows have the words of a legend, within so many characters. */
const mostRows = 50;
const longestRow = 1000;
const undertaken = '(?:implemented|introduced|taken|put (?:in|into) place|adopted|carried out|completed|deployed|rolled out|applied|undertaken|instituted|enacted)';
const measures = '(?:measures|steps|actions|changes|improvements|fixes)';
/** "We have implemented the following measures:" A captured loop is compiled once, another one for each of its rounds. */
const announced = new RegExp(`\\b(?:have|has|['’]ve) (\\w+ ){0,3}?${undertaken} (?:[\\w-]+ ){0,5}?(?:${measures}|following)\\b|\\b${measures} (?:\\w+ )?(?:have|has|were) (?:\\w+ )?(?:been )?${undertaken}\\b`, 'i');
const intended = /\b(?:will|shall|should|must|going to|plan to|to be|not)\b/i;

/** Tells of a group whether the words between its heading and its first item say that all of it is over. */
function carriedOut({ text, lines }: IncidentDocument): (group: ActionItem['group']) => boolean {
  const known = new Map<ActionItem['group'], boolean>();
  return (group) => {
    const found = known.get(group);
    if (found !== undefined) return found;
    const first = group.items[0]?.line ?? group.line;
    let last = first - 1;
    while (last > group.line && lines[last]?.kind === 'blank') last--;
    const lead = last > group.line && lines[last]?.kind !== 'heading' ? text.value.slice(text.lineStart(Math.max(group.line + 1, last - 2)), Math.min(text.lineEnd(last), text.lineStart(last) + 500)) : '';
    const sentence = lead.slice(lead.lastIndexOf('. ') + 1);
    const isOver = announced.test(sentence) && !intended.test(sentence);
    known.set(group, isOver);
    return isOver;
  };
}

/** "Improved monitoring: Add …" has its action behind the colon. */
const label = /^[^:.,;]{2,60}:\s+(?=\S)/;
/** A heading over what is over. */
const accomplished = /\b(?:taken|so far|already)\b/i;
const modal = /\b(?:will|shall|should|must|needs?|ought|can|cannot|could|would|to be|plan(?:s|ned)? to|going to|want|has to|have to|is required|are required)\b/i;
/** Told of what is over. */
const past = /\b(?:was|were|has been|have been|had|did|didn't|(?:has|have|'ve) (?:\w+ )?(?:\w+ed|made|built|set|put|written|begun|started)|made|saw|built|began|sent|wrote|found|took|gave|went|held)\b/i;
/** "Documented the steps", "Created a ticket": verbs that no noun follows as an adjective of. */
const pastFirst = /^(?:added|avoided|built|changed|cleaned|completed|conducted|configured|contacted|corrected|created|deployed|disabled|documented|enabled|established|fixed|implemented|informed|installed|introduced|migrated|moved|notified|opened|patched|raised|reduced|removed|replaced|requested|restarted|reverted|reviewed|revoked|rolled|rotated|switched|tested|trained|updated|upgraded|verified|wrote)\b/i;
/** "Monitoring confirmed …", and not "is attributed to", "an agreed number", "log-based". */
const pastVerb = /(?<!\b(?:is|are|be|been|being|an?|the|of|for|with|by|and|or|on|to|in|at|from|our|their|its|all|any|more|each|every|most|new|when|if|as|get|gets|not|more|that|which|highly|properly|fully|automatically)) (?!need|embed|feed|speed|seed|shared|distributed|dedicated|managed|automated|related|based|expected|affected|required|expired|failed|corrupted|unexpected|limited|advanced|scheduled|increased|improved|enhanced|agreed|detailed|held)[a-z]{3,}ed\b(?! by\b)/;
const question = /\?\s*(?:$|\(|\[|ticket\b)|^(?:how|why|what|who|when|where|which|is|are|was|were|does|do we|did|can we|could we|should we|any)\b/i;
const nothing = new Set(['', 'n a', 'na', 'none', 'nil', 'tbd', 'tbc', 'todo', 'to do', 'nothing', 'not applicable', 'in progress', 'another item']);
const courtesy = /^(?:we (?:apologi[sz]e|thank|are sorry|regret)|thank you|sorry)\b/i;
/** "The following measures are …" leads to a list, "There are two options" tells how things are. */
const lead = /\bfollowing (?:\w+ ){0,4}(?:measures|actions|steps|items|tasks)\b/i;
const statement = /^there (?:is|are|was|were)\b/i;
/** What might have been is no plan. */
const missed = /\b(?:could|would|might|should) have (?:been|[a-z]+ed)\b/i;
/** An item that is a detail of the one that stands above it. */
const detail = /^(?:owners?|assigned(?: to)?|assignee|responsible|dri|due(?: date)?|deadline|eta|target(?: date)?|priority|prio|status|state|ticket|issue|jira|type|category|effort|tracking|risk|impact|description|rationale|担当|期限|優先度)\s*[:：]/i;
const reference = /https?:\S+|(?:[\w.-]+\/[\w.-]+)?#\d+|\b[A-Z][A-Z\d]+-\d+\b|\[|\]|\((?:see )?[^()]*\)/g;

/** What nobody is to do, every reader is told. */
const prohibition = /^(?:do not|don['’]t|never|avoid) /i;

function kindOf(item: ActionItem): 'action' | 'report' | 'other' {
  const text = item.text.slice(0, 1000).replace(/^[^\p{L}\p{N}[(]+/u, '');
  const bare = text.replace(label, '');
  const { state } = item;
  if (state === 'untracked' && accomplished.test(item.group.label)) return 'report';
  if (prohibition.test(bare)) return 'other';
  if (bare === text && isImperative(text) && !text.endsWith('?')) return 'action';
  if ((text.length < 40 && nothing.has(wordsOf(text))) || courtesy.test(text) || detail.test(text) || question.test(text) || isReference(text, state)
    || missed.test(text) || (item.notation === 'line' && lead.test(text)) || (statement.test(text) && !modal.test(text))) return 'other';
  if (state !== 'open' && pastFirst.test(bare)) return 'report';
  if (isImperative(text) || isImperative(bare) || modal.test(text)) return 'action';
  if (state !== 'open' && (past.test(text) || pastVerb.test(text.slice(0, 120)))) return 'report';
  return item.notation === 'line' && state === 'untracked' && text.length > 200 ? 'other' : 'action';
}

/** Only a link, or a name over a list: what is to be done is said elsewhere. */
function isReference(text: string, state: ActionItem['state']): boolean {
  const said = /[#\]]|:\/\/|-\d/.test(text) ? text.replace(reference, ' ').trim() : text;
  return (!/[a-z]/i.test(said) && !/\p{L}/u.test(said)) || (/^[\w.]+$/.test(said) && state === 'untracked');
}
