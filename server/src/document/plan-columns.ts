import type { DetailCells } from './action-details';
import type { SourceText, Span } from './text';
import type { Table, TableRow } from './tables';
import { actionColumns, phrases } from './vocabulary';
import { bareValue, wordsOf } from './words';

type ColumnName = keyof typeof actionColumns;

const columns = Object.entries(actionColumns).map(([name, list]) => [name as ColumnName, new Set(phrases(list))] as const);

/** What the columns of a table of actions hold, in any order, by their header. */
export class PlanColumns {
  private readonly source: string;
  private readonly place: Partial<Record<ColumnName, number>> = {};
  /** The column of the actions themselves, or -1 where the header has nothing of a plan. */
  readonly action: number;
  /** The column without a name, which may hold a sign, or -1. */
  private readonly unnamed: number;

  constructor(text: SourceText, table: Table) {
    this.source = text.value;
    const header = table.hasHeader ? (table.rows[0] as TableRow).cells : [];
    header.forEach((cell, index) => {
      // a header may be said in two languages: "Wer / Who"
      const words = text.slice(cell).split(' / ').map(wordsOf);
      const name = columns.find(([column, set]) => words.some((part) => set.has(part)) && this.place[column] === undefined)?.[0];
      if (name !== undefined) this.place[name] = index;
    });
    // a team's column is the owners' where no other is
    if (this.place.owner === undefined) {
      const team = header.findIndex((cell) => wordsOf(text.slice(cell)) === 'team');
      if (team >= 0) this.place.owner = team;
    }
    const taken = Object.values(this.place);
    this.action = this.place.action ?? (taken.length > 0 ? widestColumn(table, taken) : -1);
    this.unnamed = header.findIndex((cell) => cell.end <= cell.start);
  }

  /** The cells of a row that hold the details of its action. */
  detailsOf(row: TableRow): DetailCells {
    return {
      owner: this.cell(row, 'owner'), due: this.cell(row, 'due'), ticket: this.cell(row, 'ticket'), status: this.cell(row, 'status'),
      sign: this.unnamed >= 0 ? (row.cells[this.unnamed] ?? null) : null,
    };
  }

  private cell(row: TableRow, name: ColumnName): Span | null {
    const index = this.place[name];
    const span = index === undefined ? undefined : row.cells[index];
    return span && span.end > span.start ? bareValue(this.source, span.start, span.end) : null;
  }
}

/** The column with the most text among those without a meaning of their own. */
function widestColumn(table: Table, taken: readonly number[]): number {
  let best = -1;
  let most = 0;
  (table.rows[0] as TableRow).cells.forEach((_, index) => {
    if (taken.includes(index)) return;
    const width = table.rows.reduce((sum, row) => sum + ((row.cells[index]?.end ?? 0) - (row.cells[index]?.start ?? 0)), 0);
    if (width > most) [best, most] = [index, width];
  });
  return best;
}
