import * as vscode from 'vscode';
import type { Ask } from '../ask';
import type { Detections } from '../detections';
import type { PlanEditor } from '../preview/plan-editor';
import { revealLine } from '../preview/reveal';
import { say } from '../say';
import { documentsInTabs } from '../tabs';
import { nameOf } from '../target';
import { countsOf, grouped, groupings, type Group, type Grouping, type Member } from './grouping';
import { ListedPlans, type Follow } from './listed-plans';
import { groupItem, memberItem, revealCommand } from './tree-item';
import { counted } from './words';

type Node = Group | Member;

const VIEW = 'incidentDocs.actions';
const keys = { scope: 'incidentDocs.actionsScope', grouping: 'incidentDocs.actionsGrouping', done: 'incidentDocs.actionsDone', empty: 'incidentDocs.actionsEmpty' } as const;

/** More groups than these begin folded. */
const MOST_UNFOLDED = 12;
/** How long the status bar tells of a document that was opened behind the others, in milliseconds. */
const SHOWN = 6000;

/** The view "Incident Actions": the action items of many documents, each with its box. */
export class ActionTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly plans: ListedPlans;
  private readonly view: vscode.TreeView<Node>;
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  private readonly listeners: vscode.Disposable;
  /** What was ticked off while done items are hidden stays until something else is to be shown: a wrong tick can be taken back where it was made. */
  private readonly kept = new Set<string>();
  private groups: readonly Group[] = [];
  private readonly contexts = new Map<string, unknown>();

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly state: vscode.Memento,
    private readonly editor: PlanEditor,
    detections: Detections,
    ask: Ask,
    follow: Follow,
  ) {
    this.plans = new ListedPlans(detections, ask, follow);
    this.view = vscode.window.createTreeView<Node>(VIEW, { treeDataProvider: this, manageCheckboxStateManually: true, showCollapseAll: true });
    this.listeners = vscode.Disposable.from(
      this.plans,
      this.view,
      this.changed,
      this.plans.onDidChange(() => this.draw()),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (!visible) this.kept.clear();
        this.plans.show(visible);
      }),
      this.view.onDidChangeCheckboxState(({ items }) => void this.tickAll(items)),
      vscode.commands.registerCommand(revealCommand, (row: Member) => this.reveal(row)),
    );
    this.plans.show(this.view.visible);
    this.draw();
  }

  getChildren(node?: Node): Node[] {
    return [...(node === undefined ? this.groups : 'rows' in node ? node.rows : [])];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'rows' in node ? groupItem(node, this.groups.length > MOST_UNFOLDED) : memberItem(node, this.grouping);
  }

  /** Lists the items of the whole workspace and brings the view to front. */
  async showWorkspace(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.collect();
  }

  /** Asks for the whole workspace once more. */
  async collect(): Promise<void> {
    this.kept.clear();
    await vscode.window.withProgress({ location: { viewId: VIEW } }, () => this.plans.collect(!this.withDone));
  }

  showOpen(): void {
    this.kept.clear();
    this.plans.release();
  }

  async group(by: Grouping): Promise<void> {
    await this.state.update(keys.grouping, by);
    this.kept.clear();
    this.draw();
  }

  /** Shows items that are done, or hides them. */
  async showDone(isShown: boolean): Promise<void> {
    await this.state.update(keys.done, isShown);
    if (isShown && this.plans.isWorkspace) await this.collect();
    this.kept.clear();
    this.draw();
  }

  /** Marks an item as done or open; resolves to null, or to a sentence that says why nothing was changed. Saves nothing. */
  async tick({ key, plan, item }: Member, done: boolean): Promise<string | null> {
    const uri = vscode.Uri.parse(plan.uri);
    const wasOpen = documentsInTabs().some((other) => other.toString() === plan.uri);
    if (done) this.kept.add(key);
    const refused = await this.editor.edit(uri, { kind: 'toggle', id: item.id, done }).catch(() => vscode.l10n.t('The document is no longer there.'));
    if (refused !== null) this.kept.delete(key);
    else if (!wasOpen) vscode.window.setStatusBarMessage(vscode.l10n.t('{0} was opened for this change, which is not saved.', nameOf(uri)), SHOWN);
    return refused;
  }

  /** The same for the item that a menu names, else for the one that is selected; where it cannot be done, a sentence says why. */
  async mark(node: unknown, done: boolean): Promise<void> {
    const member = node ?? this.view.selection[0];
    if (isMember(member)) await this.tickOrTell(member, done);
  }

  async copy(node: unknown): Promise<void> {
    if (isMember(node)) await vscode.env.clipboard.writeText(node.item.text);
  }

  /** Opens the ticket of an item, in the browser; where it has several one is chosen. */
  async openTicket(node: unknown): Promise<void> {
    const tickets = isMember(node) ? node.item.tickets.flatMap(({ key, url }) => (url === null ? [] : [{ label: key, description: url, url }])) : [];
    const ticket = tickets.length > 1 ? await vscode.window.showQuickPick(tickets, { title: vscode.l10n.t('Open Ticket') }) : tickets[0];
    if (ticket) await vscode.env.openExternal(vscode.Uri.parse(ticket.url, true));
  }

  private get grouping(): Grouping {
    const kept = this.state.get<Grouping>(keys.grouping);
    return groupings.find((by) => by === kept) ?? 'document';
  }

  private get withDone(): boolean {
    return this.state.get(keys.done) === true;
  }

  private draw(): void {
    const { rows, leftOut, isWorkspace, hasDocuments } = this.plans;
    const shown = this.withDone ? rows : rows.filter(({ key, item }) => item.state !== 'done' || this.kept.has(key));
    this.groups = grouped(shown, this.grouping);
    const { open, overdue, untracked } = countsOf(shown);
    const counts = counted({ open, overdue, untracked, done: 0 }, vscode.l10n.t);
    this.view.description = [isWorkspace && vscode.l10n.t('workspace'), counts].filter(Boolean).join(': ');
    this.view.message = leftOut.items === 0 ? '' : leftOut.documents === 0
      ? vscode.l10n.t('{0} more actions are left out.', leftOut.items)
      : vscode.l10n.t('Shown are the latest incidents; {0} actions of {1} earlier documents are left out.', leftOut.items, leftOut.documents);
    this.set(keys.scope, isWorkspace ? 'workspace' : 'open');
    this.set(keys.grouping, this.grouping);
    this.set(keys.done, this.withDone);
    this.set(keys.empty, rows.length > 0 ? 'allDone' : hasDocuments ? 'noActions' : 'noDocuments');
    this.changed.fire(undefined);
  }

  private async tickAll(items: readonly (readonly [Node, vscode.TreeItemCheckboxState])[]): Promise<void> {
    for (const [node, state] of items) {
      if (isMember(node)) await this.tickOrTell(node, state === vscode.TreeItemCheckboxState.Checked);
    }
  }

  private async tickOrTell(member: Member, done: boolean): Promise<void> {
    const refused = await this.tick(member, done);
    if (refused === null) return;
    // the box that was clicked shows what was wished for: draw what is
    this.changed.fire(undefined);
    say(refused);
  }

  private async reveal({ plan, item }: Member): Promise<void> {
    await revealLine(vscode.Uri.parse(plan.uri), item.line).catch(() => say(vscode.l10n.t('The document is no longer there.')));
  }

  private set(key: string, value: unknown): void {
    if (this.contexts.get(key) === value) return;
    this.contexts.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  dispose(): void {
    this.listeners.dispose();
  }
}

function isMember(node: unknown): node is Member {
  return typeof node === 'object' && node !== null && 'item' in node;
}
