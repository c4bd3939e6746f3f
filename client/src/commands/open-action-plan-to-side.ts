import * as vscode from 'vscode';
import type { Command } from './command';
import { sayNoIncidentDocument } from './not-here';

/** Shows the action plan beside the editor; the editor keeps the focus. */
export const openActionPlanToSide: Command = {
  id: 'incidentDocs.openActionPlanToSide',
  async run({ client }, document) {
    const shown = await client()?.preview.open({ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, document);
    if (!shown) void sayNoIncidentDocument();
  },
};
