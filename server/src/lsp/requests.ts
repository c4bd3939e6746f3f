import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  WorkspaceSymbolRequest,
  type CancellationToken,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { codeActionKinds } from '../features/code-actions';
import { triggerCharacters } from '../features/completion/completion';
import { refactoringKinds } from '../features/refactorings/index';
import { t } from '../l10n';
import {
  actionPlanRequest, clockRequest, convertRequest, customerSafeRequest, editPlanRequest, effectiveSettingsRequest, explainDetectionRequest,
  exportPlanRequest, formatRequest, insertEntryNowRequest, milestoneChoicesRequest, pasteAsTimelineRequest, plansRequest, refactoringsRequest, reviewRequest,
  similarRequest, statusChoicesRequest, timelineEntryRequest,
} from '../protocol';
import { answerActionPlan, answerEditPlan } from './answers/action-plan';
import { answerCodeActions } from './answers/code-actions';
import { answerCodeLens } from './answers/code-lens';
import { answerCompletion } from './answers/completion';
import { answerConvert } from './answers/convert';
import { answerCustomerSafe } from './answers/customer-safe';
import { answerEffectiveSettings, answerExplainDetection } from './answers/explain';
import { answerExportPlan } from './answers/export-plan';
import { answerFolds } from './answers/folds';
import { answerFormat, answerFormatting, answerOnTypeFormatting, answerRangeFormatting, formattingTriggers } from './answers/formatting';
import { answerHighlights } from './answers/highlights';
import { answerHover } from './answers/hover';
import { answerInlayHints } from './answers/inlay-hints';
import { answerLinks } from './answers/links';
import { answerClock, answerInsertEntryNow, answerMilestoneChoices, answerStatusChoices } from './answers/live';
import { answerDefinition, answerPrepareRename, answerReferences, answerRename } from './answers/names';
import { answerPasteAsTimeline } from './answers/paste-as-timeline';
import { answerRefactorings } from './answers/refactorings';
import { answerReview } from './answers/review';
import { answerPlans, noPlans } from './answers/plans';
import { answerSelection } from './answers/selection';
import { answerTokenChanges, answerTokens, answerTokensIn, legendFor } from './answers/semantic-tokens';
import { answerSimilar } from './answers/similar';
import { answerSymbols } from './answers/symbols';
import { answerTimelineEntry, noEntry } from './answers/timeline-entry';
import { answerWorkspaceSymbols } from './answers/workspace-symbols';
import type { ClientFeatures } from './client-features';
import { pullDiagnostics, source } from './diagnostics';
import { outlineOptions } from './outlines';
import type { Session } from './session';

type Advertise = (client: ClientFeatures) => ServerCapabilities;

/** A request that this server answers: its method, the work, the answer where the work fails, and what is advertised to which client, if anything. */
export interface Registration {
  readonly method: string;
  readonly work: (session: Session, params: never, token: CancellationToken) => Promise<unknown>;
  readonly empty: () => unknown;
  readonly advertise?: Advertise;
}

const refused = () => ({ refused: t('The item could not be changed; see the log.') });
const unchanged = () => ({ refused: t('The document could not be changed; see the log.') });
const notInserted = () => ({ refused: t('The entry could not be written; see the log.') });
const notWritten = () => ({ refused: t('The action plan could not be written; see the log.') });
const notCopied = () => ({ refused: t('The copy could not be made; see the log.') });
const notPasted = () => ({ refused: t('The text could not be read; see the log.') });

