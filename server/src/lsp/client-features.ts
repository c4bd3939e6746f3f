import type { ClientCapabilities, SemanticTokensClientCapabilities } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../protocol';
import { negotiateEncoding, type Encoding } from './positions';

/** What of the client's capabilities matters to this server. A client that says nothing supports nothing. */
export interface ClientFeatures {
  readonly encoding: Encoding;
  /** Whether the client named the encodings it knows, and so wants to be told which one was taken. */
  readonly encodingOffered: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly symbolLabel: boolean;
  /** Whether symbols can be registered anew, which is the only way to have them asked for again. */
  readonly registerSymbols: boolean;
  readonly refreshCodeLens: boolean;
  readonly foldLimit: number;
  readonly collapsedText: boolean;
  /** Whether Markdown is what it likes best of what it shows in hovers; plain text is understood by all. */
  readonly hoverMarkdown: boolean;
  readonly linkTooltips: boolean;
  /** Without it a client can only run commands of the server, which has none. */
  readonly codeActionLiterals: boolean;
  readonly versionedEdits: boolean;
  readonly prepareRename: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workspaceSymbols: boolean;
  readonly completion: boolean;
  /** Whether it tells of folders that were renamed or deleted. */
  readonly fileOperations: boolean;
  /** What of tokens it asks for; null where it knows none. */
  readonly tokens: { readonly full: boolean; readonly delta: boolean; readonly range: boolean } | null;
  readonly refreshTokens: boolean;
  readonly inlayHints: boolean;
  readonly refreshInlayHints: boolean;
  /** Whether it has our commands and our types of tokens, which no capability says. */
  readonly commands: boolean;
}

export function featuresOf({ general, textDocument, workspace }: ClientCapabilities, options: InitializationOptions = {}): ClientFeatures {
  const { diagnostic, publishDiagnostics, documentSymbol, foldingRange, codeAction, rename, semanticTokens, inlayHint, hover, documentLink } = textDocument ?? {};
  return {
    encoding: negotiateEncoding(general?.positionEncodings),
    encodingOffered: (general?.positionEncodings?.length ?? 0) > 0,
    pullDiagnostics: diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true,
    codeDescription: diagnostic?.codeDescriptionSupport === true || publishDiagnostics?.codeDescriptionSupport === true,
    hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    symbolLabel: documentSymbol?.labelSupport === true,
    registerSymbols: documentSymbol?.dynamicRegistration === true,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    foldLimit: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    collapsedText: foldingRange?.foldingRange?.collapsedText === true,
    hoverMarkdown: hover?.contentFormat?.find((format) => format === 'markdown' || format === 'plaintext') === 'markdown',
    linkTooltips: documentLink?.tooltipSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    prepareRename: rename?.prepareSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workspaceSymbols: workspace?.symbol !== undefined,
    completion: textDocument?.completion !== undefined,
    fileOperations: workspace?.fileOperations?.didRename === true && workspace.fileOperations.didDelete === true,
    tokens: semanticTokens ? tokensOf(semanticTokens.requests) : null,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    inlayHints: inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    commands: options.commands === true,
  };
}

function tokensOf({ full, range }: SemanticTokensClientCapabilities['requests']): ClientFeatures['tokens'] {
  return { full: Boolean(full), delta: typeof full === 'object' && full.delta === true, range: Boolean(range) };
}
