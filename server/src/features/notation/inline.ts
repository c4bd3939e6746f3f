/** Stretches of code, and what stands between them. */
const code = /(?<!`)(`+)(?!`)[^`\n]+\1(?!`)/g;

/** A text with what is no code in it turned into something else. */
function outsideCode(text: string, turn: (words: string) => string): string {
  let turned = '';
  let at = 0;
  for (const match of text.matchAll(code)) {
    turned += turn(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return turned + turn(text.slice(at));
}

const address = /(^|[^\w<("'=\]/]|(?<!\])\()(https?:\/\/[^\s<>()[\]"'`|]*[^\s<>()[\]"'`|.,;:!?*_~])/g;
const tag = /<(?=[A-Za-z/])(?!https?:)(?![\w.+-]+@)/g;
const escaping = /\\(?=[!-/:-@[-`{-~])/g;
const multiplied = /(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu;

/** Words as Markdown shows them: addresses are links, and what of plain text would be markup by accident is escaped. */
export function markdownWords(text: string, isMarkdown: boolean): string {
  const escape = (words: string): string => (isMarkdown ? words : words.replace(escaping, '\\\\').replace(tag, '\\<').replace(multiplied, '\\*'));
  return outsideCode(text, (words) => escape(words).replace(address, '$1<$2>'));
}

const link = /\[([^\][\n]{1,500})\]\(<?([^()\s<>]{1,1000})>?((?:\s+"[^"\n]{0,200}")?)\)/g;
const autolink = /<((?:https?:|mailto:)[^\s<>]{1,1000}|[\w.+-]{1,64}@[\w.-]{1,255})>/g;
const strong = /(\*\*|__)(?=[^\s*_])([^*_\n]*[^\s*_])\1/g;
const emphasis = /(^|[^\p{L}\p{N}*_\\])([*_])(?=[^\s*_])([^*_\n]*[^\s*_])\2(?![\p{L}\p{N}*_])/gu;
const escaped = /\\([!-/:-@[-`{}~])/g;

/** Words as plain text: emphasis goes, and so do the escapes of Markdown; the target of a link stands behind its words. */
export function plainWords(text: string, isMarkdown: boolean): string {
  const unescape = (words: string): string => (isMarkdown ? words.replace(escaped, '$1') : words);
  return outsideCode(text, (words) => unescape(words
    .replace(link, (_, label: string, target: string, title: string) => (label === target ? label : `${label} (${target}${title})`))
    .replace(autolink, '$1')
    .replace(strong, '$2')
    .replace(emphasis, '$1$3')));
}
