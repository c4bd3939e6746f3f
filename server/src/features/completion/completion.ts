import type { IncidentDocument, ParseContext } from '../../document/document';
import type { Span } from '../../document/text';
import type { Edit } from '../../rules/rule';
import { dates } from './dates';
import { frontMatterKeys } from './front-matter-keys';
import { horizons } from './horizons';
import { knownNames, type Known } from './known-names';
import { nextEntryNow } from './next-entry-now';
import { placeAt, type Place } from './place';
import { ruleNames } from './rule-names';
import { sectionHeadings } from './section-headings';
import { statedValues } from './stated-values';

/** What may be written at a place. */
export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly documentation?: string;
  readonly role: 'owner' | 'ticket' | 'value' | 'time' | 'section' | 'key' | 'rule';
  /** What is replaced: the part that is written already. */
  readonly span: Span;
  readonly newText: string;
  /** What the part that is written already is compared with. */
  readonly filter: string;
  /** Whether it is what stands there already. */
  readonly current?: boolean;
  /** What else it takes, apart from the span. */
  readonly besides?: Edit;
}

export interface CompletionQuery {
  /** Where the cursor is. */
  readonly offset: number;
  /** The names that the documents know. */
  readonly known: Known;
  /** The present, in milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the reader's zone, for documents that name none. */
  readonly timeZone: string;
  /** How the document was read. */
  readonly reading: ParseContext;
  /** The ids of the rules that find something in the document. */
  readonly found: () => ReadonlySet<string>;
}

/** What a provider is asked: with the place for a value that the cursor is in, which is null in prose. */
export interface PlacedQuery extends CompletionQuery {
  readonly place: Place | null;
}

/** Offers what may stand at the cursor, the best first; nothing where it has nothing to say. */
type CompletionProvider = (document: IncidentDocument, query: PlacedQuery) => Iterable<Completion>;

/** Everything that is offered, in order: the only registration. */
const providers: readonly CompletionProvider[] = [knownNames, statedValues, dates, frontMatterKeys, ruleNames, nextEntryNow, horizons, sectionHeadings];

/** Behind these signs a client asks unasked: a handle, and what stands behind a label. Nothing is offered behind them in prose. */
export const triggerCharacters: readonly string[] = ['@', ':'];

/** More are no help; who types on is asked again. */
export const mostOffered = 100;

/** What may be written at the cursor, the best first, at most one more than `mostOffered`. */
export function completions(document: IncidentDocument, query: CompletionQuery): Completion[] {
  const offered: Completion[] = [];
  const placed: PlacedQuery = { ...query, place: placeAt(document, query.offset) };
  for (const provider of providers) {
    for (const completion of provider(document, placed)) {
      offered.push(completion);
      if (offered.length > mostOffered) return offered;
    }
  }
  return offered;
}
