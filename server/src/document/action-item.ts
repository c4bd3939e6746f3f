import { readDetails } from './action-details';
import type { ActionDetails, DetailCells } from './action-details';
import type { ActionGroup, ActionItem, ActionState, StateMark } from './actions';
import type { Anchors } from './anchors';
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
  /** Whether a name and a colon in front of an item are its owner's. */
  readonly namesInFront: boolean;
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
  readonly place?: ActionItem['place'];
  /** The lines below an item that state its details, each by its label. */
  readonly below?: DetailCells | null;
}

export class Item implements ActionItem {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  readonly textSpan: Span;
  readonly checkbox: number;
  readonly notation: ActionItem['notation'];
  readonly group: ActionGroup;
  readonly place: ActionItem['place'];
  private readonly content: Span;
  private readonly below: DetailCells | null;
  private readonly reader: ItemSource;
  private foundText: string | undefined;
  private foundState: Said | undefined;
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
    this.place = place.place ?? null;
    this.below = place.below ?? null;
    this.reader = reader;
  }

  get text(): string {
    return (this.foundText ??= plainText(this.reader.text.slice(this.content)).replace(/^[☐☑☒]\s*/, ''));
  }

  get state(): ActionState {
    return this.said.state;
  }

  get mark(): StateMark | null {
    return this.said.mark;
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
    return this.place?.columns.detailsOf(this.place.row) ?? this.below ?? undefined;
  }

  private get details(): ActionDetails {
    return (this.foundDetails ??= readDetails(this.reader, this.content, this.cells));
  }

  private get said(): Said {
    return (this.foundState ??= this.readState());
  }

  private readState(): Said {
    const { text } = this.reader;
    const { checkbox, cells } = this;
    if (checkbox >= 0) return { state: text.value[checkbox] === ' ' ? 'open' : 'done', mark: { kind: 'box', span: { start: checkbox, end: checkbox + 1 } } };
    const status = cells?.status ?? (this.place ? cells?.ticket : null);
    const stated = (status && stateOfCell(text, status)) ?? stateInWords(text, this.content) ?? (cells?.sign ? stateInWords(text, cells.sign) : null);
    if (stated) return stated;
    const state = stateOfHeading(this.group.label);
    return state ? { state, mark: { kind: 'heading', span: this.group.labelSpan } } : untracked;
  }
}

/** A state, and what says it. */
interface Said {
  readonly state: ActionState;
  readonly mark: StateMark | null;
}

const untracked: Said = { state: 'untracked', mark: null };

/** The state of what stands under a heading and says nothing of it: "Done", "3. In progress"; null for other headings. */
export const stateOfHeading = (label: string): 'done' | 'open' | null => stateOf(wordsOf(withoutNumbering(label)));

const stateOf = (words: string): 'done' | 'open' | null => (done.has(words) ? 'done' : open.has(words) ? 'open' : null);

function stateOfCell(text: SourceText, cell: Span): Said | null {
  const written = text.slice(cell);
  // (x) is a sign in Jira, as the others are that have no letter
  const words = wordsOf(written.replace(/^\(x\)/, ''));
  const state = stateOf(words);
  if (state) return { state, mark: { kind: 'cell', span: cell } };
  return stateInWords(text, cell) ?? stateAtEitherEnd(written, words, cell);
}

/** "closed complete" and "work in progress": the state in the first or the last words. */
function stateAtEitherEnd(written: string, words: string, cell: Span): Said | null {
  const list = words.split(' ').slice(0, 8);
  const lower = written.toLowerCase();
  for (let length = list.length; length > 0; length--) {
    for (const [first, last] of [[0, length], [-length, undefined]] as const) {
      const part = list.slice(first, last);
      const state = stateOf(part.join(' '));
      if (!state) continue;
      const said = part.join('[^\\p{L}\\p{N}#]+');
      const found = new RegExp(first === 0 ? `^[^\\p{L}\\p{N}#]*(${said})` : `(${said})[^\\p{L}\\p{N}#]*$`, 'u').exec(lower);
      const word = lower.length === written.length ? found?.[1] : undefined;
      const start = found && word !== undefined ? cell.start + found.index + found[0].indexOf(word) : cell.start;
      return { state, mark: { kind: 'cell', span: { start, end: word === undefined ? cell.end : start + word.length } } };
    }
  }
  return null;
}

