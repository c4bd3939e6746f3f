import {
  CodeActionRequest,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { codeActionKinds } from '../features/code-actions';
import { t } from '../l10n';
import { actionPlanRequest, effectiveSettingsRequest, explainDetectionRequest, toggleActionRequest } from '../protocol';
import { answerActionPlan, answerToggle } from './answers/action-plan';
import { answerCodeActions } from './answers/code-actions';
import { answerEffectiveSettings, answerExplainDetection } from './answers/explain';
import { answerFolds } from './answers/folds';
import { answerSymbols } from './answers/symbols';
import type { ClientFeatures } from './client-features';
import { pullDiagnostics, source } from './diagnostics';
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
  { method: CodeActionRequest.method, work: answerCodeActions, empty: () => [], advertise: actions },
  { method: actionPlanRequest, work: answerActionPlan, empty: () => null, advertise: silent },
  { method: toggleActionRequest, work: answerToggle, empty: refused, advertise: silent },
  { method: explainDetectionRequest, work: answerExplainDetection, empty: () => null, advertise: silent },
  { method: effectiveSettingsRequest, work: answerEffectiveSettings, empty: () => null, advertise: silent },
];

function diagnostics({ pullDiagnostics: pull }: ClientFeatures): ServerCapabilities {
  return pull ? { diagnosticProvider: { identifier: source, interFileDependencies: false, workspaceDiagnostics: false } } : {};
}

function symbols({ symbolLabel }: ClientFeatures): ServerCapabilities {
  return { documentSymbolProvider: symbolLabel ? { label: 'Incident' } : true };
}

function actions({ codeActionLiterals }: ClientFeatures): ServerCapabilities {
  return codeActionLiterals ? { codeActionProvider: { codeActionKinds: Object.values(codeActionKinds) } } : {};
}

/** What this server can do for a client. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return Object.assign(
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } } },
    client.workspaceFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
    client.encodingOffered && { positionEncoding: client.encoding },
    ...requests.map(({ advertise }) => advertise(client)),
  ) as ServerCapabilities;
}
