import type * as vscode from 'vscode';
import { documentSchemes } from '../../server/src/document/location';

/** Our own language id: documents of it are incident documents by declaration. */
export const OWN_LANGUAGE = 'incident';

const LANGUAGES = [OWN_LANGUAGE, 'markdown', 'plaintext'];

/** Every pair of language and scheme that is ours; never a language without its scheme. */
export const documentSelector = /* @__PURE__ */ LANGUAGES.flatMap((language) => documentSchemes.map((scheme) => ({ language, scheme })));

/** Files of settings, in which what was misspelt can be mended. */
export const settingsSelector = [{ scheme: 'file', pattern: '**/.incident-docs.json' }];

/** Whether a document could be an incident document, as far as language and scheme tell. */
export function isCandidate(document: vscode.TextDocument): boolean {
  return LANGUAGES.includes(document.languageId) && documentSchemes.includes(document.uri.scheme);
}