/** Every request that this server answers. */
export const requests: readonly Registration[] = [
  { method: DocumentDiagnosticRequest.method, work: pullDiagnostics, empty: () => ({ kind: 'full', items: [] }), advertise: diagnostics },
  { method: DocumentSymbolRequest.method, work: answerSymbols, empty: () => [], advertise: symbols },
  { method: FoldingRangeRequest.method, work: answerFolds, empty: () => null, advertise: () => ({ foldingRangeProvider: true }) },
  { method: HoverRequest.method, work: answerHover, empty: () => null, advertise: () => ({ hoverProvider: true }) },
  { method: DocumentLinkRequest.method, work: answerLinks, empty: () => [], advertise: () => ({ documentLinkProvider: { resolveProvider: false } }) },
  { method: SelectionRangeRequest.method, work: answerSelection, empty: () => null, advertise: () => ({ selectionRangeProvider: true }) },
  { method: DocumentHighlightRequest.method, work: answerHighlights, empty: () => null, advertise: () => ({ documentHighlightProvider: true }) },
  { method: CodeLensRequest.method, work: answerCodeLens, empty: () => [], advertise: ({ commands }) => (commands ? { codeLensProvider: {} } : {}) },
  { method: CodeActionRequest.method, work: answerCodeActions, empty: () => [], advertise: actions },
  { method: DefinitionRequest.method, work: answerDefinition, empty: () => null, advertise: () => ({ definitionProvider: true }) },
  { method: ReferencesRequest.method, work: answerReferences, empty: () => null, advertise: () => ({ referencesProvider: true }) },
  { method: RenameRequest.method, work: answerRename, empty: () => null, advertise: renames },
  { method: PrepareRenameRequest.method, work: answerPrepareRename, empty: () => null },
  { method: WorkspaceSymbolRequest.method, work: answerWorkspaceSymbols, empty: () => [], advertise: workspaceSymbols },
  { method: CompletionRequest.method, work: answerCompletion, empty: () => null, advertise: completion },
  { method: SemanticTokensRequest.method, work: answerTokens, empty: () => null, advertise: tokens },
  { method: SemanticTokensDeltaRequest.method, work: answerTokenChanges, empty: () => null },
  { method: SemanticTokensRangeRequest.method, work: answerTokensIn, empty: () => null },
  { method: InlayHintRequest.method, work: answerInlayHints, empty: () => [], advertise: ({ inlayHints }) => (inlayHints ? { inlayHintProvider: true } : {}) },
  { method: DocumentFormattingRequest.method, work: answerFormatting, empty: () => null, advertise: formatting({ documentFormattingProvider: true }) },
  { method: DocumentRangeFormattingRequest.method, work: answerRangeFormatting, empty: () => null, advertise: formatting({ documentRangeFormattingProvider: true }) },
  { method: DocumentOnTypeFormattingRequest.method, work: answerOnTypeFormatting, empty: () => null, advertise: formatting({ documentOnTypeFormattingProvider: formattingTriggers }) },
  { method: actionPlanRequest, work: answerActionPlan, empty: () => null },
  { method: editPlanRequest, work: answerEditPlan, empty: refused },
  { method: exportPlanRequest, work: answerExportPlan, empty: notWritten },
  { method: plansRequest, work: answerPlans, empty: noPlans },
  { method: formatRequest, work: answerFormat, empty: unchanged },
  { method: convertRequest, work: answerConvert, empty: unchanged },
  { method: customerSafeRequest, work: answerCustomerSafe, empty: notCopied },
  { method: refactoringsRequest, work: answerRefactorings, empty: () => null },
  { method: reviewRequest, work: answerReview, empty: () => null },
  { method: similarRequest, work: answerSimilar, empty: () => null },
  { method: pasteAsTimelineRequest, work: answerPasteAsTimeline, empty: notPasted },
  { method: insertEntryNowRequest, work: answerInsertEntryNow, empty: notInserted },
  { method: statusChoicesRequest, work: answerStatusChoices, empty: unchanged },
  { method: milestoneChoicesRequest, work: answerMilestoneChoices, empty: unchanged },
  { method: clockRequest, work: answerClock, empty: () => null },
  { method: timelineEntryRequest, work: answerTimelineEntry, empty: () => noEntry },
  { method: explainDetectionRequest, work: answerExplainDetection, empty: () => null },
  { method: effectiveSettingsRequest, work: answerEffectiveSettings, empty: () => null },
];

function diagnostics({ pullDiagnostics: pull }: ClientFeatures): ServerCapabilities {
  return pull ? { diagnosticProvider: { identifier: source, interFileDependencies: true, workspaceDiagnostics: false } } : {};
}

function symbols({ symbolLabel, registerSymbols }: ClientFeatures): ServerCapabilities {
  if (registerSymbols) return {};
  return { documentSymbolProvider: symbolLabel ? outlineOptions : true };
}

/** A client that can, has it registered for our own language alone; where another asks for it elsewhere, the answer is nothing. */
function formatting(capability: ServerCapabilities): Advertise {
  return ({ formatting: how }) => (how === 'advertised' ? capability : {});
}

function renames({ prepareRename }: ClientFeatures): ServerCapabilities {
  return { renameProvider: prepareRename ? { prepareProvider: true } : true };
}

function actions({ codeActionLiterals }: ClientFeatures): ServerCapabilities {
  return codeActionLiterals ? { codeActionProvider: { codeActionKinds: [...Object.values(codeActionKinds), ...refactoringKinds] } } : {};
}

function workspaceSymbols({ workspaceSymbols: asks }: ClientFeatures): ServerCapabilities {
  return asks ? { workspaceSymbolProvider: true } : {};
}

function completion({ completion: asks }: ClientFeatures): ServerCapabilities {
  return asks ? { completionProvider: { triggerCharacters: [...triggerCharacters] } } : {};
}

function folders({ workspaceFolders, fileOperations }: ClientFeatures): ServerCapabilities {
  const folder: FileOperationRegistrationOptions = { filters: [{ scheme: 'file', pattern: { glob: '**', matches: 'folder' } }] };
  const workspace = {
    ...(workspaceFolders && { workspaceFolders: { supported: true, changeNotifications: true } }),
    ...(fileOperations && { fileOperations: { didRename: folder, didDelete: folder } }),
  };
  return Object.keys(workspace).length > 0 ? { workspace } : {};
}

function tokens(client: ClientFeatures): ServerCapabilities {
  if (!client.tokens) return {};
  const { full, delta, range } = client.tokens;
  return { semanticTokensProvider: { legend: legendFor(client), full: full && (delta ? { delta } : true), range } };
}

/** What this server can do for a client. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return Object.assign(
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } } },
    client.encodingOffered && { positionEncoding: client.encoding },
    folders(client),
    ...requests.map(({ advertise }) => advertise?.(client)),
  ) as ServerCapabilities;
}
