/** How many documents of a group state which facts. */
export class FactCounts {
  readonly #stating = new Map<string, number>();
  readonly #uris = new Set<string>();
  #common: ReadonlyMap<string, number> | null = null;

  get documents(): number {
    return this.#uris.size;
  }

  get uris(): ReadonlySet<string> {
    return this.#uris;
  }

  /** The facts that half of the documents or more state, with the number of these. */
  get common(): ReadonlyMap<string, number> {
    return (this.#common ??= new Map([...this.#stating].filter(([, stating]) => stating * 2 >= this.documents)));
  }

  /** Takes a document in, or out. */
  count(facts: readonly string[], uri: string, by: 1 | -1): void {
    this.#common = null;
    if (by === 1) this.#uris.add(uri);
    else this.#uris.delete(uri);
    for (const fact of facts) {
      const stating = (this.#stating.get(fact) ?? 0) + by;
      if (stating === 0) this.#stating.delete(fact);
      else this.#stating.set(fact, stating);
    }
  }
}
