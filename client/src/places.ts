import * as vscode from 'vscode';
import type { DocumentEdits } from '../../server/src/protocol';

type Edit = Extract<DocumentEdits, { edits: unknown }>['edits'][number];

/** Places as the server writes them and as the editor has them. Lines and characters are 0-based. */
export const placeOf = ({ line, character }: vscode.Position): Edit['range']['start'] => ({ line, character });

export const rangeOf = ({ start, end }: Edit['range']): vscode.Range => new vscode.Range(start.line, start.character, end.line, end.character);
