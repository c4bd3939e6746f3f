import * as vscode from 'vscode';
import { planFormatNames, type PlanFormatName } from '../../../server/src/protocol';

/** A format as a person chooses it. */
interface Choice extends vscode.QuickPickItem {
  readonly format: PlanFormatName;
}

/** What each format is called, and what it is good for. */
const words = (): Readonly<Record<PlanFormatName, readonly [label: string, detail: string]>> => ({
  markdown: [vscode.l10n.t('Markdown Table'), vscode.l10n.t('For a wiki, an issue or another document')],
  checklist: [vscode.l10n.t('Markdown Checklist'), vscode.l10n.t('A task list, with an empty box for what is not tracked')],
  jira: [vscode.l10n.t('Jira Wiki Markup'), vscode.l10n.t('A table for a description or a comment')],
  text: [vscode.l10n.t('Plain Text'), vscode.l10n.t('For a mail or a chat')],
  csv: [vscode.l10n.t('CSV'), vscode.l10n.t('For a spreadsheet; nothing in it is taken for a formula')],
  html: [vscode.l10n.t('Web Page'), vscode.l10n.t('One file without scripts, to send or to print')],
  ics: [vscode.l10n.t('Calendar'), vscode.l10n.t('The due dates of what is still to be done (iCalendar)')],
  json: [vscode.l10n.t('JSON'), vscode.l10n.t('For programs, in a shape that stays')],
});

/** The formats that people paste, and those that they open as a file, the likeliest first. */
export const pasted = ['markdown', 'checklist', 'jira', 'text', 'csv', 'json', 'html'] as const satisfies readonly PlanFormatName[];
export const saved = ['html', 'csv', 'ics', 'markdown', 'checklist', 'jira', 'text', 'json'] as const satisfies readonly PlanFormatName[];

/** The format of the call, or the one that a person chooses; undefined where they choose none. */
export async function formatOf(named: unknown, offered: readonly PlanFormatName[], title: string): Promise<PlanFormatName | undefined> {
  const known = planFormatNames.find((name) => name === named);
  if (known !== undefined) return known;
  const items = offered.map((format): Choice => ({ format, label: words()[format][0], detail: words()[format][1] }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Choose a format'), matchOnDetail: true }))?.format;
}

export const labelOf = (format: PlanFormatName): string => words()[format][0];