const doneSign = /[✅✔☑☒]|🟢\s*(?:done|$)/u;
const openSign = /[🔄⏳🚧⬜☐❌🔴🟡🟠⚪]/u;
/** Parts that are set apart: by a dash, in brackets, behind a full stop, or in bold at either end. The flags `i` and `u` together are slow. */
const apart = [
  /[([]\s*(?:[Ss][Tt][Aa][Tt][Uu][Ss]:\s*)?([\p{L} ]{3,16})\s*[)\]](?:\([^)]*\))?(?:\s*[([][^()[\]]{1,40}[)\]])?\s*[.!]?$/u,
  /^[*_]*([\p{Lu} ]{3,16})[*_]*(?:\s*[:\-–—]|\s{2,})/u,
  /\s(?:[-–—:]|->|→)\s[*_]*([\p{L} ]{3,16}?)[*_]*(?:\s+(?:on\s+)?\d[\d/.-]{1,9})?(?:[.!,;]|$)(?!.*\s[-–—]\s)/u,
  /[*_]{2}([\p{L} ]{3,16})[*_]{2}[.!]?$/u,
  /^[*_]{2}([\p{L} ]{3,16})[*_]{2}/u,
  /[(,]\s*([\p{L}]{4,10})\s+(?:on\s+)?\d[^()]*\)[.!]?$/u,
  /[.;!?]\s+[*_]*([\p{L}]{4,10})\s+(?:on|for|by)\s+\d/u,
  /\s(?:--?|[–—])\s[*_]*([\p{L}]{5,10}) (?:on|for) /u,
  /[.;!?)]\s+[*_]*(\p{Lu}[\p{L} ]{2,15})[*_]*[.!]?$/u,
  /\s\|\s+[*_]*([\p{L}][\p{L} ]{2,15})[*_]*$/u,
  /[^\s*]\s\*{1,3}([\p{L} ]{3,14})\*{1,3}$/u,
  /\b[Ss][Tt][Aa](?:[Tt][Ee]|[Tt][Uu][Ss]|[Nn][Dd])\s*[:=]\s*([\p{L} ]{3,16})[.!]?$/u,
];

/** What one of the patterns needs: capitals at the beginning, or a sign that parts. */
const mayStandApart = /^[*_]*[\p{Lu} ]{3}|[([*_:=→–—,|]|[ \t]-|[.;!?] /u;
const isAscii = /^[\x00-\x7f]*$/;

/** A strike-through, a sign, or a status word that stands apart from the sentence. */
function stateInWords(text: SourceText, { start: from, end }: Span): Said | null {
  const content = text.value.slice(from, end);
  const trimmed = content.trim();
  const start = from + content.length - content.trimStart().length;
  const said = (state: ActionState, kind: StateMark['kind'], index: number, length: number): Said =>
    ({ state, mark: { kind, span: { start: start + index, end: start + index + length } } });
  const struck = trimmed.startsWith('~~') ? /^~~.*~~/s.exec(trimmed) : null;
  if (struck) return said('done', 'strike', 0, struck[0].length);
  if (trimmed.startsWith('[') && /^\[[~/-]\]\s/.test(trimmed)) return said('open', 'sign', 1, 1);
  if (mayStandApart.test(trimmed)) for (const pattern of apart) {
    const found = pattern.exec(trimmed);
    const word = found?.[1];
    const state = word ? stateOf(wordsOf(word)) : null;
    if (found && word && state) return said(state, 'word', found.index + found[0].indexOf(word), word.length);
  }
  if (isAscii.test(trimmed)) return null;
  const sign = doneSign.exec(trimmed);
  if (sign) return said('done', 'sign', sign.index, sign[0].length);
  const pending = openSign.exec(trimmed);
  return pending && said('open', 'sign', pending.index, pending[0].length);
}
