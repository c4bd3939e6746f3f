import { parse, type IncidentDocument } from '../../server/src/document/document';
import type { Read } from '../../server/src/features/read';

/** Reads what becomes of a document as the server does: of the kind that it was, whatever has changed. */
export const rereading = ({ fileName, kind }: IncidentDocument): Read => (text) => parse(text, { fileName, stickyKind: kind });
