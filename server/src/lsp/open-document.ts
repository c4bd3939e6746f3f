import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentKind } from '../document/detect';
import { parse, type IncidentDocument, type ParseContext } from '../document/document';
import { fileNameOf } from '../document/escaped-name';
import { documentSchemes, ownName } from '../document/location';
import type { Standing } from '../document/standing';
import { SourceText } from '../document/text';
import { MarkMemory } from '../features/action-plan/mark-memory';
import { projectFileName, settingsIn, type FileSettings } from '../project-file';
import { check, type CheckContext, type CheckedFinding } from '../rules/check';
import { readingOf, type Settings } from '../settings';
import { rangeOf, spanOf, type Encoding } from './positions';

/** A document that the client has open, with its model and its findings for as long as its text stays. */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** False for documents that are none of our business. */
  readonly served: boolean;
  /** What toggles of its plan have replaced. */
  readonly marks = new MarkMemory();
  readonly #isProjectFile: boolean;
  readonly #encoding: Encoding;
  readonly #content: TextDocument;
  #kind: DocumentKind = 'none';
  #reading: Settings | null = null;
  #standing: Pick<Standing, 'choice' | 'files'> = {};
  #parsed: IncidentDocument | null = null;
  #checked: { readonly settings: Settings; readonly siblings: CheckContext['siblings']; readonly findings: readonly CheckedFinding[] } | null = null;

  constructor(uri: string, languageId: string, version: number, text: string, encoding: Encoding) {
    this.uri = uri;
    this.languageId = languageId;
    const ours = documentSchemes.includes(uri.slice(0, uri.indexOf(':')).toLowerCase());
    this.#isProjectFile = ours && this.#fileName === projectFileName;
    this.served = ours && !this.#isProjectFile;
    this.#encoding = encoding;
    this.#content = TextDocument.create(uri, languageId, version, text);
  }

  get version(): number {
    return this.#content.version;
  }

  /** In UTF-16 code units. */
  get length(): number {
    return this.#content.getText().length;
  }

  /** Whether the file is Markdown by language or name. */
  get markdown(): boolean {
    return this.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(this.#fileName);
  }

  /** Takes the client's changes over, in their order. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    const before = this.#content.getText();
    let kept = before.length;
    for (const change of changes) {
      const bounded = 'range' in change ? this.#inBounds(change) : change;
      if ('range' in bounded) kept -= this.#content.offsetAt(bounded.range.end) - this.#content.offsetAt(bounded.range.start);
      else kept = Math.min(kept, common(this.#content.getText(), bounded.text));
      TextDocument.update(this.#content, [bounded], version);
    }
    // A version without a change is still the one that edits must name.
    if (changes.length === 0) TextDocument.update(this.#content, [], version);
    // Where less than half of a text is left it has become another one.
    if (kept < before.length / 2) this.#kind = 'none';
    this.#parsed = null;
    this.#checked = null;
  }

  /** Lets the text alone decide again what the document is: on save, when an edit is over. */
  redetect(): void {
    this.#kind = 'none';
    this.#parsed = null;
    this.#checked = null;
  }

  /** Takes over how the document is read, and what is said of it; the model is made anew where that changes. */
  readAs(settings: Settings, { choice, files }: Pick<Standing, 'choice' | 'files'> = {}): void {
    const { sections, fields, dateOrder } = settings;
    const last = this.#reading;
    this.#reading = settings;
    if (choice !== this.#standing.choice || files !== this.#standing.files) {
      this.#standing = { choice, files };
      this.redetect();
      return;
    }
    if (last && last.sections === sections && last.fields === fields && last.dateOrder === dateOrder) return;
    if (!last && Object.keys(readingOf(settings)).length === 0) return;
    this.#parsed = null;
    this.#checked = null;
  }

  /** How the present text is read. */
  get context(): ParseContext {
    const declared = this.languageId === 'incident' || ownName.test(this.#fileName);
    return { fileName: this.#fileName, declared, ...this.#standing, stickyKind: this.#kind, ...(this.#reading ? readingOf(this.#reading) : {}) };
  }

  /** The model of the present text. A document that was an incident document stays one while it is edited. */
  get model(): IncidentDocument {
    if (this.#parsed) return this.#parsed;
    this.#parsed = this.read(this.#content.getText());
    this.#kind = this.#parsed.kind;
    return this.#parsed;
  }

  /** Reads another text as this document is read: what would become of it after an edit. */
  read(text: string): IncidentDocument {
    return parse(text, this.context);
  }

  /** What the present text says where the file is one of settings, else null. */
  get settings(): FileSettings | null {
    return this.#isProjectFile ? settingsIn(this.#content.getText(), this.uri) : null;
  }

  /** The findings in the present text, beside the documents that are there now. */
  findings(settings: Settings, context: CheckContext): readonly CheckedFinding[] {
    const { siblings } = context;
    if (this.#checked?.settings !== settings || this.#checked.siblings !== siblings) this.#checked = { settings, siblings, findings: check(this.model, settings, context) };
    return this.#checked.findings;
  }

  get #fileName(): string {
    return fileNameOf(this.uri);
  }

  /** A change in UTF-16 columns and within the text: what the client says may lie outside of it. */
  #inBounds(change: Extract<TextDocumentContentChangeEvent, { range: unknown }>): TextDocumentContentChangeEvent {
    const { range, text } = change;
    if (this.#encoding !== 'utf-16') {
      const source = new SourceText(this.#content.getText());
      return { text, range: rangeOf(source, spanOf(source, range, this.#encoding), 'utf-16') };
    }
    const clamp = (position: typeof range.start) => this.#content.positionAt(this.#content.offsetAt(position));
    return { text, range: { start: clamp(range.start), end: clamp(range.end) } };
  }
}

/** How many characters two texts share at their beginning and their end. */
function common(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return head + tail;
}
