import {
  CodeActionRequest,
  CodeLensRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { codeActionKinds } from '../features/code-actions';
import { t } from '../l10n';
import { actionPlanRequest, timelineEntryRequest, toggleActionRequest } from '../protocol';
import { answerActionPlan, answerToggle } from './answers/action-plan';
import { answerCodeActions } from './answers/code-actions';
import { answerCodeLens } from './answers/code-lens';
import { answerFolds } from './answers/folds';
import { answerHighlights } from './answers/highlights';
import { answerSelection } from './answers/selection';
import { answerSymbols } from './answers/symbols';
import { answerTimelineEntry, noEntry } from './answers/timeline-entry';
import type { ClientFeatures } from './client-features';
import { pullDiagnostics, source } from './diagnostics';
import { outlineOptions } from './outlines';
import type { Session } from './session';

/** A request that this server answers: its method, the work, the answer where the work fails, and what is advertised to which client. */
export interface Registration {
  readonly method: string;
  readonly work: (session: Session, params: never) => Promise<unknown>;
  readonly empty: () => unknown;
  readonly advertise: (client: ClientFeatures) => ServerCapabilities;
}

const silent = (): ServerCapabilities => ({});
const refused = () => ({ refused: t('The item could not be changed; see the log.') });

/** Every request that this server answers. */
export const requests: readonly Registration[] = [
  { method: DocumentDiagnosticRequest.method, work: pullDiagnostics, empty: () => ({ kind: 'full', items: [] }), advertise: diagnostics },
  { method: DocumentSymbolRequest.method, work: answerSymbols, empty: () => [], advertise: symbols },
  { method: FoldingRangeRequest.method, work: answerFolds, empty: () => null, advertise: () => ({ foldingRangeProvider: true }) },
  { method: SelectionRangeRequest.method, work: answerSelection, empty: () => null, advertise: () => ({ selectionRangeProvider: true }) },
  { method: DocumentHighlightRequest.method, work: answerHighlights, empty: () => null, advertise: () => ({ documentHighlightProvider: true }) },
  { method: CodeLensRequest.method, work: answerCodeLens, empty: () => [], advertise: ({ commands }) => (commands ? { codeLensProvider: {} } : {}) },
  { method: CodeActionRequest.method, work: answerCodeActions, empty: () => [], advertise: actions },
  { method: actionPlanRequest, work: answerActionPlan, empty: () => null, advertise: silent },
  { method: toggleActionRequest, work: answerToggle, empty: refused, advertise: silent },
  { method: timelineEntryRequest, work: answerTimelineEntry, empty: () => noEntry, advertise: silent },
];

function diagnostics({ pullDiagnostics: pull }: ClientFeatures): ServerCapabilities {
  return pull ? { diagnosticProvider: { identifier: source, interFileDependencies: false, workspaceDiagnostics: false } } : {};
}

function symbols({ symbolLabel, registerSymbols }: ClientFeatures): ServerCapabilities {
  if (registerSymbols) return {};
  return { documentSymbolProvider: symbolLabel ? outlineOptions : true };
}

function actions({ codeActionLiterals }: ClientFeatures): ServerCapabilities {
  return codeActionLiterals ? { codeActionProvider: { codeActionKinds: Object.values(codeActionKinds) } } : {};
}

/** What this server can do for a client. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return Object.assign(
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } } },
    client.encodingOffered && { positionEncoding: client.encoding },
    ...requests.map(({ advertise }) => advertise(client)),
  ) as ServerCapabilities;
}
