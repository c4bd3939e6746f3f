import type { Card } from './card';
import { durationCard } from './duration';
import { fieldCard } from './field';
import { headingCard } from './heading';
import { identifierCard } from './identifier';
import { milestoneCard } from './milestone';
import { ownerCard } from './owner';
import type { HoverQuery } from './query';
import { timeCard } from './time';

export type { HoverQuery } from './query';

/** From the narrowest thing to the widest: the first that stands at the place is told of. */
const cards: readonly ((query: HoverQuery) => Card | null)[] = [identifierCard, ownerCard, timeCard, durationCard, milestoneCard, fieldCard, headingCard];

/** What is told of the thing at an offset, or of the one that ends there; null where there is none. */
export function hoverAt(query: HoverQuery): Card | null {
  const { document: { kind, text }, offset } = query;
  if (kind === 'none') return null;
  return cardAt(query) ?? (offset > text.lineStart(text.lineAt(offset)) ? cardAt({ ...query, offset: offset - 1 }) : null);
}

function cardAt(query: HoverQuery): Card | null {
  for (const card of cards) {
    const found = card(query);
    if (found && found.blocks.length > 0) return found;
  }
  return null;
}
