import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { otherPerson, ourselvesBefore, personBefore, softwareBefore } from './people';
import { before, behind, isQuoted } from '../surroundings';

/** What went wrong is said of the system, and of nobody's character or attention. */
export const blame = defineRule({
  id: 'blame',
  group: 'language',
  summary: 'Nobody is blamed',
  severity: 'warning',
  words: [
    'forgot', 'forgets', 'neglected', 'neglects', 'neglecting', 'ignored', 'ignores', 'failed', 'fails', 'broke', 'botched', 'bungled', 'overlooked',
    'carelessly', 'recklessly', 'negligently', 'sloppily', 'foolishly', 'stupidly', 'incompetently',
    'careless', 'reckless', 'negligent', 'sloppy', 'lazy', 'incompetent', 'inexperienced', 'greedy', 'clueless', 'stupid', 'foolish', 'inattentive',
    'carelessness', 'negligence', 'incompetence', 'sloppiness', 'stupidity', 'blame', 'fault', 'mess', 'properly', 'adequately', 'bother', 'bothered', 'care',
  ],
  judges: 'words',
  *check(document, _options, { mentions }) {
    let known: ReadonlySet<string> | undefined;
    const isName = (word: string): boolean => (known ??= namesIn(document)).has(word);
    const places = mentions.flatMap((mention) => {
      const span = accusation(mention, isName);
      return span && !isQuoted(mention) ? [{ mention, span }] : [];
    });
    for (let first = 0, next = 0; first < places.length; first = next) {
      const { mention, span } = places[first] as (typeof places)[number];
      while (places[next]?.mention.line === mention.line) next++;
      yield {
        span,
        message: t('"{0}" blames people: say what in the system or the process let it happen.', excerpt(textOf(mention, span), 40)),
        related: places.slice(first + 1, next).map((other) => ({ span: other.span, message: t('The same line blames here as well.') })),
        ...(asksOn(document, mention) && { severity: 'hint' as const }),
        ...(adverbs.has(mention.word) ? { fixes: [withoutAdverb(mention)] } : {}),
      };
    }
  },
});

