import * as vscode from 'vscode';
import type { Pages } from './pages';
import { escapeHtml, resourceRoot } from './preview/page';
import { revealLine } from './preview/reveal';

/** The one command that a page may run: it shows a line of the document that the page is about. No one's but the extension's own. */
const REVEAL = 'incidentDocs._revealLine';

/** How long the document has been left alone before its page is written anew, in milliseconds. */
const PAUSE = 400;

/** Writes a page about a document: Markdown; null where there is nothing to write. */
export type Write = () => Promise<string | null>;

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly about: vscode.Uri;
  readonly write: Write;
  timer?: NodeJS.Timeout;
}

/** Pages of Markdown about documents, shown as a reader sees them. Each has a panel by its name, and follows its document. */
export class RenderedPages implements vscode.Disposable {
  private readonly shown = new Map<string, Shown>();
  private readonly listeners = vscode.Disposable.from(
    vscode.commands.registerCommand(REVEAL, (uri: string, line: number) => revealLine(vscode.Uri.parse(uri, true), line)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri)),
  );

  constructor(
    private readonly extension: vscode.Uri,
    private readonly pages: Pages,
  ) {}

  /** Shows a page, or shows it anew; false where there is nothing to write. */
  async show(name: string, about: vscode.Uri, viewColumn: vscode.ViewColumn, write: Write): Promise<boolean> {
    const text = await write();
    if (text === null) return false;
    const html = await rendered(text);
    if (html === null) {
      await vscode.window.showTextDocument(this.pages.write(name, about, text), { preview: true });
      return true;
    }
    const key = `${name}\0${about.toString()}`;
    const { panel } = this.shown.get(key) ?? this.open(key, name, about, viewColumn, write);
    this.put(panel, html);
    panel.reveal();
    return true;
  }

  private open(key: string, name: string, about: vscode.Uri, viewColumn: vscode.ViewColumn, write: Write): Shown {
    const panel = vscode.window.createWebviewPanel('incidentDocs.page', name, viewColumn, { enableCommandUris: [REVEAL], enableFindWidget: true, localResourceRoots: [resourceRoot(this.extension)] });
    const shown: Shown = { panel, about, write };
    this.shown.set(key, shown);
    panel.onDidDispose(() => {
      clearTimeout(shown.timer);
      this.shown.delete(key);
    });
    return shown;
  }

  /** Writes the pages about a document anew, once it has been left alone for a moment. */
  private follow(uri: vscode.Uri): void {
    for (const [key, shown] of this.shown) {
      if (shown.about.toString() !== uri.toString()) continue;
      clearTimeout(shown.timer);
      shown.timer = setTimeout(() => void this.rewrite(key), PAUSE);
    }
  }

  private async rewrite(key: string): Promise<void> {
    const text = await this.shown.get(key)?.write();
    const html = text == null ? null : await rendered(text);
    const { panel } = this.shown.get(key) ?? {};
    if (panel && html !== null) this.put(panel, html);
  }

  /** The editor keeps the place that a reader has scrolled to. */
  private put({ webview, title }: vscode.WebviewPanel, html: string): void {
    const style = webview.asWebviewUri(vscode.Uri.joinPath(resourceRoot(this.extension), 'preview.css')).toString();
    webview.html = `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escapeHtml(`default-src 'none'; style-src ${webview.cspSource}`)}">
  <title>${escapeHtml(title)}</title>
  <link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body><main class="page">${html}</main></body>
</html>`;
  }

  dispose(): void {
    this.listeners.dispose();
    for (const { panel } of this.shown.values()) panel.dispose();
  }
}

/** Where a link in a page about a document leads: to a line (0-based) of it. */
export function lineLink(about: vscode.Uri): (line: number) => string {
  return (line) => `command:${REVEAL}?${encodeURIComponent(JSON.stringify([about.toString(), line])).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/** Null where the extension that knows Markdown is switched off. */
async function rendered(text: string): Promise<string | null> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', text);
  } catch {
    return null;
  }
}
