import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Fix } from '../rule';

/** The fix that puts a mark in the place of everything that should not be read, such as `[REDACTED:github-token]`. */
export function redact(spans: readonly Span[], what: string): Fix {
  const mark = `[REDACTED:${what}]`;
  return {
    title: spans.length === 1 ? t('Replace it with {0}', mark) : t('Replace all {0} with {1}', spans.length, mark),
    kind: 'suggested',
    edits: [...spans].sort((a, b) => a.start - b.start).map((span) => ({ span, newText: mark })),
  };
}
