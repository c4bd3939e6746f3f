import { fieldPhrases, phrases, sectionPhrases } from './vocabulary';
import type { FieldKey, SectionRole } from './vocabulary';
import { remembered, withoutNumbering, wordsOf } from './words';

const whole = new Map<string, SectionRole>();
const within = new Map<string, SectionRole>();
let longest = 1;
for (const [role, lists] of Object.entries(sectionPhrases) as [SectionRole, { whole: string; within: string }][]) {
  for (const phrase of phrases(lists.whole)) whole.set(phrase, role);
  for (const phrase of phrases(lists.within)) {
    within.set(phrase, role);
    longest = Math.max(longest, phrase.split(' ').length);
  }
}

const keys = new Map<string, FieldKey>();
for (const [key, list] of Object.entries(fieldPhrases) as [FieldKey, string][]) {
  for (const phrase of phrases(list)) keys.set(phrase, key);
}

const MAX_KEY = 48;
const readKey = remembered((label) => keys.get(wordsOf(label.replace(/\([^)]*\)$/, ''))) ?? null);

/** What a field's key means, or null. */
export function fieldKey(label: string): FieldKey | null {
  return label.length > MAX_KEY ? null : readKey(label);
}

const partBreak = /\s*(?:[/&,;|+:–—]|\s-\s|\band\b|\bund\b|\by\b|\bet\b|\be\b)\s*/i;
const preposition = /^(.*?)\s(?:of|on|in|for|to|with|from|after|during|before|by|at|behind)\s(.*)$/;
/** Heads that say nothing by themselves: what they are of says it. */
const emptyHeads = new Set(['details', 'summary', 'overview', 'description', 'analysis', 'list', 'numbers', 'history', 'log', 'notes']);

/**
 * The roles that a heading's own words give its section, in the order of the words; empty where none fits.
 * "Root Cause and Resolution" has two, "What Happened (Technical Detail)" the one in its parentheses.
 */
export const headingRoles = remembered((title: string): readonly SectionRole[] => {
  const label = withoutNumbering(title.includes('<') ? title.replace(/<[^<>]*>/g, ' ') : title).trim();
  const bracket = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(label);
  const outer = bracket ? (bracket[1] as string) : label;
  const all = wordsOf(outer);
  if (all === '' || all.length > 90) return [];
  if (bracket) {
    const role = whole.get(wordsOf(bracket[2] as string));
    if (role !== undefined && role !== 'timeline') return [role];
  }
  const exact = whole.get(all) ?? within.get(all);
  if (exact !== undefined) return [exact];
  const parts = outer.split(partBreak).map(wordsOf).filter((part) => part !== '');
  const roles: SectionRole[] = [];
  for (const part of parts) {
    const role = partRole(part, parts.length > 1);
    if (role !== undefined && !roles.includes(role)) roles.push(role);
  }
  if (roles.length === 0 && parts.length > 1) {
    const role = phraseRole(all);
    if (role !== undefined) roles.push(role);
  }
  return roles;
});

/** Whether a label is nothing but the words of one role, or of several: what a heading without markup must be. */
export const isRoleAlone = remembered((label: string): boolean => {
  const outer = withoutNumbering(label).replace(/\s*[([][^)\]]*[)\]]\s*$/, '');
  const exact = (words: string): boolean => whole.has(words) || within.has(words);
  return exact(wordsOf(outer)) || outer.split(partBreak).every((part) => exact(wordsOf(part)));
});

function partRole(part: string, oneOfSeveral: boolean): SectionRole | undefined {
  const exact = whole.get(part) ?? within.get(part);
  if (exact !== undefined && !(oneOfSeveral && weakAsPart.has(part))) return exact;
  const split = preposition.exec(part);
  if (split) {
    const [, head = '', tail = ''] = split;
    const inHead = phraseRole(head) ?? (emptyHeads.has(head) || weakAsPart.has(head) ? undefined : whole.get(head));
    if (inHead !== undefined) return inHead;
    if (emptyHeads.has(head)) return phraseRole(tail) ?? whole.get(tail) ?? whole.get(head);
  }
  return phraseRole(part);
}

/** Words too common to give a role to a part of a longer heading. */
const weakAsPart = new Set(['incident', 'issue', 'problem', 'team', 'roles', 'events', 'plan', 'action', 'next', 'good', 'bad', 'state', 'update', 'fault', 'fix', 'log', 'logs', 'links', 'numbers', 'ask', 'service', 'damage', 'loss', 'now', 'terms', 'brief', 'why', 'people', 'staff', 'tasks', 'data', 'details', 'context', 'tracker', 'analysis', 'monitoring', 'alerting', 'environment', 'history', 'measures', 'tickets']);

/** The role of the phrase that ends last in the words, the longest of those. */
function phraseRole(words: string): SectionRole | undefined {
  const list = words.split(' ');
  if (list.length > 8) return undefined;
  for (let end = list.length; end > 0; end--) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const role = within.get(list.slice(start, end).join(' '));
      if (role !== undefined) return role;
    }
  }
  return undefined;
}
