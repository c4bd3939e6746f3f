import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { lexiconOf } from '../../rules/mentions';
import { cardNumbers, isCardWord } from '../../rules/safety/card';
import { mailboxes } from '../../rules/safety/email';
import { internalAddress } from '../../rules/safety/internal-address';
import { internalHosts, meetingPasswords, privateAddresses } from '../../rules/safety/network';
import { personalData } from '../../rules/safety/personal-data';
import { phoneNumbers } from '../../rules/safety/phone';
import { secret } from '../../rules/safety/secret';
import { secretsIn } from '../../rules/safety/secrets';
import type { Replacement } from './placeholders';

const asked = [secret, personalData, internalAddress] as const;

/** Mailboxes to which everybody may write, by what stands before the `@`. */
export const isForAll = (mail: string): boolean => /^(?:support|help|helpdesk|security|info|contact|abuse|press|privacy|status|sales|billing|feedback|enquiries|no-?reply|do-not-reply)@/i.test(mail);

/** What the rules of safety find, and addresses of the tools that a team works with. Suppressions say nothing of customers. */
export function* addressesIn(document: IncidentDocument): Generator<Replacement> {
  const { text } = document;
  const [ofSecrets = [], ofPeople = [], ofNetworks = []] = lexiconOf(asked).mentionsIn(document);
  const told = (family: Replacement['family']) => (span: Span): Replacement => ({ span, family, thing: text.slice(span).toLowerCase() });
  for (const { span, detector } of secretsIn(text, ofSecrets)) yield { span, family: 'secret', thing: detector.mark };
  for (const span of meetingPasswords(text)) yield { span, family: 'secret', thing: 'password' };
  for (const { span } of mailboxes(document)) if (!isForAll(text.slice(span))) yield told('mail')(span);
  yield* Array.from(phoneNumbers(document, ofPeople.filter((mention) => !isCardWord(mention))), told('phone'));
  yield* Array.from(cardNumbers(document, ofPeople.filter(isCardWord)), told('card'));
  yield* Array.from(privateAddresses(text), told('address'));
  yield* Array.from(internalHosts(text, ofNetworks), told('address'));
}

/** An address of the web, as it is written. */
export interface WebAddress {
  readonly span: Span;
  /** In lower case, without a login and the port. */
  readonly host: string;
  readonly path: string;
}

const web = /\bhttps?:\/\/(?:[^\s/@<>()[\]"'`|]{1,200}@)?([\w.-]{1,253})(?::\d{1,5})?((?:[/?#](?:[^\s<>()[\]"'`|\\]|\([^\s<>()[\]"'`|\\]{0,200}\))*)?)/gi;

/** The addresses of the web in a document, without the punctuation behind them. */
export function webAddresses({ text: { value } }: IncidentDocument): WebAddress[] {
  if (!value.includes('://')) return [];
  return Array.from(value.matchAll(web), ({ index, 0: whole, 1: host, 2: path }) => {
    const behind = /[.,;:!?*_~]+$/.exec(whole)?.[0].length ?? 0;
    return { span: { start: index, end: index + whole.length - behind }, host: (host as string).toLowerCase(), path: (path as string).slice(0, (path as string).length - behind) };
  });
}

/** Pages of tools to which only the team has a key, by their host; some of these hosts have pages for everybody too. */
const tools = new RegExp(`(?:^|\\.)(?:${[
  'slack\\.com', 'zoom\\.us', 'teams\\.microsoft\\.com', 'teams\\.live\\.com', 'meet\\.google\\.com', 'docs\\.google\\.com', 'drive\\.google\\.com', 'sharepoint\\.com', 'onedrive\\.live\\.com', 'dropbox\\.com',
  'atlassian\\.net', 'notion\\.so', 'notion\\.site', 'hackmd\\.io', 'miro\\.com', 'figma\\.com', 'pagerduty\\.com', 'opsgenie\\.com', 'victorops\\.com', 'incident\\.io', 'firehydrant\\.io', 'rootly\\.com',
  'grafana\\.net', 'datadoghq\\.(?:com|eu)', 'newrelic\\.com', 'sentry\\.io', 'splunkcloud\\.com', 'honeycomb\\.io', 'logz\\.io', 'kb\\.[\\w-]+\\.aws\\.found\\.io', 'lightstep\\.com', 'dynatrace\\.com', 'papertrailapp\\.com',
  'linear\\.app', 'monday\\.com', 'asana\\.com', 'trello\\.com', 'clickup\\.com', 'zendesk\\.com', 'freshdesk\\.com', 'salesforce\\.com', 'force\\.com', 'hubspot\\.com', 'service-now\\.com',
  'console\\.aws\\.amazon\\.com', 'console\\.cloud\\.google\\.com', 'portal\\.azure\\.com', 'circleci\\.com', 'buildkite\\.com',
].join('|')})$|^(?:jira|confluence|intranet|grafana|kibana|prometheus|alertmanager|jenkins|argocd?|vault|sentry|redash|metabase|superset|munin|nagios|zabbix|rundeck|gitlab|phabricator)\\.[\\w-]+\\.`);
/** Pages of theirs that everybody may read. */
const forAll = /^(?:www(?=\.(?!notion|dropbox|figma|miro))|docs?|help|support|status|blog|developers?|api|learn|community)\.(?!google\.com$)|^(?:slack|zoom|sentry|dropbox|trello|pagerduty|zendesk)\.(?:com|us|io)$/;
const singleName = /^[\w-]+$/;

export const isTool = ({ host, path }: WebAddress): boolean => (tools.test(host) && !(forAll.test(host) && !/^\/(?:archives|[cbj]|s|card|board|issues)\//.test(path))) || (singleName.test(host) && host !== 'localhost');
