import type { Directive } from './directives';

/** What is said of a document beside its content: by the user, by its language or its name, by the settings. */
export interface Standing {
  /** The user's own word on the file, which nothing overrules. */
  readonly choice?: Choice | undefined;
  /** True for our own language id and our own file names. */
  readonly declared?: boolean | undefined;
  /** What the patterns of the settings say. */
  readonly files?: FileClaim | undefined;
}

export type Choice = 'incident' | 'other';
export type FileClaim = 'included' | 'excluded';

/** Who decides whether a document is an incident document, from the one who has the last word down to its content. */
export type Authority = 'choice' | 'directive' | 'declared' | 'files' | 'content';

/** Who decides of a document, whether for an incident document or against. */
export function authorityOver({ choice, declared, files }: Standing, directives: readonly Directive[]): Authority {
  if (choice) return 'choice';
  if (directives.some(({ action }) => action === 'off')) return 'directive';
  if (declared === true) return 'declared';
  return files ? 'files' : 'content';
}

/** Why a document is, or is not, an incident document whatever is in it, as the reasons say it; null where its content decides. */
export function decree(standing: Standing, directives: readonly Directive[]): { readonly isIncident: boolean; readonly reason: string } | null {
  switch (authorityOver(standing, directives)) {
    case 'choice':
      return standing.choice === 'incident' ? { isIncident: true, reason: 'chosen by the user' } : { isIncident: false, reason: 'left out by the user' };
    case 'directive':
      return { isIncident: false, reason: 'switched off by a directive' };
    case 'declared':
      return { isIncident: true, reason: 'declared' };
    case 'files':
      return standing.files === 'included' ? { isIncident: true, reason: 'included by the settings' } : { isIncident: false, reason: 'excluded by the settings' };
    case 'content':
      return null;
  }
}
