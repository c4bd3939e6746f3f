/** User settings with which nothing but the document and the extension is in the window, and nothing moves or asks by itself. */
export const quiet = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.accounts.experimental.showEntitlements': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.autoDetectHighContrast': false,
  'window.autoDetectColorScheme': false,
  'window.title': '${dirty}${activeEditorShort}${separator}${rootName}',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
};

/** The ids of the colour themes in which pictures are taken. */
export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
