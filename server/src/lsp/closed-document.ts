import { parse, type IncidentDocument } from '../document/document';
import { glance } from '../document/glance';
import { ownName } from '../document/location';
import { readingOf, type Settings } from '../settings';
import { fileNameOf } from './file-uri';

/** Of a shorter text a glance takes as long as the whole reading, in characters. */
const LONG = 64 * 1024;

/** The incident document in a file that is not open; null where it is switched off or none. */
export function closedDocument(uri: string, text: string, settings: Settings): IncidentDocument | null {
  if (!settings.enable) return null;
  const fileName = fileNameOf(uri);
  const declared = ownName.test(fileName);
  const reading = readingOf(settings);
  // A team's own words are none that a glance knows.
  if (text.length > LONG && !declared && !reading.synonyms && !glance(text, fileName)) return null;
  const document = parse(text, { fileName, declared, ...reading });
  return document.kind === 'none' ? null : document;
}
