import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  CancellationToken,
  CodeActionRequest,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializeRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
  UnregistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
  type FileChangeType,
  type ProgressToken,
  type SymbolInformation,
  type SemanticTokens,
  type TextEdit,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  actionPlanRequest,
  editPlanRequest,
  choicesNotification,
  detectionNotification,
  effectiveSettingsRequest,
  explainDetectionRequest,
  plansRequest,
  similarRequest,
  type ActionPlanModel,
  type ChoicesParams,
  type DetectionExplanation,
  type DetectionParams,
  type EffectiveSettings,
  type DocumentEdits,
  type PlanGesture,
  type PlansParams,
  type PlansResult,
  type SimilarResult,
  type UserChoices,
} from '../../server/src/protocol';

/** The day on which the documents of the tests are up to date. */
const documentsNow = Date.parse('2026-03-11T12:00:00Z');

/** The server as it ships. */
export const serverPath = path.resolve('dist/server.js');

/** What is told of work under way, and by which token it can be cancelled. */
export type ProgressValue = (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) & { readonly token: ProgressToken };

/** The URI of a file or a folder. */
export const uriOf = (file: string): string => pathToFileURL(file).href;

export const workspaceFolder = (folder: string): WorkspaceFolder => ({ uri: uriOf(folder), name: path.basename(folder) });

