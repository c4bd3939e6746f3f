import type { IncidentDocument } from '../../document/document';

const closed = /^\W*(?:incident |case |ticket |escalation )?(?:closed|cerrado|cerrada|geschlossen|abgeschlossen|fermé|clos|clôturé|fechado|クローズ)/i;
/** "Closed pending review", "Closed (actions tracked elsewhere)" */
const although = /\b(?:pending|except|actions?|follow-?ups?|partially|but|open)\b/i;

/** Whether the status says that the case is closed, and not only that the document is final. */
export function isClosed({ fields }: IncidentDocument): boolean {
  const status = fields.find(({ key, value }) => key === 'status' && value !== '');
  return status !== undefined && closed.test(status.value) && !although.test(status.value);
}
