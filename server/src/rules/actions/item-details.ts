import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { builtIn } from '../../document/built-in-roles';
import { noOwner, phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { perDocument } from '../per-document';
import { matchesIn } from '../prose';
import { isTemplateHole } from '../structure/template-hole';
import { isImperative } from '../../document/imperatives';

/** "[Platform] Move the …", but not "[High] …". */
const tag = /^\[(?!#|\d|x\]|p\d|sev|high|medium|low|critical|urgent|must|should|could|prevent|detect|mitigat|process|fix|short|long|immediate|todo|done|wip|open|http|\s*\])[^\]\n]{2,40}\]\s/i;
/** A part of each of the patterns: few items have one. */
const mayNameDoer = /[–—(担責]|\s-/;
/** Somebody is named as the one who does it: "Network team: …", "… (network team)", "… – Ana, by Friday". */
const doer = [
  /担当|責任者/,
  /(?:[–—(]|\s-)\s*(?:owner|lead|by|assigned to|with):?\s*[A-Z][a-z]+(?:\s[A-Z][\w'’-]+)?\s*(?:\)\s*\.?$|$|,\s*(?:date|by|due|eta|tb[cd]|\d))/,
  /(?:[–—]|\s-)\s*[A-Z][a-z]+(?:\s[A-Z][\w'’-]+)?\s*(?:\.?$|,\s*(?:date|by|due|eta|tb[cd]|\d))/,
  /\(\s*[A-Z][a-z]+(?:\s[A-Z][\w'’-]+)?,\s*(?:date|by|due|eta|tb[cd]|\d)/,
];
/** "(mirko, 2026-02-06)" and ": mirko, june 20": a name that its bearer writes without capitals, and its date. */
const unassuming = /(?:\(|: )(?!(?:done|open|due|planned|scheduled|ongoing|pending|started|optional|high|medium|low|urgent|critical|by|until|before|since|after|on)\b)[a-z][a-z-]+, (?:(?:by|until|due) )?(?:\d[\d./-]+|q[1-4]|done|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6} \d{1,2})\)?\s*\.?$/;
/** In brackets it may be a system's name as well. */
const somethingNamed = /\(\s*[A-Z][a-z]+(?:\s[A-Z][\w'’-]+)?\s*\)\s*\.?$/;
/** A group of people; most items name none. */
const group = /team|squad|guild/i;
const groups = [
  /^(?:the )?(?:(?!(?:the|our|all|each|every|an?) )[\w&/-]+ ){0,3}(?:team|squad|guild)\b(?! members?\b)/i,
  /(?:[–—:(,]|\s-)\s*(?:the )?(?:[\w&/-]+ ){1,3}(?:team|squad|guild)\s*\)?\s*\.?$/i,
];
/** The same before a word with a capital, which it takes another item to tell from a heading. */
const likelyAddressee = /^[A-Z][a-z]+:\s+\S/;
/** So many items beside it are looked at. */
const mostBeside = 20;
/** "Marta will move …", "Ivo Brandt to check …" */
const subject = /^(?!(?:We|It|This|That|They|There|Monitoring|Alerts?|Need|Want|Plan|Try|Continue|Ability|Access|Tests?|Support|Training|Documentation|Updates?|Changes?|Improvements?)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s(?:will (?!be\b)|to (?=[a-z]+\b)|is going to|is working|has agreed|takes|thinks)/;
/** "Mo: drain the queue", and not "Monitoring: add an alarm". */
const addressee = /^(?!\w*(?:ing|tions?|ments?|ity|ance|ence|ures?|[^s]s|al|ess|tests?|alerts?|docs?):)[A-Z][a-z]+:\s+[a-z]/;
const placeholder = /(?:@?\b(?:tbd|tbc|tba|unassigned)\b|\?{2,})/i;
/** Headings of a group, columns, and lines below an item that say who, or until when. */
const ownedGroup = /\bteam\b|@\w|\bowner\b(?!s)/i;
const ownerColumn = /\b(?:owners?|assign\w*|responsib\w*|accountable|teams?|who|dri|poc|lead|person|contact|driver|champion)\b/i;
const ownerLine = /^(?:owned by|who|lead)$/i;
const dueColumn = /\b(?:due|eta|deadline|target|date|when|by|timeline|timeframe|horizon|sprint|quarter)\b/i;
const dueLine = /^(?:due|due date|due by|deadline|eta|target|target date|when|by|by when)$/i;
const bracketed = /\[[^[\]\n]{2,80}\]/g;
/** Labels that say when, in parentheses or not: "Immediate (0-4 hours)", "This week", "By Q3". */
const window = /\d|\b(?:today|tomorrow|week|month|quarter|sprint|year|release|friday|monday)\b/i;
const when = /期限|完了予定|\b(?:by|until|till|before|within|due|eta|deadline|in|next|this) (?:the )?(?:end of|next|this|start of|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|week|month|quarter|sprint|\d|one|two|three|four|six|tomorrow|today|eod|eow)|\b(?:daily|weekly|monthly|quarterly|yearly|every (?:day|week|month|morning|quarter|night))\b/i;

const nobody = new Set(phrases(noOwner));
const isSomebody = (cell: string): boolean => !nobody.has(wordsOf(cell));
/** Of an essay as much as an item may have. */
const beginningAndEnd = (text: string): string => (text.length <= 1000 ? text : `${text.slice(0, 500)} ${text.slice(-500)}`);

/** Whether an item, a line under it or the heading above it says who does it. */
export function hasOwner(document: IncidentDocument, item: ActionItem): boolean {
  if (item.owner) return true;
  const { label } = item.group;
  const written = beginningAndEnd(item.text);
  const text = (written.includes('://') ? written.replace(/https?:\S+/g, '') : written).trim();
  return tag.test(text) || (mayNameDoer.test(text) && doer.some((pattern) => pattern.test(text))) || (group.test(text) && groups.some((pattern) => pattern.test(text))) || unassuming.test(text) || addressee.test(text) || (likelyAddressee.test(text) && item.group.items.slice(0, mostBeside).some((other) => addressee.test(other.text))) || (subject.test(text) && !isImperative(text))
    || ownedGroup.test(label) || hasCell(document, item, ownerColumn) || hasLine(document, item, ownerLine, 'owner') || planStatesOwner(document, item);
}

/** Whether an item ends with a name in brackets that nothing tells to be a person's or a system's. */
export function mayHaveOwner({ text }: ActionItem): boolean {
  return text.includes('(') && somethingNamed.test(beginningAndEnd(text));
}

/** Whether an item holds a placeholder, which is reported as one. */
export function hasPlaceholder(document: IncidentDocument, item: ActionItem): boolean {
  const known = placeheld(document);
  const found = known.get(item) ?? holdsPlaceholder(document, item);
  known.set(item, found);
  return found;
}

/** Several rules ask for the same items. */
const placeheld = perDocument(() => new Map<ActionItem, boolean>());

function holdsPlaceholder({ text, lines }: IncidentDocument, item: ActionItem): boolean {
  const end = item.notation === 'row' ? (lines[item.line]?.end ?? item.span.end) : item.span.end;
  const words = text.value.slice(item.span.start, Math.min(end, item.span.start + 2000));
  return placeholder.test(words) || (words.includes('[') && matchesIn(bracketed, words).some(({ index, 0: hole }) => isTemplateHole(words, index, hole)));
}

/** Whether an item, a line under it or the heading above it says until when. */
export function hasDue(document: IncidentDocument, item: ActionItem): boolean {
  return item.due !== null || when.test(beginningAndEnd(item.text)) || (item.group.horizon !== null && window.test(item.group.label)) || /\b(?:q[1-4]|20\d\d)\b/i.test(item.group.label)
    || hasCell(document, item, dueColumn) || hasLine(document, item, dueLine, null);
}

/** A word in the item's row below a column of a name that only looks like the usual ones: "Responsible party". */
function hasCell({ text }: IncidentDocument, { place, textSpan }: ActionItem, header: RegExp): boolean {
  if (!place) return false;
  return place.row.cells.some((cell, index) => {
    const name = place.table.rows[0]?.cells[index];
    if (!name || (cell.start <= textSpan.start && textSpan.end <= cell.end) || !header.test(text.slice(name))) return false;
    return /[\p{L}\p{N}]/u.test(text.slice(cell)) && isSomebody(text.slice(cell));
  });
}

/** "  - Owner: Marta" under an item. */
function hasLine({ text, lines }: IncidentDocument, { line, endLine }: ActionItem, label: RegExp, key: string | null): boolean {
  for (let number = line + 1; number <= Math.min(endLine, line + 30); number++) {
    const found = lines[number];
    if (!found || found.colon < 0 || found.colon + 1 >= found.contentEnd) continue;
    const words = text.value.slice(found.contentStart, found.colon).replace(/[*_`]/g, '').trim();
    if (label.test(words) || (key !== null && builtIn.fieldKey(words) === key)) return true;
  }
  return false;
}

/** "Owner of all items: …" among the lines of the plan, or a detail of an item that stands beside it. */
function planStatesOwner({ text, lines }: IncidentDocument, { group }: ActionItem): boolean {
  for (let number = group.line + 1; number <= Math.min(group.endLine, group.line + 60); number++) {
    const found = lines[number];
    if (!found || found.colon < 0 || found.colon + 1 >= found.contentEnd || found.kind === 'heading') continue;
    if (/^[*_]*(?:plan |action )?(?:owner|owners|owned by|responsible|assigned to|assignee|dri)\b/i.test(text.value.slice(found.contentStart, found.colon))) return true;
  }
  return false;
}
