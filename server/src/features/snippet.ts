/** A text as it stands in a snippet. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A place of a snippet to fill in, the first is 1, with what stands there until then. */
export const placeholder = (place: number, text: string): string => `\${${place}:${escaped(text)}}`;
