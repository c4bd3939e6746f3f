import type { IncidentDocument } from '../../document/document';
import { allRules } from '../../rules/index';
import type { Completion, CompletionQuery } from './completion';

/** A directive up to the name that is being written. */
const directive = /(?:<!--|^[ \t]*(?:#|\/\/))[ \t]*incident-docs-(?:disable-next-line|disable-line|disable-file|disable|enable)[ \t]+((?:[\w-]+[, \t]+)*)([\w-]*)$/;
const longestLine = 600;

/** The names of rules in a directive, those that find something in the document first. */
export function* ruleNames({ text, lines }: IncidentDocument, { offset, found }: CompletionQuery): Generator<Completion> {
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  if (lines[line]?.kind === 'code' || offset - start > longestLine) return;
  const match = directive.exec(text.value.slice(start, offset));
  if (!match) return;
  const [, named = '', written = ''] = match;
  const there = new Set(named.split(/[, \t]+/));
  const finds = found();
  const offered = allRules.filter(({ id }) => !there.has(id)).sort((one, other) => Number(finds.has(other.id)) - Number(finds.has(one.id)));
  for (const { id, summary, group } of offered) {
    yield { label: id, newText: id, detail: group, documentation: `${summary}.`, role: 'rule', span: { start: offset - written.length, end: offset }, filter: id };
  }
}
