/** The type of the action plan's panel: what VS Code restores it by after a reload. */
export const PREVIEW_TYPE = 'incidentDocs.actionPlan';

/** The type of the editor that shows a document as its action plan. */
export const EDITOR_TYPE = 'incidentDocs.actionPlanEditor';
