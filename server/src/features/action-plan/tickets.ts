import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { ActionItemModel } from '../../protocol';
import { ticketLinks } from '../links';

type Ticket = ActionItemModel['tickets'][number];

/** What an address says of its ticket: the key of a tracker, or the number of an issue of a repository. */
const keys: readonly RegExp[] = [/\/browse\/([A-Z][A-Z0-9]+-\d+)/, /[?&](?:id|selectedIssue)=([\w-]+)/];
const numbered = /^\/([\w.-]+\/[\w.-]+)\/(?:-\/)?(?:issues|pull|pulls|merge_requests|discussions)\/(\d+)/;
const longest = 48;

/** Tells the tickets of an item, each with where it leads: by a link in the text, or by the patterns of the settings. */
export function ticketsOf(document: IncidentDocument, patterns: Readonly<Record<string, string>>): (item: ActionItem) => Ticket[] {
  const targets = new Map(document.plan.items.length === 0 ? [] : ticketLinks(document, patterns).map(({ span, target }) => [span.start, target]));
  return ({ tickets }) => tickets.map(({ value, span }) => (value.includes('://') ? addressed(document, value, span.start) : { key: value, url: targets.get(span.start) ?? null }));
}

function addressed({ text: { value: source } }: IncidentDocument, written: string, start: number): Ticket {
  const url = /^https?:\/\//i.test(written) && URL.canParse(written) ? new URL(written) : null;
  const before = source.slice(Math.max(0, start - longest), start);
  const words = before.endsWith('](') ? before.slice(before.lastIndexOf('[') + 1, -2) : '';
  if (/^[#\w/.-]*\d$/.test(words)) return { key: words, url: url?.href ?? null };
  const key = keys.map((pattern) => pattern.exec(written)?.[1]).find((found) => found !== undefined);
  const issue = url ? numbered.exec(url.pathname) : null;
  const short = written.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return { key: key ?? (issue ? `${issue[1]}#${issue[2]}` : short.length > longest ? `${short.slice(0, longest - 1)}…` : short), url: url?.href ?? null };
}
