import * as vscode from 'vscode';
import { DetectionExplanation, EffectiveSettings, effectiveSettingsRequest, explainDetectionRequest } from '../../server/src/protocol';
import type { Ask } from './ask';
import type { Choices } from './detection/choices';
import type { Detections } from './detections';
import { isCandidate } from './documents';
import { diagnosticsReport, type Facts } from './diagnostics-report';

/** Copies what a report of a fault should tell. It holds no text of any document and no name but the ends of names. */
export async function copyDiagnosticsInfo(extension: vscode.Extension<unknown>, ask: Ask, detections: Detections, choices: Choices, running: () => boolean): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const active = document && isCandidate(document) ? document : undefined;
  const uri = active?.uri.toString() ?? '';
  const explained = active ? await ask(explainDetectionRequest, { uri }, DetectionExplanation) : null;
  const settings = await ask(effectiveSettingsRequest, { uri }, EffectiveSettings);
  const kinds = vscode.workspace.textDocuments.map(({ uri: open }) => detections.of(open)?.kind).filter((kind) => kind !== undefined);
  const problems = vscode.languages.getDiagnostics().flatMap(([, list]) => list.filter(({ source }) => source === 'incident-docs'));
  const { name, version } = extension.packageJSON as { name: string; version: string };
  const facts: Facts = {
    versions: {
      [name]: version,
      [vscode.env.appName]: `${vscode.version} (${vscode.env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'}, ${vscode.env.remoteName ?? 'local'}, ${vscode.env.language})`,
      Node: process.version,
      System: `${process.platform} ${process.arch}`,
    },
    server: running() ? 'running' : 'stopped',
    folders: vscode.workspace.workspaceFolders?.length ?? 0,
    kinds,
    severities: problems.map(({ severity }) => vscode.DiagnosticSeverity[severity].toLowerCase()),
    choices: Object.values(choices.all),
    document: active && {
      path: active.uri.path, scheme: active.uri.scheme, languageId: active.languageId, lines: active.lineCount,
      lineEnds: active.eol === vscode.EndOfLine.CRLF ? 'CR LF' : 'LF', dirty: active.isDirty, explained,
    },
    settings: settings?.settings ?? [],
  };
  await vscode.env.clipboard.writeText(diagnosticsReport(facts));
  void vscode.window.showInformationMessage(vscode.l10n.t('Copied for a report: versions, counts and keys of settings, no text and no names of files.'));
}
