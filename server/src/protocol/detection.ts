import * as z from 'zod/mini';
import { BadSetting } from './settings';

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
