import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import type { DocumentKind } from '../document/detect';
import type { Choice } from '../document/standing';
import type { Host } from '../host';
import { useMessages } from '../l10n';
import { projectFileName } from '../project-file';
import { ChoicesParams, choicesNotification, detectionNotification, InitializationOptions, type DetectionParams, type UserChoices } from '../protocol';
import { answer } from './answer';
import { featuresOf } from './client-features';
import { Configuration, section } from './configuration';
import { clearDiagnostics, pushDiagnostics, settled } from './diagnostics';
import { Folders } from './folders';
import { OpenDocument } from './open-document';
import { capabilitiesFor, requests } from './requests';
import { standingOf, type Session } from './session';
import { Workspace } from './workspace';

/**
 * Serves a client over a connection, which the caller then lets `listen`. `ended` tells whether the client has asked for the shutdown,
 * so that the process may leave without an error.
 */
export function serve(connection: Connection, host: Host): { ended(): boolean } {
  const documents = new Map<string, OpenDocument>();
  const kinds = new Map<string, DocumentKind>();
  const waiting = new Set<OpenDocument>();
  const choices = new Map<string, Choice>();
  let session: Session | null = null;
  let shutDown = false;

  connection.onInitialize(({ capabilities, initializationOptions, ...roots }: InitializeParams): InitializeResult => {
    const options = InitializationOptions.safeParse(initializationOptions ?? {}).data;
    const { l10n, now, timeZone } = options ?? {};
    const client = featuresOf(capabilities, options);
    if (l10n) useMessages(l10n);
    const ownHost: Host = { ...host, ...(now !== undefined && { now: () => now }), ...(timeZone !== undefined && { timeZone: () => timeZone }) };
    const folders = new Folders(roots);
    take(options?.choices ?? {});
    session = { connection, host: ownHost, client, documents, configuration: new Configuration(connection, host, client, folders), folders, workspace: new Workspace(documents), choices };
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'incident-docs' } };
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client, folders } = session;
    host.log(`Ready: ${client.encoding} columns, diagnostics ${client.pullDiagnostics ? 'pulled' : 'pushed'}.`);
    if (client.registerConfiguration) register(DidChangeConfigurationNotification.type.method, { section });
    if (client.registerWatchers) register(DidChangeWatchedFilesNotification.type.method, { watchers: [{ globPattern: `**/${projectFileName}` }] });
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        folders.change(added, removed);
        reconfigure();
      });
    }
  });

  connection.onShutdown(() => {
    session = null;
    shutDown = true;
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (!session) return;
    session.configuration.forget(uri);
    documents.set(uri, new OpenDocument(uri, languageId, version, text, session.client.encoding));
    look(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.get(uri)?.update(contentChanges, version);
    look(uri);
  });

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    documents.get(uri)?.redetect();
    session?.configuration.forget(uri);
    look(uri);
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const open = documents.get(uri);
    documents.delete(uri);
    kinds.delete(uri);
    session?.workspace.update(uri);
    if (session && open) guard(clearDiagnostics(session, open));
  });

  connection.onNotification(choicesNotification, (params: unknown) => {
    const parsed = ChoicesParams.safeParse(params);
    if (!parsed.success) return;
    take(parsed.data.choices);
    reconfigure();
  });

  connection.onDidChangeConfiguration(({ settings }) => reconfigure(settings));
  connection.onDidChangeWatchedFiles(() => reconfigure());

  for (const { method, work, empty } of requests) {
    connection.onRequest(method, answer<never, unknown>(() => session, method, empty, work));
  }

  return { ended: () => shutDown };

  /** Takes all that the user has said of files in place of what was said before. */
  function take(said: UserChoices): void {
    choices.clear();
    for (const [uri, choice] of Object.entries(said)) choices.set(uri, choice);
  }

  function register(method: string, options: object): void {
    guard(connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions: options }] }));
  }

  function reconfigure(settings?: unknown): void {
    if (!session) return;
    session.configuration.changed(settings);
    guard(session.configuration.reviewFiles());
    for (const uri of documents.keys()) look(uri);
    if (session.client.pullDiagnostics && session.client.refreshDiagnostics) guard(connection.languages.diagnostics.refresh());
  }

  /** Tells the client what a document is, where that has changed, and its diagnostics, where it does not ask for them. */
  function look(uri: string): void {
    const open = documents.get(uri);
    if (session && open?.served) guard(lookAt(session, open));
  }

  async function lookAt(current: Session, open: OpenDocument): Promise<void> {
    if (waiting.has(open)) return;
    waiting.add(open);
    await settled(open);
    waiting.delete(open);
    const { settings, named } = await current.configuration.effectiveOf(open.uri);
    if (documents.get(open.uri) !== open) return;
    open.readAs(settings, standingOf(current, open.uri, named));
    const { enable } = settings;
    const kind = enable ? open.model.kind : 'none';
    current.workspace.update(open.uri);
    if (kinds.get(open.uri) !== kind) {
      kinds.set(open.uri, kind);
      const reasons = enable ? [...open.model.detection.reasons] : [`switched off by ${section}.enable`];
      await connection.sendNotification(detectionNotification, { uri: open.uri, kind, reasons } satisfies DetectionParams);
    }
    if (!current.client.pullDiagnostics) await pushDiagnostics(current, open);
  }

  /** What nobody waits for may fail in the log only. */
  function guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => host.log(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}
