import type { ClientCapabilities } from 'vscode-languageserver/node';
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
  readonly foldLimit: number;
  readonly collapsedText: boolean;
  /** Without it a client can only run commands of the server, which has none. */
  readonly codeActionLiterals: boolean;
  readonly versionedEdits: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchers: boolean;
  readonly workspaceFolders: boolean;
  /** Whether it has our commands, which no capability says. */
  readonly commands: boolean;
}

export function featuresOf({ general, textDocument, workspace }: ClientCapabilities, options: InitializationOptions = {}): ClientFeatures {
  const { diagnostic, publishDiagnostics, documentSymbol, foldingRange, codeAction } = textDocument ?? {};
  return {
    encoding: negotiateEncoding(general?.positionEncodings),
    encodingOffered: (general?.positionEncodings?.length ?? 0) > 0,
    pullDiagnostics: diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true,
    codeDescription: diagnostic?.codeDescriptionSupport === true || publishDiagnostics?.codeDescriptionSupport === true,
    hierarchicalSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    symbolLabel: documentSymbol?.labelSupport === true,
    foldLimit: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    collapsedText: foldingRange?.foldingRange?.collapsedText === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    commands: options.commands === true,
  };
}
