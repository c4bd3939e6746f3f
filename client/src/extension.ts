import { window, type ExtensionContext, type Uri } from 'vscode';
import type { ActionPlanModel, DetectionParams, PlanGesture } from '../../server/src/protocol';
import type { Client } from './client';
import { registerCommands } from './commands';
import { EDITOR_TYPE, PREVIEW_TYPE } from './preview/view-type';
import { userChoices } from './user-choices';
import { watchForIncidentDocument } from './watch';

/** What other extensions and tests may ask. */
export interface IncidentDocs {
  /** What is known of an open document; undefined where the server has not looked at it. */
  detection(uri: Uri): DetectionParams | undefined;
  /** The action plan of an open incident document; null for any other document, and before the server runs. */
  actionPlan(uri: Uri): Promise<ActionPlanModel | null>;
  serverRunning(): boolean;
  /** The uri of the document whose action plan is shown, if any. */
  previewed(): Uri | undefined;
  /** Whether the action plan stays with its document. */
  isLocked(): boolean;
  /** Changes an action plan as the preview does; resolves to a sentence where that was not possible. */
  editPlan(uri: Uri, gesture: PlanGesture): Promise<string | null>;
  /** The view of the actions of many documents; undefined before the server was started. */
  actions(): Client['actions'] | undefined;
}

let client: Client | undefined;

/**
 * The first of two stages: registers commands and waits for an incident document.
 * The language client and the server are loaded at the first one only, since most people have none open. What this stage consists of names
 * what it imports of the editor one by one: a namespace would bring a wrapper that every window pays for.
 */
export function activate(context: ExtensionContext): IncidentDocs {
  const start = (): Client => {
    if (client === undefined) {
      const { startClient } = require('./client.js') as typeof import('./client');
      client = startClient(context);
    }
    return client;
  };
  context.subscriptions.push(
    watchForIncidentDocument(start, () => userChoices(context.workspaceState)),
    registerCommands(context.extension, () => client, start),
    window.registerWebviewPanelSerializer(PREVIEW_TYPE, {
      deserializeWebviewPanel: (panel, state) => start().preview.restore(panel, state),
    }),
    window.registerCustomEditorProvider(EDITOR_TYPE, {
      resolveCustomTextEditor: (document, panel) => start().editPlan(document, panel),
    }),
  );
  return {
    detection: (uri) => client?.detections.of(uri),
    actionPlan: async (uri) => (await client?.plans.plan(uri)) ?? null,
    serverRunning: () => client?.isRunning() ?? false,
    previewed: () => client?.preview.source,
    isLocked: () => client?.preview.isLocked ?? false,
    editPlan: async (uri, gesture) => (await client?.planEditor.edit(uri, gesture)) ?? null,
    actions: () => client?.actions,
  };
}

/** Ends the server, if it was started, and waits for it. */
export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}
