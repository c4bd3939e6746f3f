import { readDetails } from './action-details';
import type { ActionDetails, DetailCells } from './action-details';
import type { ActionGroup, ActionItem, ActionState } from './actions';
import type { Anchors } from './anchors';
import type { PlanColumns } from './plan-columns';
import type { TableRow } from './tables';
import type { SourceText, Span } from './text';
import type { TimeReader } from './time-reader';
import { doneWords, openWords, phrases } from './vocabulary';
import { plainText, withoutNumbering, wordsOf } from './words';

const done = new Set(phrases(doneWords));
const open = new Set(phrases(openWords));

/** What an item needs to read its words with. */
export interface ItemSource {
  readonly text: SourceText;
  readonly times: TimeReader;
  readonly anchors: Anchors;
  /** Whether a name in brackets behind an item is its owner's. */
  readonly namesInBrackets: boolean;
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
  /** The row of an item in a table, and what its columns hold. */
  readonly row?: TableRow;
  readonly columns?: PlanColumns;
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
  private readonly row: TableRow | undefined;
  private readonly columns: PlanColumns | undefined;
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
    this.row = place.row;
    this.columns = place.columns;
    this.reader = reader;
  }

  get text(): string {
    return (this.foundText ??= plainText(this.reader.text.slice(this.content)).replace(/^[☐☑☒]\s*/, ''));
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

  private get cells(): DetailCells | undefined {
    return this.row && this.columns?.detailsOf(this.row);
  }

  private get details(): ActionDetails {
    return (this.foundDetails ??= readDetails(this.reader, this.content, this.cells));
  }

  private readState(): ActionState {
    const { text } = this.reader;
    if (this.checkbox >= 0) return text.value[this.checkbox] === ' ' ? 'open' : 'done';
    const { cells } = this;
    const status = cells?.status ?? cells?.ticket;
    const stated = (status && stateOfCell(text.slice(status))) ?? stateInWords(text.slice(this.content)) ?? (cells?.sign ? stateInWords(text.slice(cells.sign)) : null);
    const group = wordsOf(withoutNumbering(this.group.label));
    return stated ?? (done.has(group) ? 'done' : open.has(group) ? 'open' : 'untracked');
  }
}

function stateOfCell(cell: string): ActionState | null {
  const words = wordsOf(cell);
  if (done.has(words)) return 'done';
  if (open.has(words)) return 'open';
  return stateInWords(cell) ?? stateAtEitherEnd(words);
}

/** "closed complete" and "work in progress": the state in the first or the last words. */
function stateAtEitherEnd(words: string): ActionState | null {
  const list = words.split(' ').slice(0, 8);
  for (let length = list.length; length > 0; length--) {
    for (const part of [list.slice(0, length).join(' '), list.slice(-length).join(' ')]) {
      if (done.has(part)) return 'done';
      if (open.has(part)) return 'open';
    }
  }
  return null;
}

const doneSign = /[✅✔☑☒]|🟢\s*(?:done|$)/u;
const openSign = /[🔄⏳🚧⬜☐❌🔴🟡🟠⚪]/u;
/** Parts that are set apart: by a dash, in brackets, behind a full stop, or in bold at either end. The flags `i` and `u` together are slow. */
const apart = [
  /[([]\s*(?:[Ss][Tt][Aa][Tt][Uu][Ss]:\s*)?([\p{L} ]{3,16})\s*[)\]](?:\([^)]*\))?\s*[.!]?$/u,
  /^[*_]*([\p{Lu} ]{3,16})[*_]*(?:\s*[:\-–—]|\s{2,})/u,
  /\s(?:[-–—:]|->|→)\s[*_]*([\p{L} ]{3,16}?)[*_]*(?:\s+(?:on\s+)?\d[\d/.-]{1,9})?(?:[.!,;]|$)(?!.*\s[-–—]\s)/u,
  /[*_]{2}([\p{L} ]{3,16})[*_]{2}[.!]?$/u,
  /^[*_]{2}([\p{L} ]{3,16})[*_]{2}/u,
  /[(,]\s*([\p{L}]{4,10})\s+(?:on\s+)?\d[^()]*\)[.!]?$/u,
  /[.;!?]\s+[*_]*([\p{L}]{4,10})\s+(?:on|for|by)\s+\d/u,
  /\s(?:--?|[–—])\s[*_]*([\p{L}]{5,10}) (?:on|for) /u,
  /[.;!?)]\s+[*_]*(\p{Lu}[\p{L} ]{2,15})[*_]*[.!]?$/u,
  /\b[Ss][Tt][Aa](?:[Tt][Ee]|[Tt][Uu][Ss]|[Nn][Dd])\s*[:=]\s*([\p{L} ]{3,16})[.!]?$/u,
];

/** What one of the patterns needs: capitals at the beginning, or a sign that parts. */
const mayStandApart = /^[*_]*[\p{Lu} ]{3}|[([*_:=→–—,]|[ \t]-|[.;!?] /u;
const isAscii = /^[\x00-\x7f]*$/;

/** A strike-through, a sign, or a status word that stands apart from the sentence. */
function stateInWords(content: string): ActionState | null {
  const trimmed = content.trim();
  if (trimmed.startsWith('~~') && /^~~.*~~/s.test(trimmed)) return 'done';
  if (trimmed.startsWith('[') && /^\[[~/-]\]\s/.test(trimmed)) return 'open';
  if (mayStandApart.test(trimmed)) for (const pattern of apart) {
    const found = pattern.exec(trimmed)?.[1];
    if (!found) continue;
    const words = wordsOf(found);
    if (done.has(words)) return 'done';
    if (open.has(words)) return 'open';
  }
  if (isAscii.test(trimmed)) return null;
  if (doneSign.test(trimmed)) return 'done';
  return openSign.test(trimmed) ? 'open' : null;
}