/** What three typical clients say that they support. */
export const clients = {
  /** Pulls diagnostics and knows nearly everything. */
  vscode: {
    general: { positionEncodings: ['utf-16'] },
    window: { workDoneProgress: true },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      fileOperations: { didRename: true, didDelete: true },
      symbol: { symbolKind: {} },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      workspaceEdit: { documentChanges: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      completion: { completionItem: { snippetSupport: true } },
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
      publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
      documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true, labelSupport: true },
      foldingRange: { rangeLimit: 5000, lineFoldingOnly: true, foldingRange: { collapsedText: false } },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      documentLink: { tooltipSupport: true },
      codeAction: { isPreferredSupport: true, codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
      semanticTokens: { requests: { full: { delta: true }, range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
      inlayHint: {},
      formatting: { dynamicRegistration: true },
      rangeFormatting: { dynamicRegistration: true },
      onTypeFormatting: { dynamicRegistration: true },
    },
  },
  /** Pulls diagnostics and prefers UTF-8. */
  neovim: {
    general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
    workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
    textDocument: {
      diagnostic: { dynamicRegistration: false },
      publishDiagnostics: { relatedInformation: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      foldingRange: { lineFoldingOnly: true, foldingRange: { collapsedText: true } },
      hover: { contentFormat: ['plaintext', 'markdown'] },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
      semanticTokens: { requests: { full: { delta: true }, range: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
      inlayHint: {},
      formatting: { dynamicRegistration: true },
      rangeFormatting: { dynamicRegistration: true },
    },
  },
  /** Takes what is pushed. */
  pushed: {
    workspace: { configuration: true },
    textDocument: {
      publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    },
  },
  minimal: {},
} satisfies Record<string, ClientCapabilities>;

export interface StartOptions {
  /** The script that serves, with its arguments; the server as it ships where none is named. */
  readonly script?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly transport?: 'stdio' | 'node-ipc';
  /** The section `incidentDocs` of the client's configuration. */
  readonly settings?: object;
  readonly initializationOptions?: unknown;
  /** Paths of the folders that the client shows. */
  readonly folders?: readonly string[];
}

/** Waits for the rest of a message without a timer, which would outlive a server that is ended within one, and keep the tests from ending. */
function reader(stream: Readable): StreamMessageReader {
  const messages = new StreamMessageReader(stream);
  messages.partialMessageTimeout = 0;
  return messages;
}

/** A client with a server of its own, over the transport of the shipped product. */
export class LspClient {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  /** What arrived unasked, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly detections: DetectionParams[] = [];
  readonly log: string[] = [];
  /** What the server wrote on standard error, where nothing should ever be. */
  stderr = '';
  readonly registrations: Registration[] = [];
  /** What was told of work under way. */
  readonly progress: ProgressValue[] = [];
  refreshes = 0;
  /** How often the client was told to ask again, for tokens and for hints. */
  readonly asksAgain = { tokens: 0, hints: 0 };
  /** The ids of what was unregistered. */
  readonly unregistrations: string[] = [];
  lensRefreshes = 0;
  settings: object;
  initialized!: InitializeResult;
  readonly #exit: Promise<number | null>;

  private constructor(options: StartOptions) {
    this.settings = options.settings ?? {};
    const ipc = options.transport === 'node-ipc';
    this.process = spawn(process.execPath, options.script ?? [serverPath, ipc ? '--node-ipc' : '--stdio'], { stdio: ['pipe', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])] });
    this.process.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.#exit = once(this.process, 'exit').then(([code]) => code as number | null);
    this.connection = ipc
      ? createProtocolConnection(new IPCMessageReader(this.process), new IPCMessageWriter(this.process))
      : createProtocolConnection(reader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => void this.published.push(params));
    this.connection.onNotification(detectionNotification, (params: DetectionParams) => void this.detections.push(params));
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => void this.log.push(message));
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => void this.registrations.push(...registrations));
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      this.connection.onProgress(WorkDoneProgress.type, token, (value) => void this.progress.push({ ...value, token }));
    });
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => void this.refreshes++);
    this.connection.onRequest(SemanticTokensRefreshRequest.type, () => void this.asksAgain.tokens++);
    this.connection.onRequest(InlayHintRefreshRequest.type, () => void this.asksAgain.hints++);
    this.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => void this.unregistrations.push(...unregisterations.map(({ id }) => id)));
    this.connection.onRequest(CodeLensRefreshRequest.type, () => void this.lensRefreshes++);
    this.connection.listen();
  }

  /** Starts a server and shakes hands. */
  static async start(options: StartOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    client.initialized = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      ...(options.folders && { workspaceFolders: options.folders.map(workspaceFolder) }),
      capabilities: options.capabilities ?? clients.vscode,
      initializationOptions: options.initializationOptions ?? { now: documentsNow },
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async open(name: string, text: string, languageId = name.endsWith('.md') ? 'markdown' : 'plaintext'): Promise<LspDocument> {
    const document = new LspDocument(this, name.includes(':') ? name : `untitled:${name}`, languageId, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId, version: document.version, text },
    });
    return document;
  }

  /** Tells of files, by their paths, as a client does that watches them. */
  async tell(type: FileChangeType, ...paths: string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: paths.map((file) => ({ uri: uriOf(file), type })) });
  }

  async workspaceSymbols(query: string): Promise<SymbolInformation[]> {
    return (await this.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];
  }

  /** The action items of some documents, or of the workspace. */
  plans(params: Partial<PlansParams> = {}, token: CancellationToken = CancellationToken.None): Promise<PlansResult> {
    return this.connection.sendRequest(plansRequest, { uris: null, openOnly: false, ...params }, token);
  }

  /** Sends all that the user has said of files. */
  async choose(choices: UserChoices): Promise<void> {
    await this.connection.sendNotification(choicesNotification, { choices } satisfies ChoicesParams);
  }

  effectiveSettings(uri: string): Promise<EffectiveSettings> {
    return this.connection.sendRequest(effectiveSettingsRequest, { uri });
  }

  async configure(settings: object): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { incidentDocs: settings } });
  }

  /** Says goodbye properly; the server's exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exitCode();
  }

  exitCode(): Promise<number | null> {
    return this.#exit;
  }
}

/** An open document, with the client's own copy of its text. */
export class LspDocument {
  readonly client: LspClient;
  readonly uri: string;
  #content: TextDocument;

  constructor(client: LspClient, uri: string, languageId: string, text: string) {
    this.client = client;
    this.uri = uri;
    this.#content = TextDocument.create(uri, languageId, 1, text);
  }

  get text(): string {
    return this.#content.getText();
  }

  get version(): number {
    return this.#content.version;
  }

