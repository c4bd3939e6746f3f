import { capital } from '../../document/words';
import { nearest } from '../../spelling';

/** The word of a list that a misspelt one plainly was meant to be, in the same case, or null. */
export function nearWord(written: string, words: readonly string[]): string | null {
  const word = nearest(written.toLowerCase(), words);
  return written.length > 3 && word !== null && word[0] === written[0]?.toLowerCase() ? likeCase(written, word) : null;
}

/** A word with capitals where the model has them. */
export function likeCase(model: string, word: string): string {
  if (model === model.toLowerCase()) return word;
  return model === model.toUpperCase() ? word.toUpperCase() : capital(word);
}
