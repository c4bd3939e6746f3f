import * as z from 'zod/mini';

/**
 * Custom requests between client and server, and the model of the action plan that the preview draws.
 * Lines and characters are 0-based; characters are UTF-16 code units.
 */

export const ActionItemModel = z.object({
  /** Stable while the item's text stays: what a toggle names. */
  id: z.string(),
  line: z.number(),
  /** As written, without markup. */
  text: z.string(),
  /** The text without details at its end that stand in `owner`, `due` and `tickets`. */
  title: z.string(),
  state: z.enum(['open', 'done', 'untracked']),
  /** Whether the item has a checkbox that can be toggled. */
  checkable: z.boolean(),
  owner: z.nullable(z.string()),
  due: z.nullable(z.string()),
  tickets: z.array(z.string()),
});
export type ActionItemModel = z.infer<typeof ActionItemModel>;

export const ActionGroupModel = z.object({
  label: z.string(),
  line: z.number(),
  /** Items whose state is tracked, and how many of these are done. */
  tracked: z.number(),
  done: z.number(),
  items: z.array(ActionItemModel),
});
export type ActionGroupModel = z.infer<typeof ActionGroupModel>;

export const ActionPlanModel = z.object({
  uri: z.string(),
  version: z.number(),
  kind: z.enum(['postmortem', 'escalation']),
  title: z.nullable(z.string()),
  status: z.nullable(z.string()),
  /** Severity or priority, with the word for it that the document uses. */
  severity: z.nullable(z.object({ label: z.string(), value: z.string() })),
  customer: z.nullable(z.string()),
  problems: z.number(),
  tracked: z.number(),
  done: z.number(),
  total: z.number(),
  groups: z.array(ActionGroupModel),
});
export type ActionPlanModel = z.infer<typeof ActionPlanModel>;

/** `incidentDocs/actionPlan`: the plan of an open document, or null where it is no incident document. */
export const actionPlanRequest = 'incidentDocs/actionPlan';
export const ActionPlanParams = z.object({ uri: z.string() });
export type ActionPlanParams = z.infer<typeof ActionPlanParams>;

/** `incidentDocs/toggleAction`: the smallest edit that sets an item's checkbox. Changes nothing by itself. */
export const toggleActionRequest = 'incidentDocs/toggleAction';
export const ToggleActionParams = z.object({
  uri: z.string(),
  /** The version that the item was seen in. */
  version: z.number(),
  id: z.string(),
  done: z.boolean(),
});
export type ToggleActionParams = z.infer<typeof ToggleActionParams>;

export const Position = z.object({ line: z.number(), character: z.number() });
/** The edit, for exactly `version`; or why there is none. */
export const ToggleActionResult = z.union([
  z.object({ version: z.number(), range: z.object({ start: Position, end: Position }), newText: z.string() }),
  z.object({ refused: z.string() }),
]);
export type ToggleActionResult = z.infer<typeof ToggleActionResult>;

export const TextEdit = z.object({ range: z.object({ start: Position, end: Position }), newText: z.string() });
/** What rewrites a document: edits for exactly `version`, none where there is nothing to do; or why there are none. */
export const DocumentEdits = z.union([z.object({ version: z.number(), edits: z.array(TextEdit) }), z.object({ refused: z.string() })]);
export type DocumentEdits = z.infer<typeof DocumentEdits>;

/** `incidentDocs/format`: the edits that lay an incident document of any language out evenly. Changes nothing by itself. */
export const formatRequest = 'incidentDocs/format';
export const FormatParams = z.object({ uri: z.string() });
export type FormatParams = z.infer<typeof FormatParams>;

/** `incidentDocs/convert`: the edits that write an incident document in another notation. Changes nothing by itself. */
export const convertRequest = 'incidentDocs/convert';
export const ConvertParams = z.object({ uri: z.string(), to: z.enum(['markdown', 'plainText']) });
export type ConvertParams = z.infer<typeof ConvertParams>;

/** `incidentDocs/similar`: the documents of the workspace whose causes, symptoms and affected parts are most like those of an open one, the likeliest first. */
export const similarRequest = 'incidentDocs/similar';
export const SimilarParams = z.object({ uri: z.string() });
export type SimilarParams = z.infer<typeof SimilarParams>;

