import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { documentAnchor, excerpt } from '../../rules/anchor';
import { wordsOf } from '../../document/words';
import { allProse, matchesIn } from '../../rules/prose';
import { mailboxes } from '../../rules/safety/email';
import { isForAll } from './addresses';
import type { WebAddress } from './addresses';
import type { Customers } from './customers';
import type { Amount } from './money';
import type { NamePlace, Bearer } from './name-places';
import type { People } from './people';
import { commonWords } from './name-places';
import { isPersonName } from './person-name';
import { judgements } from './remarks';
import type { Identified } from './tickets';

/** A place that stays as it is written though a customer may be no reader for it. */
export interface Doubt {
  readonly span: Span;
  readonly reason: string;
}

/** What is known of a document when the doubts about it are gathered. */
export interface Findings {
  readonly document: IncidentDocument;
  readonly people: People;
  readonly customers: Customers;
  /** Names that may be words like others. */
  readonly uncertain: readonly NamePlace<Bearer>[];
  readonly amounts: readonly Amount[];
  readonly identifiers: readonly Identified[];
  readonly addresses: readonly WebAddress[];
}

/** Everything in a document that is not replaced and that nothing shows to be fit for customers, in document order; what is said twice is told once. */
export function doubtsIn(findings: Findings): Doubt[] {
  const seen = new Set<string>();
  return [...gathered(findings)].sort((a, b) => a.span.start - b.span.start).filter(({ span, reason }) => {
    const key = `${reason} ${findings.document.text.slice(span).toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
}

function* gathered({ document, people, customers, uncertain, amounts, identifiers, addresses }: Findings): Generator<Doubt> {
  const { text, fields, lines } = document;
  if (customers.own.length !== 1) {
    const [field] = fields.filter(({ key }) => key === 'customer');
    const span = field?.valueSpan ?? documentAnchor(document);
    yield { span, reason: customers.own.length === 0 ? t('The document does not say whose it is: every customer known by name is replaced.') : t('Several customers are named as the document\'s own: they are left as written.') };
  }
  for (const { span, as } of identifiers) {
    if (as === 'own') yield { span, reason: t('The document\'s own number is kept.') };
    if (as === 'unsure') yield { span, reason: t('This may be an internal number.') };
  }
  for (const { span } of uncertain) yield { span, reason: t('This may be a name, or a word like others.') };
  for (const { span, isAtStake } of amounts) if (!isAtStake) yield { span, reason: t('Nothing says whose money this is.') };
  const hosts = new Set<string>();
  for (const { span, host } of addresses) {
    if (!hosts.has(host)) yield { span, reason: t('This leads to {0}: see that the customer may go there.', excerpt(host, 60)) };
    hosts.add(host);
  }
  for (const { span } of judgements(document)) yield { span, reason: t('This judges or blames.') };
  for (const { label, valueSpan } of fields) if (commercial.test(label)) yield { span: valueSpan, reason: t('This tells what the customer is worth.') };
  for (const { number, kind, contentStart, contentEnd } of lines) {
    const isFirst = kind === 'comment' && lines[number - 1]?.kind !== 'comment';
    if (isFirst) yield { span: { start: contentStart, end: contentEnd }, reason: t('A comment is not shown but handed on.') };
  }
  for (const { index, 0: { length } } of text.value.matchAll(picture)) yield { span: { start: index, end: index + length }, reason: t('A picture is not looked into.') };
  for (const { index, 0: { length } } of text.value.matchAll(machine)) yield { span: { start: index, end: index + length }, reason: t('This may be the address of a machine.') };
  for (const { span } of mailboxes(document)) if (isForAll(text.slice(span))) yield { span, reason: t('A mailbox for everybody is kept.') };
  const common = commonWords(document);
  for (const { words, start } of allProse(document)) {
    for (const { index, 0: { length } } of matchesIn(delicate, words)) yield { span: { start: start + index, end: start + index + length }, reason: t('This may be for lawyers or for sales.') };
    for (const pattern of [doing, told, owning, beside]) {
      for (const match of matchesIn(pattern, words)) {
        const name = match[1] as string;
        const at = match.index + match[0].indexOf(name);
        const last = name.split(' ').at(-1) as string;
        if (!isPersonName(name) || general.test(name) || people.isKnown(name) || customers.isOwnWord(wordsOf(last)) || common.has(last.toLowerCase())) continue;
        yield { span: { start: start + at, end: start + at + name.length }, reason: t('This may be the name of a person or of a customer.') };
      }
    }
  }
}

const commercial = /^(?:account|customer|contract|support) (?:tier|segment|health|plan|level|size)$|^(?:tier|segment|plan|renewal(?: date)?|churn risk|health score|nps|csat|arr|mrr|deal|opportunity)$/i;
/** Addresses of the public internet, but for those of documentation and those that are the same everywhere; versions have a word before them. */
const machine = /(?<![\w.@~^-]|\b(?:version|release|v|firmware|build)s?[ :=]{0,3})(?!(?:0|10|127|192\.168|192\.0\.2|198\.51\.100|203\.0\.113|169\.254|255|1\.1\.1|8\.8\.[48]|172\.(?:1[6-9]|2\d|3[01]))\.)(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/gi;
const picture = /!\[[^\]\n]{0,300}\]\([^()\n]{1,1000}\)|<img\s[^<>\n]{0,1000}>/gi;
const nameLike = "(\\p{Lu}\\p{Ll}[\\p{L}-]*(?: \\p{Lu}[\\p{L}'’-]*\\p{L}){0,2})";
/** What people do and machines seldom. */
const doing = /(?<![\p{L}\p{N}.@/_-])(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2})(?:\s\([^()]{1,40}\))?,? (?:said|says|wrote|writes|asked|asks|has asked|called|rang|phoned|thinks|thought|noticed|notices|told|tells|knows|confirmed|confirms|escalates|escalated|suggested|suggests|joined|joins|proposed|agreed|agrees|volunteered|pinged|emailed|messaged|posted|replied|replies|wants|hears|explained|explains|pointed out|realized|realised|investigated|investigates|apologi[sz]ed|acknowledges|announced|announces|opens|opened|merges|merged|pings|notes|noted|suspects|suspected|believes|believed|decides|decided|discusses|discussed|completed|assesses|looked|looks|started|helped|left|took over)(?![\p{L}-])/gu;
/** To whom people speak. */
const told = new RegExp(`\\b(?:asked|asks|pinged|pings|told|tells|paged|calls|called|emailed|messaged|phoned|thanked|thanks to|according to|escalated to|handed over to) ${nameLike}(?![\\p{L}\\p{N}])`, 'gu');
const owning = new RegExp(`(?<![\\p{L}\\p{N}.@/_-])${nameLike}['’]s (?=\\p{Ll}|\\d)`, 'gu');
/** Two who do something together. */
const beside = new RegExp(`(?<![\\p{L}\\p{N}.@/_-])${nameLike} and (?:\\p{Lu}\\p{Ll}+|(?:Engineer|Person|Contact) [A-Z]) (?:discuss|find|found|join|joined|start|started|agree|agreed|work|worked|look|looked|are|were|investigate)`, 'gu');
const delicate = /\b(?:legal(?: team)?|lawyers?|counsel|liabilit(?:y|ies)|lawsuit|litigation|regulator|penalt(?:y|ies)|withh(?:old|eld|olding)|churn|service credits?|credit clause|compensation|goodwill|formal complaint|(?:contract|licen[cs]e|subscription|account|their) renewals?|renewal (?:date|talks|at risk)|advertisers|credited)\b/gi;
const general = /^(?:The|A|An|We|They|It|He|She|This|That|Then|There|One|Some|Both|All|Each|Our|Their|His|Her|Its|Someone|Somebody|Nobody|Everyone|Users?|Customers?|Clients?|Support|Monitoring|Alerts?|Team|Engineering|Engineers?|Operations|Management|On-?call|Developers?|Staff|Who|What|When|After|Before|Also|Later|Initially|Immediately|Finally|Subsequently|Nothing|Logs?|Investigation|Further|Another|Other|Several|Many|Multiple)\b/;
