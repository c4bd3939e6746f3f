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
  /** Whether it says why an action cannot be taken. */
  readonly disabledActions: boolean;
  readonly versionedEdits: boolean;
  /** Whether edits may have places to fill in; they need versions. */
  readonly snippetEdits: boolean;
  readonly prepareRename: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workspaceSymbols: boolean;
  readonly completion: boolean;
  /** Whether it shows a word on each thing that is offered, and not on the one alone that is looked at. */
  readonly completionLabels: boolean;
  /** Whether it tells of folders that were renamed or deleted. */
  readonly fileOperations: boolean;
  /** What of tokens it asks for; null where it knows none. */
  readonly tokens: { readonly full: boolean; readonly delta: boolean; readonly range: boolean } | null;
  readonly refreshTokens: boolean;
  /** Whether it asks for formatting, and lets it be registered for one language alone. */
  readonly formatting: 'advertised' | 'registered' | null;
  readonly inlayHints: boolean;
  readonly refreshInlayHints: boolean;
  /** Whether it has our commands and our types of tokens, which no capability says. */
  readonly commands: boolean;
}

export function featuresOf({ general, textDocument, workspace }: ClientCapabilities, options: InitializationOptions = {}): ClientFeatures {
  const { diagnostic, publishDiagnostics, documentSymbol, foldingRange, codeAction, rename, semanticTokens, inlayHint, hover, documentLink, formatting, rangeFormatting, onTypeFormatting } = textDocument ?? {};
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
    disabledActions: codeAction?.disabledSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    prepareRename: rename?.prepareSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workspaceSymbols: workspace?.symbol !== undefined,
    completion: textDocument?.completion !== undefined,
    completionLabels: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    fileOperations: workspace?.fileOperations?.didRename === true && workspace.fileOperations.didDelete === true,
    tokens: semanticTokens ? tokensOf(semanticTokens.requests) : null,
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
    formatting: !formatting ? null : [formatting, rangeFormatting, onTypeFormatting].every((each) => each?.dynamicRegistration === true) ? 'registered' : 'advertised',
    inlayHints: inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    commands: options.commands === true,
  };
}

function tokensOf({ full, range }: SemanticTokensClientCapabilities['requests']): ClientFeatures['tokens'] {
  return { full: Boolean(full), delta: typeof full === 'object' && full.delta === true, range: Boolean(range) };
}
