import type { DocumentKind } from '../document/detect';

/** Another incident document of the workspace, in brief. */
export interface Sibling {
  readonly uri: string;
  readonly kind: Exclude<DocumentKind, 'none'>;
  /** `line` is 0-based, the text shortened. */
  readonly title: { readonly line: number; readonly text: string } | null;
  /** The incident's date, in days since 1970-01-01. */
  readonly day: number | null;
}

/** A line of another incident document, 0-based. */
export interface SiblingLine {
  readonly sibling: Sibling;
  readonly line: number;
}

/** How several documents of the workspace are called: `inc-` and three digits, from 104 to 131. */
export interface IdSeries {
  /** In lower case. */
  readonly prefix: string;
  readonly digits: number;
  readonly first: number;
  readonly last: number;
  /** How many documents are called so. */
  readonly known: number;
}

/** Facts that the documents in the same folder state, of the same kind: the document itself and all templates left out. */
export interface SiblingFacts {
  readonly documents: number;
  /**
   * How many of them state a fact that is common among them: by its key, or by `labelFact` of its label where the label is a word
   * of the team's own.
   */
  readonly stating: ReadonlyMap<string, number>;
  /** A label of the team's own as it is written there. */
  labelOf(fact: string): string;
}

/**
 * What is known of the other incident documents of a workspace. Templates and examples are none of them. Identifiers are
 * compared without case.
 */
export interface Siblings {
  readonly uri: string;
  /** The documents that an id is the name of. */
  named(id: string): readonly Sibling[];
  /** Whether any document bears an id, be it as its name or as that of a ticket. */
  isKnown(id: string): boolean;
  readonly series: readonly IdSeries[];
  /** Whether all documents mention so few ids of a series without a document that one of these is a slip. */
  isWhole(series: IdSeries): boolean;
  facts(kind: Sibling['kind']): SiblingFacts;
  /** Where a follow-up is open, by its words as `followUpsIn` gives them. */
  followUps(words: string): readonly SiblingLine[];
  /** Whether one of the two documents has a link to the other. */
  isTied(other: Sibling): boolean;
  /** Whether there is the file that a link leads to; null where that is not known. */
  hasFile(link: string): boolean | null;
  /** Whether the links of the documents in the same folder lead mostly to files that are there. */
  readonly keepsLinks: boolean;
  /** The names of the files beside the one that a link leads to. */
  filesBeside(link: string): readonly string[];
}