export const SimilarDocument = z.object({
  uri: z.string(),
  title: z.nullable(z.string()),
  /** Of the title; 0 where there is none. */
  line: z.number(),
  /** From 0 to 1, which is the very same. */
  score: z.number(),
  /** What both documents speak of, the most telling first, as the one asked about writes it. */
  words: z.array(z.string()),
  status: z.nullable(z.string()),
  /** The incident's date, in days since 1970-01-01. */
  day: z.nullable(z.number()),
});
export type SimilarDocument = z.infer<typeof SimilarDocument>;

/** What there is, or null where the document is no incident document; `compared`: how many others there were to compare it with. */
export const SimilarResult = z.nullable(z.object({ compared: z.number(), documents: z.array(SimilarDocument) }));
export type SimilarResult = z.infer<typeof SimilarResult>;

/** `incidentDocs/timelineEntry`: where the next or previous entry of a timeline stands, seen from a line. */
export const timelineEntryRequest = 'incidentDocs/timelineEntry';
export const TimelineEntryParams = z.object({ uri: z.string(), line: z.number(), direction: z.enum(['next', 'previous']) });
export type TimelineEntryParams = z.infer<typeof TimelineEntryParams>;
/** `position` is null where the document has no timeline; `wrapped`: there was no further entry, and this is the first or the last of all. */
export const TimelineEntryResult = z.object({ position: z.nullable(Position), wrapped: z.boolean() });
export type TimelineEntryResult = z.infer<typeof TimelineEntryResult>;

/** `incidentDocs/pasteAsTimeline`: what a chat, a log or a table is as entries of a timeline. Changes nothing by itself. */
export const pasteAsTimelineRequest = 'incidentDocs/pasteAsTimeline';
export const PasteAsTimelineParams = z.object({
  uri: z.string(),
  /** The version that `position` is of. */
  version: z.number(),
  /** In the timeline that the entries are for. */
  position: Position,
  text: z.string(),
  /** Where the text stands in the document, whose lines go away; absent where it comes from the clipboard. */
  replacing: z.optional(z.object({ start: Position, end: Position })),
});
export type PasteAsTimelineParams = z.infer<typeof PasteAsTimelineParams>;

/** What there is to do, for exactly `version`; or why there is nothing. */
export const PasteAsTimelineResult = z.union([
  z.object({
    version: z.number(),
    /** As people call it. */
    format: z.string(),
    /** Those that are new, from the oldest on: local time of the timeline in ISO 8601, and who said what. */
    entries: z.array(z.object({ start: z.string(), text: z.string() })),
    /** Not overlapping. */
    edits: z.array(z.object({ range: z.object({ start: Position, end: Position }), newText: z.string() })),
    /** Sentences on what was assumed. */
    notes: z.array(z.string()),
  }),
  z.object({ refused: z.string() }),
]);
export type PasteAsTimelineResult = z.infer<typeof PasteAsTimelineResult>;

/** A value in the client's own settings that was not understood: the setting's whole key, and a sentence. */
export const BadSetting = z.object({ setting: z.string(), message: z.string() });
export type BadSetting = z.infer<typeof BadSetting>;

/** `incidentDocs/detection`: notification to the client whenever a document's kind, or what is wrong in its settings, becomes known or changes. */
export const detectionNotification = 'incidentDocs/detection';
export const DetectionParams = z.object({
  uri: z.string(),
  kind: z.enum(['postmortem', 'escalation', 'none']),
  reasons: z.array(z.string()),
  /** What of the client's settings for the document does not hold; absent where all does. */
  badSettings: z.optional(z.array(BadSetting)),
});
export type DetectionParams = z.infer<typeof DetectionParams>;

/** The command of the client that a code lens names; it takes no arguments. */
export const openActionPlanCommand = 'incidentDocs.openActionPlanToSide';

const DocumentKind = z.enum(['postmortem', 'escalation', 'none']);

/** The user's own word on a file: an incident document, or another one. */
export const UserChoice = z.enum(['incident', 'other']);
export type UserChoice = z.infer<typeof UserChoice>;

/** By the URI of the file, as the client spells it elsewhere. */
export const UserChoices = z.record(z.string(), UserChoice);
export type UserChoices = z.infer<typeof UserChoices>;

/** `incidentDocs/choices`: notification to the server of all that the user has said, in place of what was said before. */
export const choicesNotification = 'incidentDocs/choices';
export const ChoicesParams = z.object({ choices: UserChoices });
export type ChoicesParams = z.infer<typeof ChoicesParams>;

