import type { Block, Card, Link, Words } from './card';

/** A card as Markdown or as plain text; commands only in Markdown, and only where the client has them. */
export function written({ blocks }: Card, markdown: boolean, commands: boolean): string {
  const form = markdown ? asMarkdown : asText;
  return blocks.flatMap((block) => (block.kind === 'command' && !(markdown && commands) ? [] : [form(block)])).join('\n\n');
}

function asMarkdown(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `**${inMarkdown(block.words)}**`;
    case 'text':
      return atStart(inMarkdown(block.words));
    case 'facts':
      return block.rows.map(([name, value]) => `**${escaped(name)}:** ${inMarkdown(value)}`).join('  \n');
    case 'list':
      return block.items.map((words) => `- ${atStart(inMarkdown(words))}`).join('\n');
    case 'command':
      return `[${escaped(block.label)}](command:${block.command}?${encoded(JSON.stringify([block.argument]))})`;
  }
}

function asText(block: Block): string {
  switch (block.kind) {
    case 'title':
    case 'text':
      return inText(block.words);
    case 'facts':
      return block.rows.map(([name, value]) => `${name}: ${inText(value)}`).join('\n');
    case 'list':
      return block.items.map((words) => `- ${inText(words)}`).join('\n');
    case 'command':
      return '';
  }
}

const inText = (words: Words): string => words.map((word) => clean(typeof word === 'string' ? word : word.label)).join('');
const inMarkdown = (words: Words): string => words.map((word) => (typeof word === 'string' ? escaped(word) : linked(word))).join('');

const linked = ({ label, target }: Link): string => `[${escaped(label)}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;

/** With all that has a meaning in Markdown's addresses or in those of commands written in hexadecimal. */
const encoded = (words: string): string => encodeURIComponent(words.replace(/\p{Cs}/gu, '\ufffd')).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** On one line, without what cannot be seen but turns the direction of words. */
const clean = (words: string): string => words.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** What begins markup anywhere; underscores within a word and signs that stand alone do not. */
const markup = /[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|\$(?=\()|!(?=\[)|:(?=\/\/)|(?<=[\w.+-])@|(?<=[wW]{3})\./gu;

/** Text as Markdown that shows it as it is: no emphasis, no link, no HTML, no icon. */
export function escaped(words: string): string {
  return clean(words).replace(markup, '\\$&');
}

/** The same where a line or an item begins: no heading, list or ruler. */
export const atStart = (line: string): string => line.replace(/^\s+/, '').replace(/^(?=[#+=-])/, '\\').replace(/^(\d{1,9})(?=[.)])/, '$1\\');
