import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import type { Host } from '../host';
import { useMessages } from '../l10n';
import { projectFileName } from '../project-file';
import { ChoicesParams, choicesNotification, detectionNotification, InitializationOptions, type DetectionParams } from '../protocol';
import { answer } from './answer';
import { Choices } from './choices';
import { featuresOf } from './client-features';
import { Configuration, section } from './configuration';
import { clearDiagnostics, pushDiagnostics, settled } from './diagnostics';
import { Folders } from './folders';
import { OpenDocument } from './open-document';
import { Refresh } from './refresh';
import { Outlines } from './outlines';
import { capabilitiesFor, requests } from './requests';
import type { Session } from './session';
import { Workspace } from './workspace';

/** What the names of files are like that may be incident documents, or that say how they are read. */
const watched = [`**/${projectFileName}`, '**/.gitignore', '**/*.{md,markdown,txt,text,incident,escalation,postmortem,md.erb}', '**/*{postmortem,post-mortem,post_mortem,incident,escalation}*'];

/**
 * Serves a client over a connection, which the caller then lets `listen`. `ended` tells whether the client has asked for the shutdown,
 * so that the process may leave without an error.
 */
export function serve(connection: Connection, host: Host): { ended(): boolean } {
  const documents = new Map<string, OpenDocument>();
  /** What the client was last told of a document. */
  const told = new Map<string, string>();
  const waiting = new Set<OpenDocument>();
  const outlines = new Outlines(connection);
  const choices = new Choices();
  let session: Session | null = null;
  let refresh: Refresh | null = null;
  let shutDown = false;

  connection.onInitialize(({ capabilities, initializationOptions, ...roots }: InitializeParams): InitializeResult => {
    const options = InitializationOptions.safeParse(initializationOptions ?? {}).data;
    const { l10n, now, timeZone } = options ?? {};
    const client = featuresOf(capabilities, options);
    if (l10n) useMessages(l10n);
    const ownHost: Host = { ...host, ...(now !== undefined && { now: () => now }), ...(timeZone !== undefined && { timeZone: () => timeZone }) };
    const folders = new Folders(roots);
    const parts = { connection, host: ownHost, client, documents, folders, choices, configuration: new Configuration(connection, host, client, folders) };
    choices.become(options?.choices ?? {});
    session = { ...parts, workspace: new Workspace(parts, () => refresh?.notice()) };
    refresh = new Refresh(session);
    return { capabilities: capabilitiesFor(client), serverInfo: { name: 'incident-docs' } };
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { client, folders } = session;
    host.log(`Ready: ${client.encoding} columns, diagnostics ${client.pullDiagnostics ? 'pulled' : 'pushed'}.`);
    if (client.registerConfiguration) register(DidChangeConfigurationNotification.type.method, { section });
    if (client.registerSymbols) guard(outlines.register());
    if (client.registerWatchers) register(DidChangeWatchedFilesNotification.type.method, { watchers: watched.map((globPattern) => ({ globPattern })) });
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((change) => {
        folders.change(change);
        reconfigure();
      });
    }
  });

  connection.onShutdown(() => {
    session = null;
    refresh?.end();
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
    session?.workspace.stepBack();
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
    told.delete(uri);
    outlines.forget(uri);
    session?.workspace.update(uri, false);
    refresh?.notice();
    if (session && open) guard(clearDiagnostics(session, open));
  });

  connection.onNotification(choicesNotification, (params: unknown) => {
    const parsed = ChoicesParams.safeParse(params);
    if (!parsed.success || !session) return;
    session.workspace.lookAt(choices.become(parsed.data.choices));
    lookAgain(session);
  });

  connection.onDidChangeConfiguration(({ settings }) => reconfigure(settings));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const documentChanges = changes.filter(({ uri }) => !uri.endsWith(`/${projectFileName}`));
    if (documentChanges.length < changes.length) reconfigure();
    session?.workspace.filesChanged(documentChanges);
  });
  // A folder that is renamed or deleted is no news to those who watch the files in it.
  connection.workspace.onDidRenameFiles(() => session?.workspace.readAgain());
  connection.workspace.onDidDeleteFiles(() => session?.workspace.readAgain());

  for (const { method, work, empty } of requests) {
    connection.onRequest(method, answer<never, unknown>(() => session, method, empty, work));
  }

  return { ended: () => shutDown };

  function register(method: string, options: object): void {
    guard(connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions: options }] }));
  }

  function reconfigure(settings?: unknown): void {
    if (!session) return;
    session.configuration.changed(settings);
    session.workspace.readAgain();
    guard(session.configuration.reviewFiles());
    lookAgain(session);
  }

  /** Looks at every open document anew, and has the client ask again for what it shows of them. */
  function lookAgain({ client }: Session): void {
    for (const uri of documents.keys()) look(uri);
    const { pullDiagnostics, refreshDiagnostics, refreshTokens, refreshInlayHints, refreshCodeLens } = client;
    if (pullDiagnostics && refreshDiagnostics) guard(connection.languages.diagnostics.refresh());
    if (refreshTokens) guard(connection.languages.semanticTokens.refresh());
    if (refreshInlayHints) guard(connection.languages.inlayHint.refresh());
    if (refreshCodeLens) guard(connection.sendRequest(CodeLensRefreshRequest.method));
  }

  /** Tells the client what a document is and what is wrong in its settings, where that has changed, and its diagnostics, where it does not ask for them. */
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
    if (current.client.registerSymbols) guard(outlines.note(open.uri, settings.enable && (settings.outline.markdown || !open.markdown)));
    open.readAs(settings, current.choices.standingOf(open.uri, named));
    const kind = settings.enable ? open.model.kind : 'none';
    current.workspace.update(open.uri, kind !== 'none');
    refresh?.notice();
    const badSettings = [...current.configuration.badSettingsOf(open.uri)];
    const news = JSON.stringify([kind, badSettings]);
    if (told.get(open.uri) !== news) {
      told.set(open.uri, news);
      const reasons = settings.enable ? [...open.model.detection.reasons] : [`switched off by ${section}.enable`];
      await connection.sendNotification(detectionNotification, { uri: open.uri, kind, reasons, ...(badSettings.length > 0 && { badSettings }) } satisfies DetectionParams);
    }
    if (!current.client.pullDiagnostics) await pushDiagnostics(current, open);
  }

  /** What nobody waits for may fail in the log only. */
  function guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => host.log(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}
