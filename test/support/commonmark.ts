import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes, Parent, RootContent } from 'mdast';
import type { IncidentDocument } from '../../server/src/document/document';

/** A block as both readers can tell it. `line` and `endLine` are 0-based; `text` is a heading's source, an item's checkbox or a table's cells. */
export interface Block {
  readonly kind: 'heading' | 'fence' | 'comment' | 'item' | 'table';
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** What a CommonMark parser with GFM's extensions makes of a text. */
export interface Markdown {
  readonly blocks: readonly Block[];
  /** The types of the nodes around a line, outermost first, `indentedCode` and `fencedCode` told apart. */
  at(line: number): readonly string[];
}

/** Nodes that hold blocks, not words. */
const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition']);

const oneLine = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** Reads a text as CommonMark with GFM. */
export function readMarkdown(text: string): Markdown {
  const blocks: Block[] = [];
  const around: string[][] = [];
  const root = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const visit = (node: Nodes): void => {
    if (!node.position) return;
    const line = node.position.start.line - 1;
    const endLine = node.position.end.line - 1;
    const source = text.slice(node.position.start.offset, node.position.end.offset);
    const type = node.type === 'code' ? (/^[`~]/.test(source) ? 'fencedCode' : 'indentedCode') : node.type;
    for (let number = line; number <= endLine; number++) (around[number] ??= []).push(type);
    if (node.type === 'heading') {
      // link definitions above a heading are counted to it, so its words tell its line
      const first = (node.children[0]?.position?.start.line ?? line + 1) - 1;
      blocks.push({ kind: 'heading', line: first, endLine: first, text: `${node.depth} ${oneLine(sourceOf(text, node.children))}` });
    }
    if (type === 'fencedCode') blocks.push({ kind: 'fence', line, endLine, text: '' });
    else if (node.type === 'html') blocks.push(...commentsIn(node.value, line));
    else if (node.type === 'listItem') blocks.push({ kind: 'item', line, endLine: line, text: checkbox(node.checked ?? null) });
    else if (node.type === 'table') {
      const rows = node.children.map((row) => row.children.map((cell) => sourceOf(text, cell.children)).join(' | '));
      blocks.push({ kind: 'table', line, endLine, text: rows.join('\n') });
    }
    if (containers.has(node.type)) (node as Parent).children.forEach(visit);
  };
  visit(root);
  return { blocks: withoutRepetition(blocks), at: (line) => around[line] ?? [] };
}

/** What the document's lines and tables say of the same. Notations that are ours alone are left out. */
export function readOurs(document: IncidentDocument): readonly Block[] {
  const { text, lines } = document;
  const blocks: Block[] = [];
  let fence: number | null = null;
  for (const { number, kind, notation, level, contentStart, contentEnd, marker, checkbox: box } of lines) {
    if (notation === 'atx' || notation === 'setext') {
      blocks.push({ kind: 'heading', line: number, endLine: number, text: `${level} ${oneLine(text.value.slice(contentStart, contentEnd))}` });
    }
    if (kind === 'fence') {
      if (fence !== null) blocks.push({ kind: 'fence', line: fence, endLine: number, text: '' });
      fence = fence === null ? number : null;
    } else if (fence !== null && kind !== 'code') {
      blocks.push({ kind: 'fence', line: fence, endLine: number - 1, text: '' });
      fence = null;
    }
    if (kind === 'comment') blocks.push({ kind: 'comment', line: number, endLine: number, text: '' });
    if (marker !== null) blocks.push({ kind: 'item', line: number, endLine: number, text: checkbox(box < 0 ? null : text.value[box] !== ' ') });
  }
  if (fence !== null) blocks.push({ kind: 'fence', line: fence, endLine: lines.length - 1, text: '' });
  for (const table of document.tables) {
    if (!table.hasHeader) continue;
    const rows = table.rows.map((row) => row.cells.map((cell) => text.slice(cell)).join(' | '));
    blocks.push({ kind: 'table', line: table.line, endLine: table.endLine, text: rows.join('\n') });
  }
  return blocks;
}

const checkbox = (checked: boolean | null): string => (checked === null ? '' : checked ? '[x]' : '[ ]');

/** The source behind a run of nodes. */
function sourceOf(text: string, nodes: readonly RootContent[]): string {
  return text.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
}

/** The lines of the comments that begin a line of an HTML block. */
function commentsIn(html: string, line: number): Block[] {
  const found: Block[] = [];
  let open = false;
  html.split(/\r\n|\r|\n/).forEach((content, index) => {
    const begins = !open && /^\s*<!--/.test(content);
    if (open || begins) found.push({ kind: 'comment', line: line + index, endLine: line + index, text: '' });
    if (open || begins) open = !content.slice(begins ? content.indexOf('<!--') + 2 : 0).includes('-->');
  });
  return found;
}

/** `- - text` is two items of one line; we see one. */
function withoutRepetition(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => !blocks.slice(index + 1, index + 9).some((other) => other.kind === 'item' && block.kind === 'item' && other.line === block.line));
}
