import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { allRules } from '../../server/src/rules/index';
import { BrowserServer } from '../support/browser-server';
import { run } from '../support/command-line';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, withClient } from '../support/lsp-client';
import { sharedDocuments } from '../support/shared';

/** The moment that all three live in. */
const now = '2026-11-21T08:00:00Z';
const severities = ['', 'error', 'warning', 'information', 'hint'];

/** A finding in the words of the command line. */
interface Shown {
  readonly rule: string;
  readonly severity: string;
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly related: readonly string[];
}

const own: readonly (readonly [name: string, text: string])[] = [
  ...readdirSync('examples').filter((file) => file !== 'README.md').map((file) => [file, readFileSync(path.join('examples', file), 'utf8')] as const),
  ['cards.md', postmortem],
  ['cards crlf.md', postmortem.replaceAll('\n', '\r\n')],
  ['cards cr.txt', postmortem.replaceAll('\n', '\r')],
  ['ferries.txt', escalation],
  ['störung 🧯.incident', `# 🧯 Störung 障害\n\n${postmortem}`],
  ['silenced.md', `<!-- incident-docs-disable-file timeline-order -->\n${postmortem}`],
  ['off.md', `<!-- incident-docs: off -->\n${postmortem}`],
  ['empty.postmortem', ''],
  ['many.md', `# Post-mortem: mail\n\n## Summary\n\n${'TBD [name] ???\n\n'.repeat(300)}`],
  ...Object.entries(ordinary),
];
/** Of the real documents as many as there is time for. */
const real = sharedDocuments.flatMap(({ name, text }, index) => (index % 3 === 0 ? [[`shared/${index}/${name}`, text] as const] : []));
const documents = [...own, ...real];

describe('the editor, the command line and the browser find the same, to the character', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'incident docs '));
    for (const [name, text] of documents) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** One document at a time is open here, while the command line sees all of them. */
  const alone = Object.fromEntries(allRules.filter(({ group }) => group === 'workspace').map(({ id }) => [id, 'off']));
  const settings = {
    'the defaults': { rules: alone },
    'settings that change much': {
      profile: 'strict', maxProblems: 20, dateOrder: 'dayFirst', requiredSections: ['participants', 'timeline'], toleratedOwners: ['SRE team'],
      sections: { rootCause: ['Why it broke'] }, rules: { ...alone, 'timeline-order': ['warning', { tolerateMinutes: 30 }], 'empty-section': 'off' },
    },
  };
  for (const [name, own] of Object.entries(settings)) {
    test(name, { timeout: 100_000 }, async () => {
      writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(own));
      const onCommandLine = await byCommandLine(folder);
      const inEditor = await byEditor(folder, own);
      const inBrowser = await byBrowser(folder, own);
      let count = 0;
      for (const [file] of documents) {
        const found = onCommandLine.get(file) ?? [];
        count += found.length;
        assert.deepEqual(inEditor.get(file), found, `${file}: editor and command line`);
        assert.deepEqual(inBrowser.get(file), found, `${file}: browser and command line`);
      }
      assert.ok(count > 20, `${count} findings`);
      assert.equal(onCommandLine.get('off.md'), undefined);
    });
  }
});

async function byCommandLine(folder: string): Promise<Map<string, Shown[]>> {
  const found = new Map<string, Shown[]>();
  for (const files of batches(documents.map(([name]) => name), 100)) {
    const { stdout, stderr } = await run(folder, ['lint', '--format', 'json', '--now', now, '--config', 'settings.json', '--', ...files]);
    assert.equal(stderr, '');
    for (const { file, diagnostics } of JSON.parse(stdout)) {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      found.set(file, diagnostics.map(({ rule, severity, line, column, endLine, endColumn, message, related }: any) => ({
        rule, severity, from: `${line}:${column}`, to: `${endLine}:${endColumn}`, message,
        related: related.map((other: { line: number; column: number; message: string }) => `${other.line}:${other.column} ${other.message}`),
      })));
    }
  }
  return found;
}

async function byEditor(folder: string, settings: object): Promise<Map<string, Shown[]>> {
  const found = new Map<string, Shown[]>();
  await withClient({ settings, initializationOptions: { now: Date.parse(now) } }, async (client) => {
    for (const [name, text] of documents) {
      const document = await client.open(uriOf(folder, name), text, languageOf(name));
      found.set(name, (await document.diagnostics()).map(shown));
      await document.close();
    }
  });
  return found;
}

async function byBrowser(folder: string, settings: object): Promise<Map<string, Shown[]>> {
  const found = new Map<string, Shown[]>();
  const server = await BrowserServer.start({ settings, capabilities: clients.vscode, initializationOptions: { now: Date.parse(now) } });
  for (const [name, text] of documents) {
    const uri = uriOf(folder, name);
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: languageOf(name), version: 1, text } });
    const report = await server.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal(report.kind, 'full');
    found.set(name, report.kind === 'full' ? report.items.map(shown) : []);
    server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  return found;
}

function shown({ code, severity, range, message, relatedInformation = [] }: Diagnostic): Shown {
  return {
    rule: String(code ?? 'max-problems'),
    severity: severities[severity ?? 0] ?? '',
    from: place(range.start),
    to: place(range.end),
    message: String(message),
    related: relatedInformation.map((other) => `${place(other.location.range.start)} ${other.message}`),
  };
}

function place({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line + 1}:${character + 1}`;
}

function uriOf(folder: string, name: string): string {
  assert.ok(existsSync(path.join(folder, name)));
  return pathToFileURL(path.join(folder, name)).href;
}

function languageOf(name: string): string {
  return name.endsWith('.md') ? 'markdown' : 'plaintext';
}

function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
