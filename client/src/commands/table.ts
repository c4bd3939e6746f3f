/**
 * Every command by its name, which follows `incidentDocs.` in its id, under what it does while there is no second stage: it starts it, or
 * says in one sentence that there is no incident document, or that nothing has been started. The work is in the second stage.
 */
export const commands = {
  starts: [
    'newDocument', 'newPostMortem', 'newEscalationSummary', 'newIncidentLog',
    'treatAsIncident', 'notAnIncident', 'explainDetection', 'showEffectiveSettings', 'copyDiagnosticsInfo',
  ],
  needsDocument: ['openActionPlanToSide', 'openActionPlan', 'goToNextTimelineEntry', 'goToPreviousTimelineEntry', 'convertToTimelineEntries', 'findSimilar', 'formatDocument', 'convertToMarkdown', 'convertToPlainText'],
  needsStart: ['explainRule', 'disableRule', 'restartServer', 'showLog'],
} as const;

export type CommandName = (typeof commands)[keyof typeof commands][number];

/**
 * The work of a command. `params` come from code actions and are the document in menus, where `selection` are all that are selected. Both
 * are missing where the command was called from the palette.
 */
export type Work = (params: unknown, selection: unknown) => void | Promise<void>;
