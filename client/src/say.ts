import * as vscode from 'vscode';

/** Tells a sentence, and waits for no answer. */
export function say(sentence: string): undefined {
  void vscode.window.showInformationMessage(sentence);
}

export function sayNoAnswer(): undefined {
  say(vscode.l10n.t('The server did not answer; the log tells why.'));
}
