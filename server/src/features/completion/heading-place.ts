import type { IncidentDocument } from '../../document/document';
import type { HeadingNotation } from '../../document/lines';
import type { Section } from '../../document/sections';
import { insertAt } from '../../rules/rule';
import type { Completion } from './completion';

/** How a heading is written. */
export interface Shape {
  readonly notation: HeadingNotation;
  readonly level: number;
}

/** How the heading of a section is written: as those of marked-up sections where there is none. */
export function shapeOf({ lines }: IncidentDocument, model: Section | undefined): Shape {
  return model ? { notation: model.notation, level: lines[model.line]?.level ?? model.level } : { notation: 'atx', level: 2 };
}

/** A place for a heading of a shape. */
export interface HeadingPlace {
  /** What is written for a heading with the blank lines behind it. */
  write(heading: string): Pick<Completion, 'span' | 'newText' | 'filter' | 'besides'>;
}

/**
 * Where a heading may begin: on a blank line, or behind the signs of a heading of that level. Null elsewhere, so that nobody
 * who writes prose is offered one.
 */
export function headingPlace({ text, lines }: IncidentDocument, offset: number, { notation, level }: Shape): HeadingPlace | null {
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const { eol } = text;
  const before = text.value.slice(start, offset);
  if (text.value.slice(offset, text.lineEnd(line)).trim() !== '') return null;
  const signs = notation === 'atx' ? /^(#{1,6})[ \t]+(.*)$/.exec(before) : null;
  if (signs) {
    const [, marks = '', written = ''] = signs;
    if (marks.length !== level || lines[line]?.kind === 'code' || lines[line]?.kind === 'comment') return null;
    const span = { start: offset - written.length, end: offset };
    return {
      write(heading) {
        const title = heading.trim().replace(/^#+ /, '');
        return { span, newText: title, filter: title };
      },
    };
  }
  if (before.trim() !== '' || lines[line]?.kind !== 'blank' || lines[line - 1]?.kind === 'row') return null;
  const gap = line > 0 && lines[line - 1]?.kind !== 'blank' ? eol : '';
  const isCrowded = line + 1 < lines.length && lines[line + 1]?.kind !== 'blank';
  const next = text.lineStart(line + 1);
  return {
    write: (heading) => ({
      span: { start, end: offset }, newText: gap + heading, filter: before + heading,
      ...(isCrowded && { besides: insertAt(next, eol) }),
    }),
  };
}
