import { parse, type IncidentDocument } from '../document/document';
import { glance } from '../document/glance';
import { ownName } from '../document/location';
import { readingOf, type Settings } from '../settings';
import { fileNameOf } from './file-uri';

/** The incident document in a file that is not open; null where it is switched off or none. Most files are none, which a glance tells. */
export function closedDocument(uri: string, text: string, settings: Settings): IncidentDocument | null {
  if (!settings.enable) return null;
  const fileName = fileNameOf(uri);
  const declared = ownName.test(fileName);
  const reading = readingOf(settings);
  // A team's own words are none that a glance knows.
  if (!declared && !reading.synonyms && !glance(text, fileName)) return null;
  const document = parse(text, { fileName, declared, ...reading });
  return document.kind === 'none' ? null : document;
}
