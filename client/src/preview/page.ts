import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ENGLISH } from '../../preview/words';

/** The folder that a page may load from. */
export const resourceRoot = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist');

/**
 * Puts the page of the preview into a webview: once, never again. All that it shows comes by message. In the custom `editor` VS Code undoes,
 * in the `panel` beside the text the page does.
 */
export function openPage(webview: vscode.Webview, extension: vscode.Uri, host: 'panel' | 'editor'): void {
  const folder = resourceRoot(extension);
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = page(webview, folder, host);
}

function page(webview: vscode.Webview, folder: vscode.Uri, host: 'panel' | 'editor'): string {
  const nonce = randomBytes(16).toString('hex');
  const resource = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(vscode.l10n.t('Action Plan'))}</title>
  <link rel="stylesheet" href="${escapeHtml(resource('preview.css'))}">
</head>
<body data-host="${host}" data-strings="${escapeHtml(JSON.stringify(translations()))}">
  <main id="plan"></main>
  <div id="note" role="status" aria-live="polite"></div>
  <script nonce="${nonce}" src="${escapeHtml(resource('preview.js'))}"></script>
</body>
</html>`;
}

function translations(): Record<string, string> {
  return Object.fromEntries(Object.entries(ENGLISH).map(([key, text]) => [key, vscode.l10n.t(text)]));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
