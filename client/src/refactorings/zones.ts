import * as vscode from 'vscode';
import { chosenOf } from '../pick';

/** Lets a time zone be picked: those that are near first, then every place that IANA knows; any other name can be typed. Undefined where none is taken. */
export async function pickZone(near: readonly string[]): Promise<string | undefined> {
  const places = Intl.supportedValuesOf('timeZone').filter((place) => !near.includes(place));
  const known = [
    ...part(vscode.l10n.t('In this document, and yours'), near),
    ...part(vscode.l10n.t('All places'), places),
  ];
  const names = [...near, ...places].map((name) => spaced(name).toLowerCase());
  const pick = vscode.window.createQuickPick();
  pick.title = vscode.l10n.t('Convert Times');
  pick.placeholder = vscode.l10n.t('To which zone? A place such as Europe/Berlin, or type one such as CET or UTC+2');
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const lower = spaced(typed).toLowerCase();
    // what is a part of no name is no search for one
    pick.items = typed === '' || names.some((name) => name.includes(lower)) ? known : [{ label: typed, description: vscode.l10n.t('as typed'), alwaysShow: true }, ...known];
  });
  return (await chosenOf(pick))?.label;
}

function part(label: string, names: readonly string[]): vscode.QuickPickItem[] {
  return names.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...names.map((name) => (name.includes('_') ? { label: name, description: spaced(name.slice(name.lastIndexOf('/') + 1)) } : { label: name }))];
}

/** People write "New York". */
const spaced = (name: string): string => name.replaceAll('_', ' ');
