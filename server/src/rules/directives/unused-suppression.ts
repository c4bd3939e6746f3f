import type { Directive } from '../../document/directives';
import type { SourceText, Span } from '../../document/text';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** Every directive silences something. */
export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  group: 'directives',
  summary: 'Every directive silences a finding',
  severity: 'hint',
  judges: 'directives',
  *check({ text }, _options, { unused }) {
    for (const { directive, rule } of unused()) {
      const fix = rule === null ? withoutDirective(text, directive) : withoutRule(text, directive, rule);
      yield {
        span: rule === null ? directive.span : rule.span,
        message: rule === null ? t('This silences nothing: remove it.') : t('There is no finding of {0} here to silence: remove this.', rule.id),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
});

function withoutRule(text: SourceText, directive: Directive, { span }: { readonly span: Span }): Fix | null {
  const index = directive.rules.findIndex((rule) => rule.span.start === span.start);
  const [before, behind] = [directive.rules[index - 1], directive.rules[index + 1]];
  if (!before && !behind) return withoutDirective(text, directive);
  return remove(before ? { start: before.span.end, end: span.end } : { start: span.start, end: (behind as { span: Span }).span.start });
}

/** The whole comment goes, and its line with it where nothing else stands on it. */
function withoutDirective(text: SourceText, { span, line }: Directive): Fix | null {
  const comment = text.slice(span).startsWith('<!--');
  let end = span.end;
  if (comment && !text.slice(span).endsWith('-->')) {
    const close = text.value.indexOf('-->', span.end);
    if (close < 0) return null;
    end = close + 3;
  }
  const last = text.lineAt(end);
  const before = text.value.slice(text.lineStart(line), span.start);
  const behind = text.value.slice(end, text.lineEnd(last));
  if (before.trim() === '' && behind.trim() === '') return remove({ start: text.lineStart(line), end: text.lineStart(last + 1) });
  return remove({ start: behind.trim() === '' ? span.start - (before.length - before.trimEnd().length) : span.start, end });
}

function remove(span: Span): Fix {
  return { title: t('Remove it'), kind: 'suggested', edits: [{ span, newText: '' }] };
}
