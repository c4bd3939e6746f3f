import type { IncidentDocument } from '../../document/document';
import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';
import { keepsRecord } from '../metadata/record';
import { dateFields } from '../metadata/stated-dates';
import { allProse, proseLine } from '../prose';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { absence, isLaidOut } from '../structure/absence';

/** A post-mortem tells when what happened. */
export const missingTimeline = defineRule({
  id: 'missing-timeline',
  group: 'timeline',
  summary: 'A post-mortem has a timeline',
  severity: 'warning',
  kinds: ['postmortem'],
  words: ['timeline', 'timelines', 'chronolog*'],
  wordsEverywhere: true,
  *check(document, _, { mentions }) {
    if (document.timelines.some(({ entries }) => entries.length > 0) || hasRole(document, 'timeline') || !isLaidOut(document)) return;
    // where the word stands something is a timeline, or leads to one, though it was not understood: silence beats a guess
    if (isDisclosure(document) || mentions.length > 0 || isNarrated(document)) return;
    const draft = { role: 'timeline', title: 'Timeline', body: '- YYYY-MM-DD HH:MM UTC - TBD' } as const;
    const finding = absence(document, t('There is no timeline: list what happened when, from before the impact began until it ended.'), draft);
    yield isDiary(document) || isToldByPhases(document) ? { ...finding, severity: 'hint' } : finding;
  },
});

/** Whether the title is that of a flaw or an attack: what is told of those is a weakness more than a course of events. */
function isDisclosure({ title, fields }: IncidentDocument): boolean {
  const names = [title?.text ?? '', ...fields.filter(({ label }) => label === 'title').map(({ value }) => value)];
  return names.some((name) => /\b(?:disclosures?|vulnerabilit\w+|malware|phishing|exploits?)\b/i.test(name));
}

const ofReport = /\bpost-?mortem/i;
const ofIncident = /\bincident|\boutage|\brca\b|\broot[- ]cause/i;

/** Notes of what was done, without a time of day, that are called neither a post-mortem nor, where they state no day either, after the incident. */
function isDiary(document: IncidentDocument): boolean {
  const title = document.title?.text ?? '';
  if (ofReport.test(title)) return false;
  for (const { words } of allProse(document)) if (words.search(clock) >= 0) return false;
  return !ofIncident.test(title) ? !keepsRecord(document) : document.day === null && dateFields(document).length === 0;
}

/** Whether sections tell the course in its order: how it was noticed, what was done, how it ended. */
function isToldByPhases({ allSections }: IncidentDocument): boolean {
  const told = (...roles: SectionRole[]): boolean => allSections.some((section) => section.notation !== 'runIn' && section.roles.some((role) => roles.includes(role)));
  return told('detection') && told('resolution', 'mitigation') && told('background', 'trigger');
}

const clock = /\b\d{1,2}(?::[0-5]\d(?::\d\d)?|[ ]?[ap]\.?m\b)/gi;
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const date = new RegExp(`\\b(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|${month}\\.? \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month})\\b`, 'g');
/** A text with so many different times tells when what happened, be it in sentences. */
const enough = 3;

function isNarrated(document: IncidentDocument): boolean {
  return [clock, date].some((pattern) => hasDifferent(document, pattern));
}

/** Whether as many different times of a kind stand in the author's own words. */
function hasDifferent(document: IncidentDocument, pattern: RegExp): boolean {
  const { text } = document;
  const found = new Set<string>();
  pattern.lastIndex = 0;
  let number = 0;
  for (let match = pattern.exec(text.value); match && found.size < enough; match = pattern.exec(text.value)) {
    while (number + 1 < text.lineCount && text.lineStart(number + 1) <= match.index) number++;
    const line = proseLine(document, number);
    if (line && document.title?.line !== number && line.words.startsWith(match[0], match.index - line.start)) found.add(match[0]);
  }
  return found.size >= enough;
}
