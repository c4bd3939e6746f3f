import type { Field } from '../../document/fields';
import { t } from '../../l10n';
import { scaleOf } from '../../rules/metadata/severity-scale';
import { statedStatus } from '../../rules/status';
import { text, title } from './card';
import type { Block, Card } from './card';
import { fieldGuidance, statusMeaning } from './field-guidance';
import { holds } from './query';
import type { HoverQuery } from './query';

/** A key of the header, or the value of a status or a severity: what it expects and what it says. */
export function fieldCard({ document, offset }: HoverQuery): Card | null {
  const { fields } = document;
  const valued = fields.find(({ key, valueSpan }) => (key === 'status' || key === 'severity' || key === 'priority') && holds(valueSpan, offset));
  if (valued) return { span: valued.valueSpan, blocks: expected(valued, meaning(valued, statedStatus(document))) };
  const keyed = fields.find(({ key, labelSpan, notation }) => key !== null && notation !== 'title' && holds(labelSpan, offset));
  return keyed ? { span: keyed.labelSpan, blocks: expected(keyed, []) } : null;
}

function expected({ key }: Field, says: readonly Block[]): Block[] {
  if (key === null) return [];
  const { name, expects } = fieldGuidance[key]();
  return [title(name), ...says, text([expects])];
}

function meaning(field: Field, status: ReturnType<typeof statedStatus>): Block[] {
  if (field.key === 'status') return status?.field === field ? [text([statusMeaning[status.stage]()])] : [];
  const scale = scaleOf(field.value);
  return scale === null ? [] : [text([scale === 'SEV' ? t('A level of the scale SEV0 (gravest) to SEV5.') : t('A level of the scale P0 (most urgent) to P5.')])];
}
