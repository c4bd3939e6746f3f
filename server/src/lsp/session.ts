import type { Connection, Range } from 'vscode-languageserver/node';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import type { Read } from '../features/read';
import type { Host } from '../host';
import { t } from '../l10n';
import type { DocumentEdits } from '../protocol';
import { check, type CheckedFinding } from '../rules/check';
import type { Edit } from '../rules/rule';
import type { Settings } from '../settings';
import type { Choices } from './choices';
import type { ClientFeatures } from './client-features';
import type { Configuration } from './configuration';
import type { Folders } from './folders';
import type { OpenDocument } from './open-document';
import { rangeOf } from './positions';
import type { Workspace } from './workspace';

/** One client and what it has open: what every request may use. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: ClientFeatures;
  readonly configuration: Configuration;
  readonly documents: ReadonlyMap<string, OpenDocument>;
  readonly folders: Folders;
  readonly choices: Choices;
  readonly workspace: Workspace;
}

/** An incident document that is open and switched on, at the version that it has now. */
export interface Subject {
  readonly open: OpenDocument;
  readonly model: IncidentDocument;
  readonly settings: Settings;
  /** Reads a text as it would be read in its place. */
  readonly read: Read;
  readonly findings: () => readonly CheckedFinding[];
  /** What would be found in another document in its place. */
  readonly check: (document: IncidentDocument) => readonly CheckedFinding[];
}

/** The incident document of a URI; null where it is not open, switched off, of a foreign scheme, or no incident document. */
export async function subjectOf(session: Session, uri: string): Promise<Subject | null> {
  if (!session.documents.get(uri)?.served) return null;
  const { settings, named } = await session.configuration.effectiveOf(uri);
  // Only now is it known that nothing is awaited any more: what is read here is all of one version.
  const open = session.documents.get(uri);
  open?.readAs(settings, session.choices.standingOf(uri, named));
  if (!open || !settings.enable || open.model.kind === 'none') return null;
  const context = { now: session.host.now(), siblings: session.workspace.siblingsOf(uri), log: (message: string) => session.host.log(`${uri}: ${message}`) };
  return { open, model: open.model, settings, read: (text) => open.read(text), findings: () => open.findings(settings, context), check: (document) => check(document, settings, context) };
}

/** The same at the version that a place in it is of; or why there is none. */
export async function subjectAt(session: Session, { uri, version }: { readonly uri: string; readonly version: number }): Promise<Subject | { readonly refused: string }> {
  const subject = await subjectOf(session, uri);
  if (!subject) return nowhere();
  return subject.open.version === version ? subject : { refused: t('The document has changed meanwhile; try again.') };
}

/** The present, and the zone of times that state none. */
export const present = ({ host }: Pick<Session, 'host'>, { settings }: Pick<Subject, 'settings'>) => ({ now: host.now(), timeZone: settings.timeZone || host.timeZone() });

/** Why a custom request is refused that is about a document which is none of an incident. */
export const nowhere = () => ({ refused: t('This document is not open as an incident document.') });

/** Turns spans of a subject's text into ranges as the client counts them. */
export function ranging(session: Session, { model }: Subject): (span: Span) => Range {
  return (span) => rangeOf(model.text, span, session.client.encoding);
}

/** Edits of a subject's present version for a custom message, which counts in UTF-16 whatever was negotiated. */
export function editsOf({ open, model }: Subject, edits: readonly Edit[]): Extract<DocumentEdits, { edits: unknown }> {
  return { version: open.version, edits: edits.map(({ span, newText }) => ({ range: rangeOf(model.text, span, 'utf-16'), newText })) };
}
