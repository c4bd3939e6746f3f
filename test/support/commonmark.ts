import type { Nodes, Parent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { IncidentDocument } from '../../server/src/document/document';

/** A block as both readers can tell it. Lines are 0-based. */
export interface Block {
  readonly kind: 'heading' | 'fence' | 'comment' | 'item' | 'table';
  readonly line: number;
  /** The last line, a heading's underline included; of our headings and of items the first one. */
  readonly endLine: number;
  /** A heading's level and source, an item's checkbox, a table's cells. */
  readonly text: string;
}

/** What a CommonMark parser with GFM's extensions makes of a text. */
export interface Markdown {
  readonly blocks: readonly Block[];
  /** The nodes around a line, outermost first; code is told apart as `indentedCode` and `fencedCode`. */
  at(line: number): readonly { readonly type: string; readonly line: number }[];
}

/** Nodes that hold blocks, not words. */
const containers = new Set(['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition']);

const oneLine = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** Reads a text as CommonMark with GFM. */
export function readMarkdown(text: string): Markdown {
  const blocks: Block[] = [];
  const around: { type: string; line: number }[][] = [];
  const visit = (node: Nodes): void => {
    if (!node.position) return;
    const line = node.position.start.line - 1;
    const end = node.position.end;
    // a fence that its list item cuts off ends at the beginning of what follows
    const endLine = end.column === 1 && /^[^\r\n]/.test(text.slice(end.offset)) ? end.line - 2 : end.line - 1;
    const type = node.type === 'code' ? (/[`~]/.test(text[node.position.start.offset ?? 0] ?? '') ? 'fencedCode' : 'indentedCode') : node.type;
    for (let number = line; number <= endLine; number++) (around[number] ??= []).push({ type, line });
    if (node.type === 'heading') {
      // link definitions above a heading are counted to it, so its words tell its line
      const first = (node.children[0]?.position?.start.line ?? line + 1) - 1;
      blocks.push({ kind: 'heading', line: first, endLine, text: `${node.depth} ${oneLine(sourceOf(text, node.children))}` });
    }
    if (type === 'fencedCode') blocks.push({ kind: 'fence', line, endLine, text: '' });
    if (node.type === 'html') blocks.push(...commentsIn(node.value, line));
    if (node.type === 'listItem') blocks.push({ kind: 'item', line, endLine: line, text: checkbox(node.checked ?? null) });
    if (node.type === 'table') {
      const rows = node.children.map((row) => row.children.map((cell) => sourceOf(text, cell.children)).join(' | '));
      blocks.push({ kind: 'table', line, endLine, text: rows.join('\n') });
    }
    if (containers.has(node.type)) (node as Parent).children.forEach(visit);
  };
  visit(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return { blocks: withoutRepetition(blocks), at: (line) => around[line] ?? [] };
}

/** What the document's lines and tables say of the same. Notations that CommonMark does not know (labels, capitals, tables without a header) are left out. */
export function readOurs({ text, lines, tables }: IncidentDocument): readonly Block[] {
  const blocks: Block[] = [];
  let fence: number | null = null;
  const endFence = (endLine: number): void => {
    if (fence !== null) blocks.push({ kind: 'fence', line: fence, endLine, text: '' });
    fence = null;
  };
  for (const { number: line, kind, notation, level, contentStart, contentEnd, marker, checkbox: box } of lines) {
    if (fence !== null && kind === 'fence') endFence(line);
    else {
      if (kind !== 'code') endFence(line - 1);
      if (kind === 'fence') fence = line;
    }
    if (notation === 'atx' || notation === 'setext') blocks.push({ kind: 'heading', line, endLine: line, text: `${level} ${oneLine(text.value.slice(contentStart, contentEnd))}` });
    if (kind === 'comment') blocks.push({ kind: 'comment', line, endLine: line, text: '' });
    if (marker !== null) blocks.push({ kind: 'item', line, endLine: line, text: checkbox(box < 0 ? null : text.value[box] !== ' ') });
  }
  endFence(lines.length - 1);
  for (const { line, endLine, hasHeader, rows } of tables) {
    if (hasHeader) blocks.push({ kind: 'table', line, endLine, text: rows.map((row) => row.cells.map((cell) => text.slice(cell)).join(' | ')).join('\n') });
  }
  return blocks;
}

/** The blocks of one reading that the other one lacks. */
export function without(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  const known = new Set(others.map(keyOf));
  return blocks.filter((block) => !known.has(keyOf(block)));
}

const keyOf = ({ kind, line, endLine, text }: Block): string => `${kind} ${line} ${kind === 'heading' ? '' : endLine} ${text}`;

const checkbox = (checked: boolean | null): string => (checked === null ? '' : checked ? '[x]' : '[ ]');

/** The source behind a run of nodes. */
function sourceOf(text: string, nodes: readonly RootContent[]): string {
  return text.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
}

/** The lines of the comments that begin on a line of an HTML block. */
function commentsIn(html: string, line: number): Block[] {
  const found: Block[] = [];
  let open = false;
  for (const [index, content] of html.split(/\r\n|\r|\n/).entries()) {
    const begins: boolean = !open && /^\s*<!--/.test(content);
    if (!open && !begins) continue;
    found.push({ kind: 'comment', line: line + index, endLine: line + index, text: '' });
    open = !content.slice(begins ? content.indexOf('<!--') + 2 : 0).includes('-->');
  }
  return found;
}

/** `- - text` is two items of one line; a line is one item to us. */
function withoutRepetition(blocks: readonly Block[]): Block[] {
  const last = new Map(blocks.filter(({ kind }) => kind === 'item').map((block) => [block.line, block]));
  return blocks.filter((block) => block.kind !== 'item' || last.get(block.line) === block);
}
