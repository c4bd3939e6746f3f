import { headingPatterns } from './heading-patterns';
import { Roles } from './roles';
import type { Synonyms } from './roles';
import { fieldPhrases, sectionPhrases } from './vocabulary';

/** What headings and keys mean where a team has no words of its own. */
export const builtIn = new Roles(fieldPhrases, sectionPhrases, headingPatterns);

let latest: { readonly synonyms: Synonyms; readonly roles: Roles } | undefined;

/** The vocabulary with a team's own words. The settings of one keystroke are those of the next, so the latest is kept. */
export function rolesWith(synonyms: Synonyms | undefined): Roles {
  if (!synonyms) return builtIn;
  if (latest && latest.synonyms.sections === synonyms.sections && latest.synonyms.fields === synonyms.fields) return latest.roles;
  latest = { synonyms, roles: new Roles(fieldPhrases, sectionPhrases, headingPatterns, synonyms) };
  return latest.roles;
}
