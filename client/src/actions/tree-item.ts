import * as vscode from 'vscode';
import { isOverdue, type DueSpan, type Group, type Grouping, type Member } from './grouping';
import { groupDescription, groupLabel, itemDescription, itemLabel, itemSpoken, itemTooltip } from './words';

/** The command that a click on an item runs; it is no one's but the list's own. */
export const revealCommand = 'incidentDocs._revealAction';

const warning = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
const untracked = new vscode.ThemeIcon('dash');
const spanIcons: Readonly<Partial<Record<DueSpan, vscode.ThemeIcon>>> = { overdue: warning, done: new vscode.ThemeIcon('pass'), none: new vscode.ThemeIcon('circle-slash') };

/** How a group looks. */
export function groupItem(group: Group, collapsed: boolean): vscode.TreeItem {
  const { id, heading } = group;
  const label = groupLabel(group, vscode.l10n.t);
  const item = new vscode.TreeItem(label, collapsed ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = groupDescription(group, vscode.l10n.t);
  item.iconPath = iconOf(group);
  item.tooltip = heading.by === 'document' ? `${label}\n${pathOf(heading.plan.uri)}\n${item.description}` : `${label}\n${item.description}`;
  item.accessibilityInformation = { label: `${label}, ${item.description.replaceAll(' · ', ', ')}` };
  item.contextValue = 'incidentActionGroup';
  return item;
}

/** How an item looks in a group. What nothing tracks has no box. */
export function memberItem(row: Member, by: Grouping): vscode.TreeItem {
  const { item: { state, gestures, tickets } } = row;
  const item = new vscode.TreeItem(itemLabel(row, by, vscode.l10n.t));
  const spoken = itemSpoken(row, by, vscode.l10n.t);
  item.id = row.id;
  item.description = itemDescription(row, by, vscode.l10n.t);
  item.tooltip = itemTooltip(row, pathOf(row.plan.uri), vscode.l10n.t);
  item.accessibilityInformation = { label: spoken };
  if (isOverdue(row.item)) item.iconPath = warning;
  else if (state === 'untracked') item.iconPath = untracked;
  const hasBox = state !== 'untracked' && gestures.includes('toggle');
  if (hasBox) {
    item.checkboxState = {
      state: state === 'done' ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: state === 'done' ? vscode.l10n.t('Mark as open') : vscode.l10n.t('Mark as done'),
      accessibilityInformation: { label: spoken },
    };
  }
  item.contextValue = ['incidentAction', hasBox && state, tickets.some(({ url }) => url !== null) && 'withTicket'].filter(Boolean).join(' ');
  item.command = { command: revealCommand, title: '', arguments: [row] };
  return item;
}

function iconOf({ heading }: Group): vscode.ThemeIcon {
  if (heading.by === 'document') return new vscode.ThemeIcon('file');
  if (heading.by === 'owner') return new vscode.ThemeIcon(heading.owner === null ? 'circle-slash' : 'account');
  return spanIcons[heading.span] ?? new vscode.ThemeIcon('calendar');
}

const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
