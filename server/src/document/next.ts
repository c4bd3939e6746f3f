/** The next place of a word behind an offset that only ever grows, found by searching each stretch of the text once. */
export class Next {
  private readonly source: string;
  private readonly word: string;
  private at = -1;

  constructor(source: string, word: string) {
    this.source = source;
    this.word = word;
  }

  /** The offset itself where the word is empty; -1 where the word comes no more. */
  from(offset: number): number {
    if (this.at < offset && this.at !== this.source.length) {
      const found = this.source.indexOf(this.word, offset);
      this.at = found < 0 ? this.source.length : found;
    }
    return this.at === this.source.length ? -1 : this.at;
  }
}
