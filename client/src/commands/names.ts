/** The commands of the second stage that people run where nothing was recognized: they start it. */
export const starting: readonly string[] = ['treatAsIncident', 'notAnIncident', 'explainDetection', 'showEffectiveSettings', 'copyDiagnosticsInfo'];

/** The commands of the second stage that have nothing to do before it is there: they say so. */
export const waiting: readonly string[] = ['explainRule', 'disableRule', 'restartServer', 'showLog'];
