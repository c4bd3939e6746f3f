import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import { anyPerson } from './people';
import { before, behind, isQuoted } from '../surroundings';

/** What happened is told, and not what people did not do. */
export const counterfactual = defineRule({
  id: 'counterfactual',
  group: 'language',
  summary: 'The document says what people did, not what they should have done',
  severity: 'information',
  words: ['should', 'could', 'ought'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    let lessons: ArrayLike<number> | undefined;
    let plan: ArrayLike<number> | undefined;
    for (const mention of mentions) {
      const span = counterfact(mention);
      if (!span || document.lines[mention.line.line]?.kind === 'heading' || isQuoted(mention)) continue;
      lessons ??= coveredLines(document, 'lessons');
      plan ??= coveredLines(document, 'actions');
      if (lessons[mention.line.line] === 1 || plan[mention.line.line] === 1) continue;
      yield {
        span,
        message: t('"{0}" tells what did not happen: say what was done, and why it made sense then.', excerpt(document.text.slice(span), 40)),
        ...(isExplained(document, span) && { severity: 'hint' as const }),
      };
    }
  },
});

const explains = /\b(?:because|reasons? (?:why|for|that)|(?:why|this|that) (?:this )?(?:did not|didn['’]t|was not|wasn['’]t) [^.]{0,80}\b(?:since|as)\b)/i;

/** Whether the sentences that follow say why it was done as it was. */
function isExplained({ text: { value } }: IncidentDocument, { end }: Span): boolean {
  const following = value.slice(end, end + 400);
  const paragraph = /\n\s*\n/.exec(following);
  return explains.test(paragraph ? following.slice(0, paragraph.index) : following);
}

const subject = new RegExp(`${anyPerson} $`, 'i');
/** Deeds of people, done to something: "should have been tested". */
const deed = `(?:caught|noticed|spotted|prevented|avoided|reviewed|tested|checked|verified|foreseen|anticipated|planned|communicated|escalated|monitored|documented|validated|considered|thought of|done (?:earlier|sooner|before|first))`;
const haveDone = /^(?: (?:also|easily|probably|really|just))?(?: (?:not|never))?(?: (?:also|easily|probably))? have (?:(?:also|easily|probably|really) )?(?:[a-z-]+(?:ed|en|wn|ught|one|un|ld|id|ade|ept|ent|eft|ost)|put|set|run|read|let|cut|had|built|sunk|met|felt)\b/i;
/** A captured loop is compiled once, another one for each of its rounds. */
const haveBeen = new RegExp(`^(?: (?:also|easily|probably|really))?(?: (?:not|never))? have (?:(?:also|easily|probably) )?been ((?:more|better|easily|thoroughly|properly|fully) ){0,2}${deed}\\b`, 'i');
const denied = /\b(?:no|none|nothing|nobody|no one|not|whether|if|how|what)\b[^.;,]{0,40}$/i;

/** The words that tell what did not happen, or null. */
function counterfact(mention: Mention): Span | null {
  const { word, span } = mention;
  const later = behind(mention, 60);
  const upTo = (pattern: RegExp, start = span.start): Span | null => {
    const match = pattern.exec(later);
    return match ? { start, end: span.end + match[0].length } : null;
  };
  if (!later.includes(' have ')) return null;
  const earlier = before(mention);
  const person = subject.exec(earlier);
  const start = person ? span.start - person[0].length + (/^\s*/.exec(person[0])?.[0].length ?? 0) : span.start;
  if (denied.test(person ? earlier.slice(0, person.index) : earlier)) return null;
  if (person && word !== 'could') return upTo(word === 'ought' ? /^ (?:not )?to have [a-z-]+\b/i : haveDone, start);
  return upTo(haveBeen, start);
}
