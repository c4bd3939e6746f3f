import * as vscode from 'vscode';
import type { Command } from './command';
import { sayNoIncidentDocument } from './not-here';

/** Shows the action plan in the active group of editors. */
export const openActionPlan: Command = {
  id: 'incidentDocs.openActionPlan',
  async run({ client }, document) {
    const shown = await client()?.preview.open({ viewColumn: vscode.ViewColumn.Active, preserveFocus: false }, document);
    if (!shown) void sayNoIncidentDocument();
  },
};
