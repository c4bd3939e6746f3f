import * as vscode from 'vscode';
import { DetectionExplanation, explainDetectionRequest, type UserChoice } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { nameOf, targetOf } from '../target';
import type { Choices } from './choices';

/**
 * Takes the user's word on what a document is, or on each of several that are selected in a menu. What would be so without it is not
 * written down: then only what was said before is taken back.
 */
export async function choose(choice: UserChoice, choices: Choices, ask: Ask, named: unknown, selection: unknown, previewed?: vscode.Uri): Promise<void> {
  const selected = Array.isArray(selection) && selection.length > 1 ? selection : [named];
  const before = new Map<vscode.Uri, UserChoice | undefined>();
  const already: string[] = [];
  for (const one of selected) {
    const document = await targetOf(one, previewed);
    if (document === undefined) continue;
    const { uri } = document;
    const explained = await ask(explainDetectionRequest, { uri: uri.toString() }, DetectionExplanation);
    if (explained?.by === 'disabled' && choice === 'incident') {
      void vscode.window.showInformationMessage(vscode.l10n.t('All checks of {0} are switched off by the setting {1}.', nameOf(uri), 'incidentDocs.enable'));
      continue;
    }
    const wanted = explained && isAs(choice, explained.otherwise) ? undefined : choice;
    const last = choices.of(uri);
    if (explained && explained.by !== 'disabled' && isAs(choice, explained.kind) && last === wanted) already.push(nameOf(uri));
    else before.set(uri, last);
    choices.set(uri, wanted);
  }
  if (before.size === 0) {
    if (already.length > 0) void vscode.window.showInformationMessage(sentences[choice].already(already.join(', ')));
    return;
  }
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(sentences[choice].done([...before.keys()].map(nameOf).join(', ')), undo);
  if (answer === undo) for (const [uri, last] of before) choices.set(uri, last);
}

const sentences = {
  incident: {
    done: (name: string) => vscode.l10n.t('{0} is treated as an incident document in this workspace. The file is not changed.', name),
    already: (name: string) => vscode.l10n.t('{0} is treated as an incident document already.', name),
  },
  other: {
    done: (name: string) => vscode.l10n.t('{0} is no incident document in this workspace. The file is not changed.', name),
    already: (name: string) => vscode.l10n.t('{0} is not taken for an incident document.', name),
  },
} as const;

function isAs(choice: UserChoice, kind: DetectionExplanation['kind']): boolean {
  return (kind !== 'none') === (choice === 'incident');
}
