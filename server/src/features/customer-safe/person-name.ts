import { isSomebody } from '../../document/item-mention';
import { phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { saysNoName } from '../../rules/metadata/job-words';
import { isPlaceholder } from './placeholders';

/** Somebody who is named, at an offset of the text that was looked at. */
export interface NamedPerson {
  readonly name: string;
  readonly at: number;
  /** A name by which somebody logs in, without the sign before it. */
  readonly isLogin: boolean;
}

const particles = new Set(phrases('van|von|de|der|den|da|di|del|dos|du|la|le|bin|al|ter|ten|st|y|e'));
/** What stands where a person would and is none. */
const noPersons = new Set(phrases(
  'alert|alerts|alerting|alarm|monitoring|monitor|pagerduty|opsgenie|slack|jira|github|gitlab|grafana|datadog|sentry|bot|automation|automated|cron|pipeline|ci|vendor|provider|partner|partners|supplier'
  + '|customers|clients|users|user|team|teams|squad|group|guild|crew|desk|bridge|board|council|committee|department|dept|office|everyone|everybody|all|anyone|someone|nobody|none|others|engineering|engineers'
  + '|developers|devs|sres|admins|managers|dbas|helpdesk|noc|soc|press|staff|community|care|desk|center|centre|unit|lab|shop|store|public|internal|external|attacker|attackers|vp|inc|ltd|llc|gmbh|corp|ag|bv|plc|labs|foundation|name|names|role|roles|owner|owners|who'
  + '|review|reviewers|author|authors|unknown|various|multiple|several|thanks|regards|hi|hello|dear|the|our|a|an|we|they|it|he|she|you|i|this|that|no|yes|tbd|tbc|todo|done|open|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
  + '|january|february|march|july|september|october|november|december|dba|api|aws|gcp|azure|google|amazon|microsoft|cloudflare|redis|kafka|postgres|kubernetes|linux|region|cluster|note|notes|date|time|status|severity|priority|discord|circleci|heroku|fastly|linode|digitalocean|pingdom|twitter|telegram|zoom|freshdesk|zendesk|statuspage|npm|docker|nginx'
  + '|mysql|mongodb|elasticsearch|terraform|ansible|python|java|rust|node|react|windows|ubuntu|debian|chrome|firefox|safari|android|ios|internet|europe|asia|america|english|today|yesterday|tomorrow',
));
/** Names that are words as well: alone and at the beginning of a sentence they may be either. */
const ordinary = new Set(phrases(
  'will|mark|may|april|june|august|grant|bill|rob|sue|pat|art|grace|hope|faith|joy|rose|iris|page|case|drew|chase|rich|frank|jack|nick|dale|dean|guy|lane|cole|max|miles|robin|summer|dawn|eve|penny|ray|rusty|sandy'
  + '|stone|young|long|short|white|black|brown|green|king|best|bond|cook|field|fields|ford|fox|hall|hill|law|major|marsh|moon|park|parks|price|root|sharp|small|snow|stark|street|strong|sun|swift|wall|ward|waters|wise|wood|woods'
  + '|worth|post|banks|bank|bell|berry|bishop|branch|bridges|burns|bush|carpenter|cross|day|english|fisher|flowers|foster|gates|hand|hart|head|holder|house|hunt|hunter|joint|key|keys|lamb|little|love|mills|monk|north|paris'
  + '|pool|porter|power|powers|rivers|sales|savage|singer|smart|stack|steel|story|temple|test|tiger|trace|turner|walker|water|west|winter|winters|wolf|target|apple|square|shell|gap|oracle|block|stripe|meta|slack|global|united|general',
));

export const isOrdinary = (word: string): boolean => ordinary.has(word.toLowerCase());

const word = /^(?:\p{Lu}[\p{L}\p{M}'’.]*(?:-\p{Lu}?[\p{L}\p{M}'’.]+)*)$/u;
const courtesy = /^(?:(?:Mr|Mrs|Ms|Dr|Hr|Fr|Herr|Frau|Prof|Sir)\.? )+/;
const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}(?:さん|様|氏)?$/u;
const ideographicNoName = /担当|未|チーム|部|課|社|者|全|要|開発|運用|当番|自動|監視/;

