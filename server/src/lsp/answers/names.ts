import {
  ErrorCodes,
  ResponseError,
  type DefinitionParams,
  type Location,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentEdit,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { keyOf } from '../../workspace/identifiers';
import type { IncidentIndex } from '../../workspace/incident-index';
import { bearingPlace, isInAddress, nameAt, placesOf, type Name } from '../../workspace/names';
import { offsetAt, rangeOf } from '../positions';
import { ranging, subjectOf, type Session, type Subject } from '../session';

/** `textDocument/definition`: of an id where the documents say that they bear it. */
export async function answerDefinition(session: Session, params: DefinitionParams): Promise<Location[] | null> {
  const found = await named(session, params);
  if (found?.name.kind !== 'id') return null;
  const { name } = found;
  const others = (await session.workspace.ready()).bearing(name.key).map(({ uri }) => uri);
  return located(session, [...new Set([...others, params.textDocument.uri])], (document) => {
    const place = bearingPlace(document, name.key);
    return place ? [place] : [];
  });
}

/** `textDocument/references`: every place of an id, a ticket or an owner in all documents. */
export async function answerReferences(session: Session, params: ReferenceParams): Promise<Location[] | null> {
  const found = await named(session, params);
  if (!found) return null;
  const { name } = found;
  return located(session, await speakingOf(session, name, params.textDocument.uri), (document) => {
    const bearing = params.context.includeDeclaration ? null : bearingPlace(document, name.key);
    return placesOf(document, name).filter(({ start }) => start !== bearing?.start);
  });
}

/** `textDocument/prepareRename`: the id of an incident, or an owner. */
export async function answerPrepareRename(session: Session, params: PrepareRenameParams): Promise<{ range: Range; placeholder: string } | null> {
  const found = await named(session, params);
  if (!found || !(await isRenamable(session, found))) return null;
  const { subject, name } = found;
  return { range: ranging(session, subject)(name.span), placeholder: subject.model.text.slice(name.span) };
}

/** `textDocument/rename`: an id or an owner in all documents. Addresses and paths stay as they are. */
export async function answerRename(session: Session, { newName, ...params }: RenameParams): Promise<WorkspaceEdit | ResponseError | null> {
  const found = await named(session, params);
  if (!found) return null;
  const { name } = found;
  const index = await session.workspace.ready();
  if (!(await isRenamable(session, found))) return refusal(t('Only the id of an incident and an owner can be renamed.'));
  const wanted = newName.trim();
  const objection = objectionTo(wanted, name, index);
  if (objection !== null) return refusal(objection);
  const edits = new Map<string, { range: Range; newText: string }[]>();
  for (const uri of await speakingOf(session, name, params.textDocument.uri)) {
    const document = await session.workspace.read(uri);
    const places = document ? placesOf(document, name).filter((place) => !isInAddress(document, place)) : [];
    const newText = name.kind === 'owner' ? wanted.replace(/^@/, '') : wanted;
    if (document && places.length > 0) edits.set(uri, places.map((span) => ({ range: rangeOf(document.text, span, session.client.encoding), newText })));
  }
  return workspaceEdit(session, edits);
}

async function named(session: Session, { textDocument: { uri }, position }: TextDocumentPositionParams): Promise<{ subject: Subject; name: Name } | null> {
  const subject = await subjectOf(session, uri);
  const name = subject && nameAt(subject.model, offsetAt(subject.model.text, position, session.client.encoding));
  return subject && name ? { subject, name } : null;
}

/** The documents that speak of a name, this one first. */
async function speakingOf(session: Session, { kind, key }: Name, uri: string): Promise<string[]> {
  const index = await session.workspace.ready();
  const found = (kind === 'owner' ? index.ownedBy(key) : index.mentioning(key)).map((digest) => digest.uri);
  return [uri, ...found.filter((other) => other !== uri)];
}

async function located(session: Session, uris: readonly string[], places: (document: IncidentDocument) => readonly Span[]): Promise<Location[]> {
  const locations: Location[] = [];
  for (const uri of uris) {
    const document = await session.workspace.read(uri);
    if (document) for (const span of places(document)) locations.push({ uri, range: rangeOf(document.text, span, session.client.encoding) });
  }
  return locations;
}

/** Tickets are named elsewhere. */
async function isRenamable(session: Session, { subject: { model }, name: { kind, key } }: { subject: Subject; name: Name }): Promise<boolean> {
  return kind === 'owner' || bearingPlace(model, key) !== null || (await session.workspace.ready()).bearing(key).length > 0;
}

/** Why a name cannot be given, in a sentence; null where it can. */
function objectionTo(wanted: string, { kind, key }: Name, index: IncidentIndex): string | null {
  if (wanted === '') return t('A name cannot be empty.');
  if (/[\r\n|]/.test(wanted)) return t('A name stands on one line and holds no "|".');
  if (wanted.length > 60) return t('A name has at most 60 characters.');
  const taken = kind === 'id' && keyOf(wanted) !== key ? index.bearing(wanted)[0] : undefined;
  return taken ? t('{0} is the id of another document: {1}.', wanted, taken.title?.text ?? taken.uri) : null;
}

const refusal = (sentence: string): ResponseError => new ResponseError(ErrorCodes.InvalidRequest, sentence);

function workspaceEdit(session: Session, edits: ReadonlyMap<string, { range: Range; newText: string }[]>): WorkspaceEdit {
  if (!session.client.versionedEdits) return { changes: Object.fromEntries(edits) };
  return { documentChanges: [...edits].map(([uri, changes]): TextDocumentEdit => ({ textDocument: { uri, version: session.documents.get(uri)?.version ?? null }, edits: changes })) };
}
