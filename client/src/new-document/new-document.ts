import * as vscode from 'vscode';
import { pick } from '../pick';
import { say } from '../say';
import { shapes, subjectNames, type Shape, type Subject } from './shapes';
import { FOLDER_SETTING, teamTemplates, textOf, type TeamTemplate } from './team-templates';

/** What is remembered of the last choice. */
const LAST = 'incidentDocs.newDocument';

interface Choice extends vscode.QuickPickItem {
  /** What tells it from all others. */
  readonly key: string;
  readonly make: () => Promise<void>;
}

/**
 * Lets one of all shapes be chosen, or of those of a subject, and of the team's own templates; opens it as an untitled document.
 * Nothing is written to a file. `params`: the prefix of a shape, where it is known already, as in a key binding.
 */
export async function newDocument(context: vscode.ExtensionContext, subject: Subject | null, params?: unknown): Promise<void> {
  const known = shapes().find(({ prefix }) => prefix === params);
  if (known) return fromShape(context.extensionUri, known);
  const items = await choices(context.extensionUri, subject);
  const last = context.globalState.get<string>(LAST);
  const again = items.find((item) => 'key' in item && item.key === last);
  const chosen = await pick(items, titleOf(subject), vscode.l10n.t('Opens an untitled document; you name the file when you save it'), again);
  if (!chosen || !('key' in chosen)) return;
  await context.globalState.update(LAST, chosen.key);
  await chosen.make();
}

function titleOf(subject: Subject | null): string {
  switch (subject) {
    case 'escalation':
      return vscode.l10n.t('New Escalation Summary');
    case 'postmortem':
      return vscode.l10n.t('New Post-Mortem');
    case 'live':
      return vscode.l10n.t('New Live Incident Log');
    default:
      return vscode.l10n.t('New Incident Document');
  }
}

async function choices(extension: vscode.Uri, subject: Subject | null): Promise<(Choice | vscode.QuickPickItem)[]> {
  const items: (Choice | vscode.QuickPickItem)[] = [];
  const names = subjectNames();
  const { templates, unreadable } = await teamTemplates();
  if (templates.length + unreadable.length > 0) items.push(separator(vscode.l10n.t('Your team’s templates')));
  items.push(...templates.map(choiceOfTemplate), ...unreadable.map(choiceOfUnreadable));
  let above: Subject | null = null;
  for (const shape of shapes()) {
    if (subject !== null && shape.subject !== subject) continue;
    if (shape.subject !== above) items.push(separator(names[shape.subject]));
    above = shape.subject;
    items.push({ key: shape.prefix, label: `${icons[shape.subject]} ${shape.name}`, description: shape.prefix, detail: shape.detail, make: () => fromShape(extension, shape) });
  }
  return items;
}

const icons: Readonly<Record<Subject, string>> = { escalation: '$(megaphone)', postmortem: '$(book)', live: '$(pulse)' };

const separator = (label: string): vscode.QuickPickItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

function choiceOfTemplate(template: TeamTemplate): Choice {
  return {
    key: template.uri.toString(), label: `$(file) ${template.name}`, description: vscode.workspace.asRelativePath(template.uri),
    make: () => fromTemplate(template),
  };
}

function choiceOfUnreadable(folder: string): Choice {
  return {
    key: FOLDER_SETTING, label: `$(warning) ${vscode.l10n.t('The folder “{0}” cannot be read', folder)}`, detail: vscode.l10n.t('Opens the setting that names it'),
    make: async () => void (await vscode.commands.executeCommand('workbench.action.openSettings', `incidentDocs.${FOLDER_SETTING}`)),
  };
}

/** The snippet is read from its file: it is the same that is offered while one types. */
async function fromShape(extension: vscode.Uri, { file, prefix, language }: Shape): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'snippets', file));
  const snippets = Object.values(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, { prefix: string; body: string[] }>);
  const body = snippets.find((snippet) => snippet.prefix === prefix)?.body ?? [];
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language }));
  await editor.insertSnippet(new vscode.SnippetString(body.join('\n')), new vscode.Position(0, 0));
}

/** What a team wrote stands as it is: a dollar sign in it is one. */
async function fromTemplate(template: TeamTemplate): Promise<void> {
  try {
    const content = await textOf(template);
    if (content === null) return say(vscode.l10n.t('“{0}” is too large to be a template.', template.name));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: template.language, content }));
  } catch {
    say(vscode.l10n.t('“{0}” cannot be read any more.', template.name));
  }
}
