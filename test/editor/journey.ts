import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { IncidentDocs } from '../../client/src/extension';

const extension = 'incident-docs.incident-docs';

/** The examples by their dialect. */
export const examples = {
  markdown: 'search-latency.md',
  escalation: 'payment-retries.escalation.txt',
  postmortem: 'checkout-outage.postmortem.txt',
} as const;

/** Waits for a condition: asks again until it gives something else than undefined and false, for ten seconds at most. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>, limit = 10_000): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new assert.AssertionError({ message: `waited ${limit} ms in vain: ${what}` });
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** The extension's own answers. */
export async function incidentDocs(): Promise<IncidentDocs> {
  const found = vscode.extensions.getExtension<IncidentDocs>(extension);
  assert.ok(found, `${extension} is not there`);
  return found.activate();
}

/** A folder with copies of the examples, which a test may change. */
export async function copyOfExamples(): Promise<{ file(name: string): vscode.Uri; text(name: string): Promise<string>; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'incident-docs-journey-'));
  const source = vscode.extensions.getExtension(extension)?.extensionUri.fsPath ?? '.';
  await cp(join(source, 'examples'), folder, { recursive: true });
  return {
    file: (name) => vscode.Uri.file(join(folder, name)),
    text: (name) => readFile(join(folder, name), 'utf8'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Copies for each test of a suite. Behind it the editors and the messages are closed. */
export function freshExamples(): Omit<Awaited<ReturnType<typeof copyOfExamples>>, 'remove'> {
  let files: Awaited<ReturnType<typeof copyOfExamples>>;
  beforeEach(async () => (files = await copyOfExamples()));
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEverything();
    await files.remove();
  });
  return { file: (name) => files.file(name), text: (name) => files.text(name) };
}

/** Runs a command of ours. Its end may have to be brought about first, as where it waits for a person. */
export function start(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`incidentDocs.${command}`, ...args);
}

/** Opens a document in the first column. */
export async function show(target: vscode.Uri | { language: string; content: string }): Promise<vscode.TextEditor> {
  const document = await (target instanceof vscode.Uri ? vscode.workspace.openTextDocument(target) : vscode.workspace.openTextDocument(target));
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** Opens a document in the first column, and waits until it is known as an incident document. */
export async function openIncident(target: Parameters<typeof show>[0]): Promise<vscode.TextEditor> {
  const api = await incidentDocs();
  const editor = await show(target);
  await eventually('the kind', () => (api.detection(editor.document.uri)?.kind ?? 'none') !== 'none');
  return editor;
}

/** Begins a command that asks, and takes what stands so many steps below what is under the cursor of what it shows, until the command has ended. */
export function take(begin: () => Thenable<unknown>, steps = 0): Promise<void> {
  return pressUntilOver(begin, [...Array<string>(steps).fill('workbench.action.quickOpenSelectNext'), 'workbench.action.acceptSelectedQuickOpenItem']);
}

/** Begins a command that asks, and closes what it shows, until the command has ended. */
export function dismiss(begin: () => Thenable<unknown>): Promise<void> {
  return pressUntilOver(begin, ['workbench.action.closeQuickOpen']);
}

/** Nothing tells when a list is shown, and where there is none the keys do nothing. They leave at once, so that no list comes between them. */
async function pressUntilOver(begin: () => Thenable<unknown>, keys: readonly string[]): Promise<void> {
  const press = () => Promise.all(keys.map((key) => vscode.commands.executeCommand(key)));
  // VS Code lets a command that is run for the first time wait: another would overtake it.
  await press();
  const command = begin();
  let isOver = false;
  const over = (): void => void (isOver = true);
  void command.then(over, over);
  await eventually('the end of the command', async () => {
    await press();
    return isOver;
  });
  await command;
}

/** What the problems panel says of a document in our name. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'incident-docs');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Closes every editor and throws away what was typed. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