/** Whether words are the name of a person, as far as it shows: up to five words in capitals, none of which says a job, a team or a machine. */
export function isPersonName(words: string): boolean {
  if (words.length > 50 || !isSomebody(words) || isPlaceholder(words)) return false;
  if (ideographs.test(words)) return !ideographicNoName.test(words);
  const list = words.split(' ');
  if (list.length > 5 || !list.every((part) => word.test(part) || particles.has(part.toLowerCase()))) return false;
  const telling = list.filter((part) => !particles.has(part));
  if (telling.length === 0 || !/\p{Ll}/u.test(words) || telling.every((part) => part.replace(/\./g, '').length < 2)) return false;
  return telling.every((part) => !noPersons.has(wordsOf(part)) && (!saysNoName(wordsOf(part)) || (telling.length > 1 && ordinary.has(wordsOf(part)))) && !/^[A-Z]{3,}$/.test(part));
}

/** What parts several people, and people from what is said of them. */
const breaks = /[,;&/+|:<>()[\]{}"“”\n\t→]|\*\*|__|~~|`|\s[-–—]+\s|\s(?:and|und|et|y|e|with|for|mit|für|from|of|at|as|until|then|via|c\/o)\s/gu;
const login = /^@?([a-z][\w.-]{1,38}\w)$/i;
const sharedLogin = /^(?:here|channel|everyone|all|tbd|tbc|me|team|nobody|none|todo|owner|name|user|users|todo|.*(?:team|squad|oncall|on-call|sre|sres|ops|support|devs|eng|infra|platform|security|admins|leads|bot))$/i;

/** The people that a value names: "Ana Lima (Pune), @ben and Cem's team". What stands in brackets behind a name says more of it. */
export function* personsIn(value: string): Generator<NamedPerson> {
  let from = 0;
  let isNamed = false;
  let before = '';
  for (const match of [...value.slice(0, longest).matchAll(breaks), { index: Math.min(value.length, longest), 0: '' }]) {
    const found = personOf(value.slice(from, match.index));
    if (found && !(before === '(' && isNamed && !found.isLogin)) yield { ...found, at: found.at + from };
    isNamed = found !== null || isPlaceholder(value.slice(from, match.index));
    before = match[0];
    from = match.index + match[0].length;
  }
}

/** No list of people is longer. */
const longest = 4_000;

function personOf(part: string): NamedPerson | null {
  const start = /[^\s*_~]/.exec(part)?.index ?? part.length;
  const words = part.slice(start).replace(/[\s*_~.]+$/, '');
  const handle = words.startsWith('@') ? login.exec(words)?.[1] : undefined;
  if (handle !== undefined) return sharedLogin.test(handle) || isPlaceholder(handle) ? null : { name: handle, at: start + 1, isLogin: true };
  const at = start + (courtesy.exec(words)?.[0].length ?? 0);
  const bare = part.slice(at, start + words.length).replace(/['’]s?$/, '');
  if (isPersonName(bare)) return { name: bare, at, isLogin: false };
  // "Ana Lima on call", "Cem's team"
  const leading = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}(?=\s+\p{Ll}|['’]s\s)/u.exec(bare)?.[0].replace(/['’]s$/, '');
  return leading !== undefined && (leading.includes(' ') || bare.slice(leading.length).startsWith("'s")) && isPersonName(leading) ? { name: leading, at, isLogin: false } : null;
}

/** Where a value is one name by which somebody logs in: "jdoe", "ana.lima". */
export function loginOf(value: string): NamedPerson | null {
  const name = login.exec(value)?.[1];
  return name === undefined || name !== name.toLowerCase() || sharedLogin.test(name) || !isSomebody(name) || isPlaceholder(name) || saysNoName(wordsOf(name)) || noPersons.has(name) ? null : { name, at: value.length - name.length, isLogin: true };
}
