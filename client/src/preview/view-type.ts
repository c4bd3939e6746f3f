/** The type of the action plan's panel: what VS Code restores it by after a reload. */
export const PREVIEW_TYPE = 'incidentDocs.actionPlan';