  /** The range of the first place where a text stands. */
  find(words: string): Range {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" is not in the document`);
    return this.range(start, start + words.length);
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** In the encoding that was negotiated. */
  position(offset: number): Position {
    const position = this.#content.positionAt(offset);
    if (this.client.initialized.capabilities.positionEncoding !== 'utf-8') return position;
    const line = this.#content.getText({ start: { line: position.line, character: 0 }, end: position });
    return { line: position.line, character: Buffer.byteLength(line) };
  }

  /** Replaces the text between two offsets. */
  async replace(start: number, end: number, text: string): Promise<void> {
    await this.#change([{ range: this.range(start, end), text }], this.text.slice(0, start) + text + this.text.slice(end));
  }

  /** Types behind the first place where some words stand. */
  async type(behind: string, text: string): Promise<void> {
    const at = this.text.indexOf(behind) + behind.length;
    await this.replace(at, at, text);
  }

  /** Replaces the whole text. */
  async become(text: string): Promise<void> {
    await this.#change([{ text }], text);
  }

  /** Applies the edits of a code action to the client's copy and tells the server. */
  async apply(action: CodeAction): Promise<void> {
    await this.become(TextDocument.applyEdits(this.#content, this.editsOf(action)));
  }

  editsOf(action: CodeAction): TextEdit[] {
    const [change] = action.edit?.documentChanges ?? [];
    return change && 'edits' in change ? (change.edits as TextEdit[]) : (action.edit?.changes?.[this.uri] ?? []);
  }

  async save(): Promise<void> {
    await this.client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  async close(): Promise<void> {
    await this.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  report(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.report();
    if (report.kind !== 'full') throw new Error('a full report was asked for');
    return report.items;
  }

  /** The diagnostics that are pushed for the present version. */
  async pushed(): Promise<Diagnostic[]> {
    const last = await eventually(() => this.client.published.findLast(({ uri, version }) => uri === this.uri && version === this.version));
    return last.diagnostics;
  }

  async symbols(): Promise<DocumentSymbol[]> {
    const symbols = await this.client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: this.uri } });
    return symbols as DocumentSymbol[];
  }

  folds(): Promise<FoldingRange[] | null> {
    return this.client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: this.uri } });
  }

  /** All of them. */
  tokens(): Promise<SemanticTokens | null> {
    return this.client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: this.uri } });
  }

  async hints(range = this.range(0, this.text.length)): Promise<InlayHint[]> {
    return (await this.client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: this.uri }, range })) ?? [];
  }

  async actions(range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    const actions = await this.client.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri: this.uri }, range, context });
    return (actions ?? []) as CodeAction[];
  }

  /** What is told of the first place where some words stand: of the character in their middle. */
  hover(words: string): Promise<Hover | null> {
    const at = this.text.indexOf(words);
    if (at < 0) throw new Error(`"${words}" is not in the document`);
    return this.client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: this.uri }, position: this.position(at + (words.length >> 1)) });
  }

  async links(): Promise<DocumentLink[]> {
    return (await this.client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: this.uri } })) ?? [];
  }

  plan(): Promise<ActionPlanModel | null> {
    return this.client.connection.sendRequest(actionPlanRequest, { uri: this.uri });
  }

  similar(): Promise<SimilarResult> {
    return this.client.connection.sendRequest(similarRequest, { uri: this.uri });
  }

  editPlan(gesture: PlanGesture, version = this.version): Promise<DocumentEdits> {
    return this.client.connection.sendRequest(editPlanRequest, { uri: this.uri, version, gesture });
  }

  toggle(id: string, done: boolean, version = this.version): Promise<DocumentEdits> {
    return this.editPlan({ kind: 'toggle', id, done }, version);
  }

  explanation(): Promise<DetectionExplanation | null> {
    return this.client.connection.sendRequest(explainDetectionRequest, { uri: this.uri });
  }

  async #change(contentChanges: object[], text: string): Promise<void> {
    const version = this.version + 1;
    this.#content = TextDocument.create(this.uri, this.#content.languageId, version, text);
    await this.client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version }, contentChanges });
  }
}

/** The value as soon as there is one; fails after two seconds. */
export async function eventually<T>(look: () => T | undefined | false): Promise<T> {
  for (const start = performance.now(); performance.now() - start < 2000; await new Promise((resolve) => setTimeout(resolve, 5))) {
    const value = look();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`nothing within two seconds: ${look}`);
}

/** Hands a session to a test and ends it whatever happens. Fails where the server has written to standard error. */
export async function withClient(options: StartOptions, script: (client: LspClient) => Promise<void>): Promise<void> {
  const client = await LspClient.start(options);
  try {
    await script(client);
  } finally {
    client.connection.dispose();
    client.process.kill();
    await client.exitCode();
  }
  assert.equal(client.stderr, '');
}
