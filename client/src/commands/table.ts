/**
 * Every command by its name, which follows `incidentDocs.` in its id. The manifest declares each with the condition under which it is
 * enabled, and `registerCommands` reads from that what it does while there is no second stage. The work is in the second stage.
 */
export const commandNames = [
  'newDocument', 'newPostMortem', 'newEscalationSummary', 'newIncidentLog', 'openSample',
  'openActionPlanToSide', 'openActionPlan',
  'insertEntryNow', 'setStatus', 'markMilestone', 'toggleClock',
  'copyActionPlanAs', 'exportActionPlan',
  'reopenAsActionPlan', 'toggleActionPlanLock',
  'showWorkspaceActions', 'showOpenActions', 'refreshActions', 'groupActionsByDocument', 'groupActionsByOwner', 'groupActionsByDue', 'showDoneActions', 'hideDoneActions', 'markActionDone', 'markActionOpen', 'copyAction', 'openActionTicket',
  'goToNextTimelineEntry', 'goToPreviousTimelineEntry', 'convertToTimelineEntries', 'findSimilar',
  'formatDocument', 'convertToMarkdown', 'convertToPlainText', 'customerSafeCopy',
  'refactor', 'sortTimeline', 'convertTimes', 'addMissingSections', 'reviewChecklist',
  'explainRule', 'disableRule',
  'treatAsIncident', 'notAnIncident', 'explainDetection', 'showEffectiveSettings', 'copyDiagnosticsInfo', 'restartServer', 'showLog',
] as const;

export type CommandName = (typeof commandNames)[number];

/**
 * The work of a command. `params` come from code actions and are the document in menus, where `selection` are all that are selected. Both
 * are missing where the command was called from the palette.
 */
export type Work = (params: unknown, selection: unknown) => void | Promise<void>;
