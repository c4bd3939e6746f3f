import type { IncidentDocument } from '../../document/document';
import type { FieldKey } from '../../document/vocabulary';
import { capital } from '../../document/words';
import { fieldGuidance } from '../hover/field-guidance';
import type { Completion, CompletionQuery } from './completion';

/** What front matter may say of an incident, in the order in which readers look for it, as YAML and TOML write keys. */
const keys: readonly (readonly [key: FieldKey, written: string])[] = [
  ['id', 'id'], ['date', 'date'], ['status', 'status'], ['severity', 'severity'], ['priority', 'priority'], ['customer', 'customer'], ['services', 'services'],
  ['owner', 'owner'], ['authors', 'authors'], ['started', 'started'], ['detected', 'detected'], ['mitigated', 'mitigated'], ['resolved', 'resolved'], ['duration', 'duration'],
];

/** The keys that front matter does not have yet, at the beginning of one of its lines. */
export function* frontMatterKeys(document: IncidentDocument, { offset }: CompletionQuery): Generator<Completion> {
  const { text, lines, fields } = document;
  const line = text.lineAt(offset);
  if (lines[line]?.kind !== 'frontMatter' || lines[line + 1]?.kind !== 'frontMatter' || line === 0) return;
  const start = text.lineStart(line);
  const before = text.value.slice(start, offset);
  if (!/^\w*$/.test(before) || text.value.slice(offset, text.lineEnd(line)).trim() !== '') return;
  const there = new Set(fields.filter(({ notation }) => notation === 'frontMatter').map(({ key }) => key));
  const isCapital = fields.some(({ notation, label }) => notation === 'frontMatter' && /^[A-Z]/.test(label));
  const assign = text.value.startsWith('+++') ? ' = ' : ': ';
  for (const [key, written] of keys) {
    if (there.has(key)) continue;
    const label = isCapital ? capital(written) : written;
    const { name, expects } = fieldGuidance[key]();
    yield { label, newText: label + assign, detail: name, documentation: expects, role: 'key', span: { start, end: offset }, filter: label };
  }
}
