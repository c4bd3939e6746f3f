import { DiagnosticSeverity, type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { SourceText } from '../document/text';
import { maxProblemsId, type CheckedFinding } from '../rules/check';
import { ruleOf } from '../rules/index';
import type { Severity } from '../rules/rule';
import { turn } from './answer';
import type { ClientFeatures } from './client-features';
import type { OpenDocument } from './open-document';
import { rangeOf } from './positions';
import { subjectOf, type Session, type Subject } from './session';

export const source = 'incident-docs';
const rulePages = 'https://github.com/incident-docs/incident-docs/blob/main/server/src/rules';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding in a text as the client understands it. */
export function diagnosticOf({ encoding, codeDescription, relatedInformation }: ClientFeatures, uri: string, text: SourceText, finding: CheckedFinding): Diagnostic {
  const group = ruleOf(finding.rule)?.group;
  return {
    range: rangeOf(text, finding.span, encoding),
    severity: severities[finding.severity],
    source,
    ...(finding.rule !== maxProblemsId && { code: finding.rule }),
    ...(codeDescription && group && { codeDescription: { href: `${rulePages}/${group}/${finding.rule}.md` } }),
    message: finding.message,
    ...(relatedInformation && (finding.related?.length || finding.elsewhere?.length) && {
      relatedInformation: [
        ...(finding.related ?? []).map(({ span, message }) => ({ location: { uri, range: rangeOf(text, span, encoding) }, message })),
        ...(finding.elsewhere ?? []).map(({ uri: other, line, message }) => ({ location: { uri: other, range: { start: { line, character: 0 }, end: { line, character: 0 } } }, message })),
      ],
    }),
  };
}

function diagnosticsOf(session: Session, uri: string, subject: Subject | null): Diagnostic[] {
  return subject?.findings().map((finding) => diagnosticOf(session.client, uri, subject.model.text, finding)) ?? [];
}

interface Report {
  readonly id: string;
  readonly content: string;
}

const reports = new WeakMap<OpenDocument, Report>();
let reportCount = 0;

/** The answer to `textDocument/diagnostic`: `unchanged` where the client holds these very diagnostics already. */
export async function pullDiagnostics(session: Session, params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
  const { uri } = params.textDocument;
  const items = diagnosticsOf(session, uri, await subjectOf(session, uri));
  const open = session.documents.get(uri);
  if (!open) return { kind: 'full', items };
  const content = JSON.stringify(items);
  const last = reports.get(open);
  if (last?.content === content && last.id === params.previousResultId) return { kind: 'unchanged', resultId: last.id };
  const report = last?.content === content ? last : { id: String(++reportCount), content };
  reports.set(open, report);
  return { kind: 'full', resultId: report.id, items };
}

const PATIENCE_MS = 100;

/** Waits until no change of the document is on its way any more, or long enough. */
export async function settled(open: OpenDocument): Promise<void> {
  const start = performance.now();
  let seen: number;
  do {
    seen = open.version;
    await turn();
    await turn();
  } while (seen !== open.version && performance.now() - start < PATIENCE_MS);
}

/** What was last sent about a document unasked. */
const published = new WeakMap<OpenDocument, string>();

/** Whether the client holds other diagnostics of a document than there would be now. Of one that it has none of nothing is known. */
export async function areStale(session: Session, open: OpenDocument): Promise<boolean> {
  const held = session.client.pullDiagnostics ? reports.get(open)?.content : (published.get(open) ?? '[]');
  return held !== undefined && held !== JSON.stringify(diagnosticsOf(session, open.uri, await subjectOf(session, open.uri)));
}

/** Sends a document's diagnostics to a client that does not ask for them. Nothing is sent about documents that never had any. */
export async function pushDiagnostics(session: Session, open: OpenDocument): Promise<void> {
  const subject = await subjectOf(session, open.uri);
  const diagnostics = diagnosticsOf(session, open.uri, subject);
  if (session.documents.get(open.uri) !== open || (diagnostics.length === 0 && !published.has(open))) return;
  if (diagnostics.length > 0) published.set(open, JSON.stringify(diagnostics));
  else published.delete(open);
  await session.connection.sendDiagnostics({ uri: open.uri, version: open.version, diagnostics });
}

/** Takes the diagnostics of a closed document back. */
export async function clearDiagnostics(session: Session, open: OpenDocument): Promise<void> {
  if (published.delete(open)) await session.connection.sendDiagnostics({ uri: open.uri, diagnostics: [] });
}
