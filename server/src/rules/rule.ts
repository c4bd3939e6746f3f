import type * as z from 'zod/mini';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import type { SectionRole } from '../document/vocabulary';
import type { Mention } from './mentions';
import type { Siblings } from './siblings';
import type { UnusedSuppression } from './suppressions';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A replacement of a span of the checked text. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** The edit that adds a text at an offset. */
export const insertAt = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

/** A section that could be inserted: its role, its heading and what stands under it at first. */
export interface NewSection {
  readonly role: SectionRole;
  readonly title: string;
  readonly body: string;
}

/** A way to mend a finding. `safe` fixes may be applied in bulk, `suggested` ones only one by one. */
export interface Fix {
  readonly title: string;
  readonly kind: 'safe' | 'suggested';
  /** Non-overlapping, in document order. */
  readonly edits: readonly Edit[];
  /** The section that it inserts, where it does nothing else. */
  readonly section?: NewSection;
}

/** A line of another document. */
export interface OtherPlace {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

/** What a rule yields: where, what and what to do about it, in at most 120 characters. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Places in other documents that belong to the finding. */
  readonly elsewhere?: readonly OtherPlace[];
  /** The likeliest first. */
  readonly fixes?: readonly Fix[];
  /** Where the document itself makes the finding more or less grave than the rule's default. Ignored where the user set a severity. */
  readonly severity?: Severity;
}

/** What a rule may know beside the document and its options. */
export interface RuleContext {
  /** The present, injected; milliseconds since the epoch. */
  readonly now: number;
  /** Where the document says the words that the rule asks for, in document order. */
  readonly mentions: readonly Mention[];
  /** The ids of all rules that there are, whether they run or not. */
  readonly ruleIds: readonly string[];
  /** The suppressions that no finding of the rules before this one has needed. */
  readonly unused: () => readonly UnusedSuppression[];
  /** What every document of the team must have, by the setting of this name. */
  readonly requiredSections: readonly SectionRole[];
  /** Words that name no person and yet count as an owner, as the team wrote them in the setting of this name. */
  readonly toleratedOwners: readonly string[];
  /** The other incident documents of the workspace; null where nothing is known of any. */
  readonly siblings: Siblings | null;
}

export interface RuleDefinition<Options> {
  readonly id: string;
  readonly group: 'structure' | 'metadata' | 'timeline' | 'cause' | 'actions' | 'impact' | 'language' | 'consistency' | 'safety' | 'workspace' | 'directives';
  /** One sentence in the affirmative: what holds where the rule is content. */
  readonly summary: string;
  readonly severity: Severity | 'off';
  /** The kinds of document it applies to; all where absent. */
  readonly kinds?: readonly ('postmortem' | 'escalation')[];
  /**
   * Words that the rule wants to be told of, in lower case and ASCII, whole or ending with `*` for all that begin so. All
   * rules' words are found in one pass over the text: a rule that looks for words asks for them rather than read the text.
   */
  readonly words?: readonly string[];
  /** Whether the rule is told of its words in code, comments, quotes and links as well. */
  readonly wordsEverywhere?: boolean;
  /** What the rule judges: it is not run on a document that has none of it. `words` are those that it asks for. */
  readonly judges?: 'words' | 'timelines' | 'actions' | 'directives' | 'siblings';
  /** Every option has a default and a description. */
  readonly options?: z.ZodMiniType<Options>;
  check(document: IncidentDocument, options: Options, context: RuleContext): Iterable<Finding>;
}

/** A rule with the options that hold where the user set none. */
export interface Rule<Options = unknown> extends RuleDefinition<Options> {
  readonly defaults: Options;
}

/** Types a rule's options from their schema and works out their defaults. */
export function defineRule<Options>(rule: RuleDefinition<Options>): Rule<Options> {
  return { ...rule, defaults: rule.options?.parse({}) as Options };
}
