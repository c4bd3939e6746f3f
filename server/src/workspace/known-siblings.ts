import type { IdSeries, Sibling, SiblingFacts, SiblingLine, Siblings } from '../rules/siblings';
import { labelFact } from '../rules/workspace/own-facts';
import type { Digest } from './digest';
import { factsOf, folderOf } from './incident-index';
import type { IncidentIndex } from './incident-index';
import { pathOf, targetOf } from './link-target';
import { isWhole } from './series';

/** What an index knows of the documents beside one of them. */
export class KnownSiblings implements Siblings {
  readonly uri: string;
  readonly #index: IncidentIndex;

  private constructor(index: IncidentIndex, uri: string) {
    this.#index = index;
    this.uri = uri;
  }

  /** Null for a template, and for a document of which nothing is known to be beside it. */
  static of(index: IncidentIndex, uri: string): KnownSiblings | null {
    const own = index.of(uri);
    return own?.isModel || (index.files.isEmpty && index.size <= (own ? 1 : 0)) ? null : new KnownSiblings(index, uri);
  }

  named(id: string): readonly Sibling[] {
    return this.#others(this.#index.named(id));
  }

  isKnown(id: string): boolean {
    return this.#index.isBorne(id);
  }

  get series(): readonly IdSeries[] {
    return this.#index.series;
  }

  isWhole(series: IdSeries): boolean {
    return isWhole(series, this.#index.mentioned, (id) => this.isKnown(id));
  }

  facts(kind: Sibling['kind']): SiblingFacts {
    const own = this.#index.of(this.uri);
    const counts = this.#index.factsIn(folderOf(this.uri), kind);
    const isCounted = counts?.uris.has(this.uri) === true;
    const stating = new Map(counts?.common);
    if (own && isCounted) for (const fact of factsOf(own)) if (stating.has(fact)) stating.set(fact, (stating.get(fact) as number) - 1);
    return { documents: (counts?.documents ?? 0) - (isCounted ? 1 : 0), stating, labelOf: (fact) => this.#labelOf(fact, [...(counts?.uris ?? [])].sort()) };
  }

  followUps(words: string): readonly SiblingLine[] {
    return this.#others(this.#index.awaiting(words)).flatMap((sibling) => sibling.items.filter(({ followUp }) => followUp === words).map(({ line }) => ({ sibling, line })));
  }

  isTied({ uri }: Sibling): boolean {
    return this.#leadsTo(this.uri, uri) || this.#leadsTo(uri, this.uri);
  }

  hasFile(link: string): boolean | null {
    const path = targetOf(this.uri, link);
    return path === null ? null : this.#index.files.has(path);
  }

  get keepsLinks(): boolean {
    return this.#index.keepsLinks(folderOf(this.uri));
  }

  filesBeside(link: string): readonly string[] {
    const path = targetOf(this.uri, link);
    return path === null ? [] : this.#index.files.beside(path);
  }

  #others(digests: readonly Digest[]): Digest[] {
    return digests.filter(({ uri }) => uri !== this.uri);
  }

  #leadsTo(from: string, to: string): boolean {
    const path = pathOf(to);
    return this.#index.of(from)?.links.some((link) => targetOf(from, link) === path) === true;
  }

  /** As the first document writes it that has it. */
  #labelOf(fact: string, uris: readonly string[]): string {
    for (const uri of uris) {
      const label = uri === this.uri ? undefined : this.#index.of(uri)?.labels.find((written) => labelFact(written) === fact);
      if (label !== undefined) return label;
    }
    return fact;
  }
}
