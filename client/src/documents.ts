import type * as vscode from 'vscode';

/** Our own language id: documents of it are incident documents by declaration. */
export const OWN_LANGUAGE = 'incident';

/**
 * Where a document that a person writes may live. An allow-list: the chat input, comments, source control, output
 * and the old side of a diff are plain text too, and none of our business.
 */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'gist', 'memfs'];
const LANGUAGES = [OWN_LANGUAGE, 'markdown', 'plaintext'];

/** Every pair of language and scheme that is ours; never a language without its scheme. */
export const documentSelector = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));

/** Whether a document could be an incident document, as far as language and scheme tell. */
export function isCandidate(document: vscode.TextDocument): boolean {
  return LANGUAGES.includes(document.languageId) && SCHEMES.includes(document.uri.scheme);
}
