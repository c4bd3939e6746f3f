import { t } from '../../l10n';
import type { Block, Words } from './card';

/** Of a list in a hover. */
export const mostRows = 6;

/** A list of at most six rows, and how many more there are; nothing where there are none. */
export function listed(rows: readonly Words[]): Block[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostRows);
  return [{ kind: 'list', items: rows.length > shown.length ? [...shown, [t('and {0} more', rows.length - shown.length)]] : shown }];
}
