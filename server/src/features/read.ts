import type { IncidentDocument } from '../document/document';

/** Reads a text as the document at hand is read: by its name, its language, its settings and what it was before. */
export type Read = (text: string) => IncidentDocument;
