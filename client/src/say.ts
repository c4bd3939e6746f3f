import { l10n, window } from 'vscode';

/** Answers a command with a sentence. */
export function say(sentence: string): undefined {
  void window.showInformationMessage(sentence);
}

export const sayNoAnswer = (): undefined => say(l10n.t('The server did not answer; the log tells why.'));

export const sayGoneOn = (): undefined => say(l10n.t('The document has changed meanwhile, so nothing was done. Try again.'));