export const DocumentParams = z.object({ uri: z.string() });
export type DocumentParams = z.infer<typeof DocumentParams>;

/** A part of the document that speaks for or against an incident document. */
export const DetectionSignal = z.object({
  /** Stable English. */
  reason: z.string(),
  points: z.number(),
  /** The words that it rests on; `line` is null for the file's name. */
  evidence: z.array(z.object({ line: z.nullable(z.number()), text: z.string() })),
});
export type DetectionSignal = z.infer<typeof DetectionSignal>;

/** What a document could have that would speak for an incident document. */
export const MissingSignal = z.enum(['title', 'sections', 'facts', 'timeline', 'plan']);
export type MissingSignal = z.infer<typeof MissingSignal>;

/** `incidentDocs/explainDetection`: why an open document is, or is not, taken for an incident document; null where it is not open. */
export const explainDetectionRequest = 'incidentDocs/explainDetection';
export const DetectionExplanation = z.object({
  kind: DocumentKind,
  /** Who decides: `before` is what the document was before it was edited, `disabled` the setting that switches all off. */
  by: z.enum(['disabled', 'choice', 'directive', 'declared', 'files', 'content', 'before']),
  /** The line of the directive, where one decides. */
  line: z.nullable(z.number()),
  /** The pattern that names the file, where one decides, and the project file that it stands in; null for the client's settings. */
  pattern: z.nullable(z.object({ text: z.string(), projectFile: z.nullable(z.string()) })),
  /** What it would be without the user's own word. */
  otherwise: DocumentKind,
  score: z.number(),
  independent: z.number(),
  needed: z.object({ score: z.number(), independent: z.number() }),
  signals: z.array(DetectionSignal),
  missing: z.array(MissingSignal),
});
export type DetectionExplanation = z.infer<typeof DetectionExplanation>;

/** A setting as it holds for a document. */
export const EffectiveSetting = z.object({
  /** In the editor's way of writing, without its prefix: `files.include`, `rules.timeline-order`. */
  key: z.string(),
  /** Of a rule, its severity, or a list of it and the options, as one would write them. */
  value: z.unknown(),
  from: z.enum(['default', 'profile', 'client', 'project']),
  isDefault: z.boolean(),
});
export type EffectiveSetting = z.infer<typeof EffectiveSetting>;

/** `incidentDocs/effectiveSettings`: every setting of a document, open or not. */
export const effectiveSettingsRequest = 'incidentDocs/effectiveSettings';
export const EffectiveSettings = z.object({ projectFile: z.nullable(z.string()), settings: z.array(EffectiveSetting) });
export type EffectiveSettings = z.infer<typeof EffectiveSettings>;

/** Commands of the client that code actions name, with their arguments. Offered only to clients that say they have them. */
export const disableRuleCommand = 'incidentDocs.disableRule';
export const explainRuleCommand = 'incidentDocs.explainRule';
export const RuleCommandParams = z.object({
  rule: z.string(),
  /** The document that the finding is in. */
  uri: z.string(),
  /** The project file that says how grave the rule is, and so overrules the settings; null where none does. */
  projectFile: z.nullable(z.string()),
});
export type RuleCommandParams = z.infer<typeof RuleCommandParams>;

/** The one command of the client that hovers name: looks for incidents that are like a document's. */
export const findSimilarCommand = 'incidentDocs.findSimilar';
export const FindSimilarParams = z.object({ uri: z.string() });
export type FindSimilarParams = z.infer<typeof FindSimilarParams>;

/** What the client hands over in `initialize`. */
export const InitializationOptions = z.object({
  /** Translations of the server's messages: English to the client's language (`vscode.l10n.bundle`). */
  l10n: z.optional(z.record(z.string(), z.string())),
  /** Whether the client has the commands that code actions and hovers name. */
  commands: z.optional(z.boolean()),
  /** What the user has said of files. */
  choices: z.optional(UserChoices),
  /** The present in milliseconds since the epoch, for reproducible results. */
  now: z.optional(z.number()),
  /** The IANA name of the user's zone, where the server's own may be another. */
  timeZone: z.optional(z.string()),
});
export type InitializationOptions = z.infer<typeof InitializationOptions>;
