import { parse, type IncidentDocument } from '../document/document';
import { fileNameOf } from '../document/escaped-name';
import { glance } from '../document/glance';
import { ownName } from '../document/location';
import { decree, type Standing } from '../document/standing';
import { readingOf, type Settings } from '../settings';

/** Of a shorter text a glance takes as long as the whole reading, in characters. */
const LONG = 64 * 1024;

/** What is known of a file that is not open before it is read. */
export interface Closed {
  readonly settings: Settings;
  readonly standing: Pick<Standing, 'choice' | 'files'>;
}

/** Whether a file that is not open could be an incident document, whatever is in it. */
export function mayBeIncident(uri: string, { settings, standing }: Closed): boolean {
  return settings.enable && decree({ ...standing, declared: ownName.test(fileNameOf(uri)) }, [])?.isIncident !== false;
}

/** The incident document in a file that is not open; null where it is switched off or none. */
export function closedDocument(uri: string, text: string, closed: Closed): IncidentDocument | null {
  if (!mayBeIncident(uri, closed)) return null;
  const { settings, standing } = closed;
  const fileName = fileNameOf(uri);
  const declared = ownName.test(fileName);
  const reading = readingOf(settings);
  // A team's own words are none that a glance knows.
  if (text.length > LONG && !decree({ ...standing, declared }, []) && !reading.synonyms && !glance(text, fileName)) return null;
  const document = parse(text, { fileName, declared, ...standing, ...reading });
  return document.kind === 'none' ? null : document;
}
