import { readDetails } from './action-details';
import type { ActionDetails, DetailCells } from './action-details';
import type { ActionGroup, ActionItem, ActionState } from './actions';
import type { Anchors } from './anchors';
import type { SourceText, Span } from './text';
import type { TimeReader } from './time-reader';
import { doneWords, openWords, phrases } from './vocabulary';
import { plainText, wordsOf } from './words';

const done = new Set(phrases(doneWords));
const open = new Set(phrases(openWords));

/** What an item needs to read its words with. */
export interface ItemSource {
  readonly text: SourceText;
  readonly times: TimeReader;
  readonly anchors: Anchors;
}

/** Where an item stands; its words are read when somebody asks for them. */
export interface ItemPlace {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  /** What the item says, with its continuation lines. */
  readonly content: Span;
  readonly textSpan: Span;
  readonly checkbox: number;
  readonly notation: ActionItem['notation'];
  readonly group: ActionGroup;
  /** The cells of its row that hold details, by their columns. */
  readonly cells?: DetailCells;
}

export class Item implements ActionItem {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  readonly textSpan: Span;
  readonly checkbox: number;
  readonly notation: ActionItem['notation'];
  readonly group: ActionGroup;
  private readonly content: Span;
  private readonly cells: DetailCells | undefined;
  private readonly reader: ItemSource;
  private foundText: string | undefined;
  private foundState: ActionState | undefined;
  private foundDetails: ActionDetails | undefined;

  constructor(place: ItemPlace, reader: ItemSource) {
    this.line = place.line;
    this.endLine = place.endLine;
    this.span = place.span;
    this.textSpan = place.textSpan;
    this.checkbox = place.checkbox;
    this.notation = place.notation;
    this.group = place.group;
    this.content = place.content;
    this.cells = place.cells;
    this.reader = reader;
  }

  get text(): string {
    return (this.foundText ??= plainText(this.reader.text.slice(this.content)));
  }

  get state(): ActionState {
    return (this.foundState ??= this.readState());
  }

  get owner(): ActionItem['owner'] {
    return this.details.owner;
  }

  get due(): ActionItem['due'] {
    return this.details.due;
  }

  get tickets(): ActionItem['tickets'] {
    return this.details.tickets;
  }

  private get details(): ActionDetails {
    return (this.foundDetails ??= readDetails(this.reader.text, this.content, this.reader.times, this.reader.anchors, this.cells));
  }

  private readState(): ActionState {
    const { text } = this.reader;
    if (this.checkbox >= 0) return text.value[this.checkbox] === ' ' ? 'open' : 'done';
    const status = this.cells?.status ?? this.cells?.ticket;
    const stated = (status && stateOfCell(text.slice(status))) ?? stateInWords(text.slice(this.content)) ?? (this.cells?.sign ? stateInWords(text.slice(this.cells.sign)) : null);
    const group = wordsOf(this.group.label);
    return stated ?? (done.has(group) ? 'done' : open.has(group) ? 'open' : 'untracked');
  }
}

function stateOfCell(cell: string): ActionState | null {
  const words = wordsOf(cell);
  if (done.has(words)) return 'done';
  if (open.has(words)) return 'open';
  const first = words.split(' ')[0] ?? '';
  return stateInWords(cell) ?? (done.has(first) ? 'done' : open.has(first) ? 'open' : null);
}

const doneSign = /[✅✔☑]|🟢\s*(?:done|$)/u;
const openSign = /[🔄⏳🚧⬜☐❌🔴🟡🟠⚪]/u;
/** Parts that are set apart: by a dash, in brackets, behind a full stop, or in bold at either end. */
const apart = [
  /[([]\s*(?:status:\s*)?([\p{L} ]{3,16})\s*[)\]](?:\([^)]*\))?\s*[.!]?$/iu,
  /^[*_]*([\p{Lu} ]{3,16})[*_]*(?:\s*[:\-–—]|\s{2,})/u,
  /\s(?:[-–—:]|->|→)\s[*_]*([\p{L} ]{3,16})[*_]*(?:[.!,;]|$)(?!.*\s[-–—]\s)/u,
  /[*_]{2}([\p{L} ]{3,16})[*_]{2}[.!]?$/u,
  /^[*_]{2}([\p{L} ]{3,16})[*_]{2}/u,
  /[(,]\s*([\p{L}]{4,10})\s+(?:on\s+)?\d[^()]*\)[.!]?$/u,
  /\b(?:state|status|stand)\s*[:=]\s*([\p{L} ]{3,16})[.!]?$/iu,
];

/** A strike-through, a sign, or a status word that stands apart from the sentence. */
function stateInWords(content: string): ActionState | null {
  const trimmed = content.trim();
  if (/^~~.*~~/s.test(trimmed)) return 'done';
  if (/^\[[~/-]\]\s/.test(trimmed)) return 'open';
  for (const pattern of apart) {
    const words = wordsOf(pattern.exec(trimmed)?.[1] ?? '');
    if (done.has(words)) return 'done';
    if (open.has(words)) return 'open';
  }
  if (doneSign.test(trimmed)) return 'done';
  return openSign.test(trimmed) ? 'open' : null;
}
