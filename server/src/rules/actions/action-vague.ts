import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { plannedItems } from './planned-items';

/** An action says what is there when it is done. */
export const actionVague = defineRule({
  id: 'action-vague',
  group: 'actions',
  summary: 'An action has an end that can be seen',
  severity: 'hint',
  words: [
    'improve', 'enhance', 'strengthen', 'optimise', 'optimize', 'ensure', 'streamline', 'evaluate', 'consider', 'explore', 'think', 'proper', 'properly',
    'comprehensive', 'comprehensively', 'thorough', 'thoroughly', 'extensively', 'regularly', 'carefully', 'careful', 'practices', 'needed', 'necessary', 'robust',
    'better', 'adequate', 'adequately', 'appropriate', 'appropriately', 'sufficient', 'sufficiently', 'proactive', 'proactively', 'preventive', 'preventative',
  ],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const items = itemsByLine(plannedItems(document).open);
    const told = new Set<ActionItem>();
    for (const mention of mentions) {
      const item = items.get(mention.line.line);
      if (!item || told.has(item) || !isVague(mention, item) || isBounded(document, item)) continue;
      told.add(item);
      yield { span: mention.span, message: t('"{0}" does not tell when this is done: name an outcome that can be checked.', excerpt(document.text.slice(mention.span))) };
    }
  },
});

/** Items of a handful of lines each; what is below that is no wording of the item. */
function itemsByLine(items: readonly ActionItem[]): ReadonlyMap<number, ActionItem> {
  return new Map(items.flatMap((item) => Array.from({ length: Math.min(item.endLine - item.line, 3) + 1 }, (_, more) => [item.line + more, item] as const)));
}

/** Verbs that say nothing where they lead. */
const leading = new Set(['improve', 'enhance', 'strengthen', 'optimise', 'optimize', 'ensure', 'streamline', 'evaluate', 'consider', 'explore', 'think']);
/** What has to follow or to stand in front where a word alone is not enough. */
const behind: Readonly<Record<string, RegExp>> = { think: / about\b/iy, preventive: / (?:measures|actions|steps)\b/iy, preventative: / (?:measures|actions|steps)\b/iy };
const before: Readonly<Record<string, RegExp>> = { practices: /\bbest $/i, needed: /\b(?:as|if|when|where) $/i, necessary: /\b(?:as|if|when|where) $/i, careful: /\bbe (?:more |very )?$|\bmore $/i };
/** The item's beginning, with a label and words that only lead in. */
const opening = /^[\s>*+_#\d.)|-]*(?:\[.\]\s*)?(?:[^:.,;]{2,60}:[\s*_]+)?(?:also|then|further|please|continue to|to|we will|we should|develop and|create and)?\s*$/i;

/** What the action is for may be said in large words. */
const purpose = /\S\s+(?:to|for|so that|in order)\b[^.;]*$/i;

function isVague({ word, span, line: { words, start } }: Mention, item: ActionItem): boolean {
  const from = Math.max(0, Math.max(item.textSpan.start, start) - start);
  const ahead = words.slice(from, span.start - start);
  const follows = behind[word];
  if (follows) {
    follows.lastIndex = span.end - start;
    if (!follows.test(words)) return false;
  }
  if (!(before[word]?.test(ahead) ?? true)) return false;
  if (!leading.has(word)) return !purpose.test(ahead);
  return start <= item.textSpan.start && opening.test(ahead);
}

/** A number, a name in code, a link, a quotation or details below: somebody can tell when it is done. */
const bounds = /[\d`"“”]|\]\(|https?:/;

function isBounded({ text, lines }: IncidentDocument, { span, line, endLine, tickets, textSpan, due }: ActionItem): boolean {
  for (let number = line + 1; number <= Math.min(endLine, line + 20); number++) if (lines[number]?.marker || lines[number]?.kind === 'fence') return true;
  const whole = text.value.slice(textSpan.start, Math.min(span.end, textSpan.start + 600));
  const said = due ? whole.replace(due.value, '') : whole;
  return tickets.length > 0 || bounds.test(said) || said.split(/\s+/).length > 25;
}