/** "**Why did nobody see it?**" */
const why = /^[\s>*+_#\d.)|-]*(?:why\b|warum\b|pourquoi\b|なぜ)/i;

/** Whether a chain of questions goes on below: the deed is a step on its way to the system. */
function asksOn({ text, lines }: IncidentDocument, { line: { line } }: Mention): boolean {
  let next = line + 1;
  while (lines[next]?.kind === 'blank') next++;
  return lines[next] !== undefined && why.test(text.value.slice(text.lineStart(next), Math.min(text.lineEnd(next), text.lineStart(next) + 100)));
}

const textOf = ({ line: { start, words } }: Mention, span: Span): string => words.slice(span.start - start, span.end - start);

const verbs = /^(?:forgot|forgets|neglect\w+|ignore[sd]|fail(?:ed|s)|broke|botched|bungled|overlooked)$/;
/** Only people do these, and no software that is called an operator or a manager. */
const humanVerbs = /^(?:forgot|forgets|botched|bungled|overlooked)$/;
/** Where it is not a deed that blames but its outcome: "failed to reproduce", "broke down the numbers". */
const duty = /^ to (?:properly |fully |even |correctly )?(?:notice|check|test|verify|validate|follow|update|document|communicate|inform|notify|respond|react|monitor|renew|review|escalate|reali[sz]e|recogni[sz]e|plan|consider|act|read|understand|consult|acknowledge|announce|ensure|do|take|account|report|think|pay|prepare|anticipate)\b/i;
const outcome = /^ (?:(?:the|it|this|that|them) (?:\w+ )?)?(?:down|up|out|off|even|into)\b/i;

const adverbs: ReadonlySet<string> = new Set(['carelessly', 'recklessly', 'negligently', 'sloppily', 'foolishly', 'stupidly', 'incompetently']);
/** Faults of character that name what they are a fault of by themselves. */
const vices: ReadonlySet<string> = new Set(['carelessness', 'negligence', 'incompetence', 'sloppiness', 'stupidity']);
/** "careless as usual" is said of people alone. */
const asEver = /^ as (?:usual|ever|always)\b/i;
/** Machines have these too, or a law speaks of them: only somebody makes them blame. */
const adjectives = /^(?:careless|reckless|negligent|sloppy|lazy|incompetent|inexperienced|greedy|clueless|stupid|foolish|inattentive)$/;
const people = /^ (?:(?!\w+ing\b)[\w-]+ )?(?:engineers?|developers?|devs?|programmers?|admins?|administrators?|technicians?|interns?|contractors?|employees?|colleagues?|managers?|management|staff|personnel|teams?|people|person|leadership|operators?|vcs|investors|executives?|vendors?|suppliers?|mistakes?)\b/i;
/** In computing these are virtues as well. */
const technical = /^(?:lazy|greedy)$/;
const right = /^ (?:engineers?|developers?|devs?|programmers?|admins?|technicians?|interns?|contractors?|employees?|colleagues?|managers?|staff|team|people|vcs|investors|executives?)\b/i;

const after = (pattern: string): RegExp => new RegExp(`${pattern} $`, 'i');
const isOne = after(`${otherPerson} (?:was|were|is|are|has been|had been)(?: (?:too|so|very|simply|just|rather|clearly|a bit))?`);
const isTo = after(`${otherPerson} (?:is|are|was|were) (?:solely |entirely |partly |really |clearly )?to`);
const ones = after(`(?:(?:\\b(?:his|her)|${otherPerson}(?:['’]s|s['’]))(?: own)?|${otherPerson} (?:is|are|was|were) (?:clearly |entirely |solely )?at)`);
const did = after(`(?:${otherPerson} (?:did not|didn['’]t|does not|doesn['’]t|never)|\\bnor did (?:he|she|${otherPerson}))(?: (?:even|really|seem to))?`);
const software = /^\W*(?:operator|manager|admin|author|reviewer)/i;
const passive = /\b(?:was|were|been|being|is|are) $/i;
const made = /^ (?:that |which )?(?:he|she|they|@[\w-]{2,39}) (?:has |have |had )?(?:created|made|caused|left)\b/i;
const name = /\b(\p{Lu}\p{Ll}+) (?:(?:had|has|then|also|simply|clearly|again) )?$/u;
const denied = /\b(?:no|not|without|never|n't|nobody|blameless|assign(?:ing)?|than)\b[^.;]{0,25}$/i;

/** The names of people that the document's facts and its plan state. */
function namesIn({ fields, plan }: IncidentDocument): ReadonlySet<string> {
  const stated = fields.filter(({ key }) => key === 'authors' || key === 'owner' || key === 'contact').map(({ value }) => value);
  return new Set([...stated, ...plan.items.map(({ owner }) => owner?.value ?? '')].flatMap((value) => value.match(/\p{Lu}\p{Ll}+/gu) ?? []));
}

/** The words around a mention that blame somebody, or null. */
function accusation(mention: Mention, isName: (word: string) => boolean): Span | null {
  const { word, span } = mention;
  const earlier = before(mention);
  const later = behind(mention);
  /** From the subject's first letter to the mention. */
  const since = (pattern: RegExp): Span | null => {
    const found = pattern.exec(earlier)?.[0];
    return found === undefined ? null : { start: span.start - found.length + found.search(/[\w@]/), end: span.end };
  };
  const upTo = (pattern: RegExp): Span | null => {
    const found = pattern.exec(later)?.[0];
    return found === undefined ? null : { start: span.start, end: span.end + found.length };
  };
  if (verbs.test(word)) {
    if (ourselvesBefore.test(earlier) || (!humanVerbs.test(word) && softwareBefore.test(earlier))) return null;
    if (word.startsWith('fail') ? !duty.test(later) : outcome.test(later)) return null;
    const named = name.exec(earlier)?.[1];
    return since(personBefore) ?? (named !== undefined && isName(named) ? since(name) : null);
  }
  const deed = did.exec(earlier)?.[0];
  if (deed === undefined && denied.test(earlier)) return null;
  if (adverbs.has(word)) return personBefore.test(earlier) || passive.test(earlier) || isName(name.exec(earlier)?.[1] ?? '') ? span : null;
  // In capitals it is a law's.
  if (vices.has(word)) return textOf(mention, span) === word.toUpperCase() ? null : span;
  if (adjectives.test(word)) return upTo(technical.test(word) ? right : people) ?? since(isOne) ?? (technical.test(word) ? null : upTo(asEver));
  switch (word) {
    case 'blame':
      return since(isTo);
    case 'fault':
      return since(ones);
    case 'mess':
      return upTo(made);
    default:
      return deed === undefined || software.test(deed) || ourselvesBefore.test(earlier.slice(0, earlier.length - deed.length)) ? null : since(did);
  }
}

/** The sentence without its judgement; the deed stays. */
function withoutAdverb({ span, word, line: { start, words } }: Mention): Fix {
  const spaced = words[span.end - start] === ' ';
  return { title: t('Remove "{0}"', word), kind: 'suggested', edits: [{ span: { start: span.start, end: span.end + (spaced ? 1 : 0) }, newText: '' }] };
}
