import type { UserChoices } from '../../../server/src/protocol';

/** What was said of files, after some of them, or folders above them, got other URIs. */
export function moved(choices: UserChoices, renames: readonly (readonly [from: string, to: string])[]): UserChoices {
  return Object.fromEntries(
    Object.entries(choices).map(([uri, choice]) => {
      const rename = renames.find(([from]) => isAtOrBelow(uri, from));
      return [rename ? rename[1] + uri.slice(rename[0].length) : uri, choice];
    }),
  );
}

/** What was said of files, without those that are no more, or lay in folders that are no more. */
export function forgotten(choices: UserChoices, gone: readonly string[]): UserChoices {
  return Object.fromEntries(Object.entries(choices).filter(([uri]) => !gone.some((from) => isAtOrBelow(uri, from))));
}

function isAtOrBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}
