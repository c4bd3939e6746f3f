import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const shared = path.resolve('../shared');

/** The founding documents' folder, or null on machines that do not have it. */
export const seedsFolder = existsSync(path.join(shared, 'seeds')) ? path.join(shared, 'seeds') : null;

/** Real documents outside of the project, where they are: for properties that must hold whatever people write. */
export const sharedDocuments: readonly { readonly name: string; readonly text: string }[] = ['seeds', 'corpus/incidents', 'corpus/escalations', 'corpus/templates', 'corpus/not-incidents']
  .map((folder) => path.join(shared, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8').replace(/^\ufeff/, '') })));
