import type { ActionItem } from '../document/actions';
import { plainText } from '../document/words';

/** Words that do nothing but introduce an owner, a due date or a ticket. */
const introductions = /\b(?:owner|owned by|assignee|assigned to|responsible|dri|lead|who|due(?: date| by| on)?|eta|deadline|target(?: date)?|by(?: when)?|until|before|tickets?|issues?|jira|tracked in)\b/gi;
const onlyPunctuation = /^[\s()[\]{},;:.=|–—📅-]*$/u;
/** An item that names more tickets than this is a list of them. */
const MOST_MENTIONS = 20;
/** A sentence that ends so goes on in what follows: "as agreed in (OPS-1)". */
const unfinished = /[,:;&/]$|\b(?:an?|the|and|or|as|at|by|due|for|from|in|into|like|of|on|owner|per|see|than|tickets?|issues?|to|under|via|with)$/i;

/**
 * The text of an item without the brackets and the parts behind a dash or a comma at its end that say nothing but its owner, its due date and
 * its tickets. The whole text where these say anything more.
 */
export function titleOf({ text, owner, due, tickets }: ActionItem): string {
  const mentions = [owner, due, ...tickets].flatMap((mention) => (mention === null ? [] : [plainText(mention.value)]));
  if (mentions.length > MOST_MENTIONS) return text;
  // "OPS-12" must not be taken for "OPS-1" and a 2
  mentions.sort((a, b) => b.length - a.length);
  let title = text;
  for (let at = tailOf(title); at > 0 && saysOnly(mentions, title.slice(at)); at = tailOf(title)) title = title.slice(0, at).trimEnd();
  return unfinished.test(title) ? text : title;
}

/** Where the last bracket, or the last part behind a dash or a comma, begins; -1 where the text ends in neither. */
function tailOf(text: string): number {
  let end = text.length;
  while (end > 0 && '. '.includes(text[end - 1] as string)) end--;
  const close = text[end - 1];
  if (close === ')') return text.lastIndexOf('(', end);
  if (close === ']') return text.lastIndexOf('[', end);
  const at = Math.max(...[' - ', ' – ', ' — ', ', '].map((dash) => text.lastIndexOf(dash)));
  // a comma within brackets: the part begins where they do
  const open = at < 0 ? undefined : ['()', '[]'].find(([opening, closing]) => text.includes(closing as string, at) && !text.includes(opening as string, at))?.[0];
  return open === undefined ? at : text.lastIndexOf(open, at);
}

function saysOnly(mentions: readonly string[], tail: string): boolean {
  let rest = tail;
  let found = 0;
  for (const mention of mentions) {
    const at = rest.indexOf(mention);
    if (at < 0) continue;
    rest = `${rest.slice(0, at)} ${rest.slice(at + mention.length)}`;
    found++;
  }
  return found > 0 && onlyPunctuation.test(rest.replace(introductions, ''));
}
