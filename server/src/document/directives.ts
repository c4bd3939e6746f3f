import type { Line } from './lines';
import type { SourceText, Span } from './text';

/** `<!-- incident-docs-disable-next-line timeline-order: reason -->`, or in plain text the same words after # or //. */
export interface Directive {
  readonly action: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file' | 'off';
  /** The rules named, each with its span; empty means every rule. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** 0-based line of the directive. */
  readonly line: number;
  readonly span: Span;
}

const directive = /(?:<!--|^[ \t]*(?:#|\/\/))[ \t]*incident-docs(?:-(disable-next-line|disable-line|disable-file|disable|enable)\b|:[ \t]*(off)\b)[ \t]*([^\n\r]*?)[ \t]*(?:-->|$)/g;

const NAME = 'incident-docs';

/** Every directive of a document. Inside fenced code nothing is a directive. */
export function readDirectives(text: SourceText, lines: readonly Line[]): Directive[] {
  const found: Directive[] = [];
  const source = text.value;
  // comments are few and "<" is rare: looking for them is faster than looking for our name
  for (let at = source.indexOf('<!--'); at >= 0; ) {
    const line = lines[text.lineAt(at)] as Line;
    if (line.kind !== 'code') readLine(text, line, found);
    at = source.indexOf('<!--', line.end);
  }
  for (const line of lines) {
    if (line.kind !== 'comment' && line.kind !== 'frontMatter') continue;
    let at = line.start;
    while (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9) at++;
    const first = source.charCodeAt(at);
    if ((first === 35 || first === 47) && line.end - at > NAME.length && source.slice(at, line.end).includes(NAME)) readLine(text, line, found);
  }
  found.sort((one, other) => one.span.start - other.span.start);
  return found;
}

function readLine(text: SourceText, line: Line, found: Directive[]): void {
  if (found.at(-1)?.line === line.number) return;
  directive.lastIndex = 0;
  const content = text.value.slice(line.start, line.end);
  for (let match = directive.exec(content); match; match = directive.exec(content)) {
    const start = line.start + match.index;
    const action = (match[1] ?? match[2]) as Directive['action'];
    const names = (match[3] as string).split(':', 1)[0] as string;
    const namesStart = start + match[0].indexOf(match[3] as string, match[0].indexOf(action) + action.length);
    const rules: { id: string; span: Span }[] = [];
    const name = /[\w-]+/g;
    for (let rule = name.exec(names); rule; rule = name.exec(names)) {
      rules.push({ id: rule[0], span: { start: namesStart + rule.index, end: namesStart + rule.index + rule[0].length } });
    }
    const blank = match[0].length - match[0].trimStart().length;
    found.push({ action, rules, line: line.number, span: { start: start + blank, end: start + match[0].length } });
  }
}
