import { headingPatterns } from './heading-patterns';
import { Roles } from './roles';
import { fieldPhrases } from './vocabulary';

/** What headings and keys mean where a team has no words of its own. */
export const builtIn = new Roles(fieldPhrases, headingPatterns);
