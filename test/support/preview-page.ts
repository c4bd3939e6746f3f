import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/install/browser.mjs';
import type { HostMessage } from '../../client/preview/messages';
import type { PreviewMessage } from '../../client/preview/requests';
import { ENGLISH } from '../../client/preview/words';

/** The page of the action plan as it is built, in a browser without VS Code: what it is sent is sent by the test. */
export interface PreviewPage {
  readonly page: Page;
  /** Sends a message as the host does, and waits until it was drawn. */
  send(message: HostMessage): Promise<void>;
  /** What the page sent to its host so far, without `ready`. */
  sent(): Promise<PreviewMessage[]>;
  /** What the page would find after a reload. */
  state(): Promise<unknown>;
  /** What went wrong in the page, and what its policy refused. */
  errors(): string[];
  close(): Promise<void>;
}

export interface PreviewOptions {
  readonly width?: number;
  readonly height?: number;
  /** Device pixels for each CSS pixel. */
  readonly scale?: number;
  readonly host?: 'panel' | 'editor';
  /** What was kept before the reload. */
  readonly state?: unknown;
  /** Of the theme: what VS Code writes to the elements `html` and `body`. */
  readonly theme?: { readonly style: string; readonly body: string; readonly defaults?: string };
}

/** The browser that pages are opened in. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser() ?? '', args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}

/** Opens the page. Its policy is the one that VS Code gets, with its own words for what comes with the extension. */
export async function openPreviewPage(browser: Browser, { width = 720, height = 900, scale = 1, host = 'panel', state, theme }: PreviewOptions = {}): Promise<PreviewPage> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  const errors: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => void errors.push(error.message));
  const nonce = 'of-the-test';
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  await page.setContent(`<!DOCTYPE html><html lang="en"${theme ? ` style="${theme.style.replaceAll('"', '&quot;')}"` : ''}><head><meta charset="utf-8"><title>Action Plan</title>
<style nonce="${nonce}">${theme?.defaults ?? ''}</style><style nonce="${nonce}">${readFileSync('dist/preview.css', 'utf8')}</style><meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body class="${theme?.body ?? 'vscode-light'}" data-host="${host}" data-strings="${JSON.stringify(ENGLISH).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"><main id="plan"></main><div id="note" role="status" aria-live="polite"></div>
<script nonce="${nonce}">{ let state = ${JSON.stringify(state ?? null)}; const sent = []; window.sentMessages = sent; window.readState = () => state;
window.acquireVsCodeApi = () => ({ postMessage: (message) => sent.push(message), getState: () => state, setState: (kept) => { state = kept; } }); }</script>
<script nonce="${nonce}">${readFileSync('dist/preview.js', 'utf8').replaceAll('</script', '<\\/script')}</script></body></html>`);
  return {
    page,
    send: async (message) => {
      await page.evaluate(
        (data) => new Promise<void>((done) => {
          window.addEventListener('message', () => requestAnimationFrame(() => requestAnimationFrame(() => done())), { once: true });
          window.postMessage(data, '*');
        }),
        message,
      );
    },
    sent: () => page.evaluate(() => (window as unknown as { sentMessages: PreviewMessage[] }).sentMessages.filter(({ type }) => type !== 'ready')),
    state: () => page.evaluate(() => (window as unknown as { readState(): unknown }).readState()),
    errors: () => errors,
    close: () => page.close(),
  };
}
