import * as vscode from 'vscode';
import { CloseAction, LanguageClient, RevealOutputChannelOn, State, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import { choicesNotification, convertRequest, detectionNotification, findSimilarCommand, formatRequest, type ChoicesParams, type InitializationOptions } from '../../server/src/protocol';
import { ActionTree } from './actions/tree';
import { asking } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { CommandName, Work } from './commands/table';
import { ContextKeys } from './context-keys';
import { Choices } from './detection/choices';
import { choose } from './detection/choose';
import { explainDetection } from './detection/explain';
import { showWays } from './detection/wrong';
import { Detections } from './detections';
import { copyDiagnosticsInfo } from './diagnostics-info';
import { documentSelector, settingsSelector } from './documents';
import { showEffectiveSettings } from './effective-settings/show';
import { LanguageStatus } from './language-status';
import { Clock } from './live/clock';
import { LiveWriting } from './live/live-writing';
import { newDocument } from './new-document/new-document';
import { Pages } from './pages';
import { Plans } from './plans';
import { editActionPlan } from './preview/editor';
import { ActionPlanPanel } from './preview/panel';
import { addMissingSectionsKind, Refactor, sortTimelineKind } from './refactorings/refactor';
import { RenderedPages } from './rendered-pages';
import { showReview } from './review/show';
import { PlanEditor } from './preview/plan-editor';
import { disableRule } from './rules/disable';
import { explainRule } from './rules/explain';
import { rewrite } from './rewrite';
import { Sample } from './sample';
import { SettingsFiles } from './settings-files';
import { copyPlan } from './share/copy-plan';
import { saveExportedPlan } from './share/export-plan';
import { createCustomerSafeCopy } from './share/customer-safe-copy';
import { findSimilar } from './similar';
import { Structure } from './structure';
import { TimelinePaste } from './timeline-paste';
import { TimelineWalk } from './timeline-walk';

/** The second stage: the language client with everything that talks to the server. */
export interface Client {
  readonly detections: Detections;
  readonly plans: Plans;
  readonly preview: ActionPlanPanel;
  readonly planEditor: PlanEditor;
  readonly actions: ActionTree;
  readonly commands: Readonly<Record<CommandName, Work>>;
  /** Shows a document as its action plan in a custom editor. */
  editPlan(document: vscode.TextDocument, panel: vscode.WebviewPanel): void;
  isRunning(): boolean;
  dispose(): Promise<void>;
}

/** Starts the language server. Returns at once; what it cannot do is told in the log and the language status. */
export function startClient(context: vscode.ExtensionContext): Client {
  const log = vscode.window.createOutputChannel('Incident Docs', { log: true });
  const { name, version } = context.extension.packageJSON as { name: string; version: string };
  log.info(`${name} ${version}, ${vscode.env.appName} ${vscode.version}, Node ${process.version}, ${process.platform} ${process.arch}`);

  const detections = new Detections();
  const status = new LanguageStatus(detections);
  const settingsFiles = new SettingsFiles();
  const client: LanguageClient = new LanguageClient(
    'incidentDocs',
    'Incident Docs',
    { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc },
    {
      documentSelector: [...documentSelector, ...settingsSelector],
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'incident-docs',
      initializationOptions: (): InitializationOptions => ({ commands: true, choices: choices.all, ...(vscode.l10n.bundle && { l10n: vscode.l10n.bundle }) }),
      markdown: { isTrusted: { enabledCommands: [findSimilarCommand] }, supportHtml: false },
      middleware: { handleDiagnostics: (uri, diagnostics, show) => settingsFiles.handle(uri, diagnostics, show) },
      initializationFailedHandler: (error: unknown) => {
        log.error('The server could not be initialized.', error);
        return false;
      },
      errorHandler: {
        error: async (error, message, count) => ({ ...(await defaults().error(error, message, count)), handled: true }),
        closed: async () => {
          const result = await defaults().closed();
          // A restart is no news. Only a server that stays down is told once, by the library.
          return { ...result, handled: result.action === CloseAction.Restart };
        },
      },
    },
  );
  let handler: ReturnType<LanguageClient['createDefaultErrorHandler']> | undefined;
  const defaults = () => (handler ??= client.createDefaultErrorHandler());

  let starting: Promise<boolean>;
  const start = (): Promise<boolean> =>
    (starting = client.start().then(
      () => true,
      (error: unknown) => {
        log.error('The server could not be started.', error);
        return false;
      },
    ));
  const ask = asking(client, () => starting);
  const plans = new Plans(ask);
  const choices = new Choices(context.workspaceState, (all) => {
    if (client.isRunning()) void client.sendNotification(choicesNotification, { choices: all } satisfies ChoicesParams);
  });
  const pages = new Pages();
  const rendered = new RenderedPages(context.extensionUri, pages);
  const keys = new ContextKeys(detections, plans);
  const planEditor = new PlanEditor(plans);
  const viewParts = { plans, detections, editor: planEditor, log };
  const preview = new ActionPlanPanel(context.extensionUri, viewParts);
  const actions = new ActionTree(context.workspaceState, planEditor, detections, ask, (token, tell) =>
    client.onProgress(WorkDoneProgress.type, token, (value) => {
      if ('message' in value && value.message !== undefined) tell(value.message);
    }));

  let disposed = false;
  const listeners = vscode.Disposable.from(
    choices,
    pages,
    rendered,
    new Structure(detections),
    vscode.commands.registerCommand('incidentDocs._wrong', showWays),
    client.onNotification(detectionNotification, (params: unknown) => detections.accept(params)),
    detections.onDidChange((uri) => {
      const detection = detections.of(uri);
      if (detection) log.info(`${uri.path}: ${detection.kind}; ${detection.reasons.join('; ') || 'no reasons'}`);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) detections.clear();
      const down = !disposed && (newState === State.StartFailed || newState === State.Stopped);
      status.setFailure(down ? vscode.l10n.t('The checks are off until it is restarted; the log tells why.') : null);
    }),
  );
  void start();

  const timeline = new TimelineWalk(detections, ask);
  const paste = new TimelinePaste(detections, ask);
  const live = new LiveWriting(detections, ask);
  const clock = new Clock(context.workspaceState, detections, ask);
  const sample = new Sample(context.extensionUri, detections);
  const refactor = new Refactor(detections, ask);
  const open = async (where: Parameters<ActionPlanPanel['open']>[0], document: unknown): Promise<void> => {
    if (!(await preview.open(where, document))) sayNoIncidentDocument();
  };
  return {
    detections,
    plans,
    preview,
    planEditor,
    editPlan: (document, panel) => editActionPlan(document, panel, context.extensionUri, viewParts),
    actions,
    commands: {
      newDocument: (shape) => newDocument(context, null, shape),
      newPostMortem: () => newDocument(context, 'postmortem'),
      newEscalationSummary: () => newDocument(context, 'escalation'),
      newIncidentLog: () => newDocument(context, 'live'),
      openSample: (view) => sample.open(view),
      openActionPlanToSide: (document) => open({ viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, document),
      openActionPlan: (document) => open({ viewColumn: vscode.ViewColumn.Active, preserveFocus: false }, document),
      copyActionPlanAs: (format, document) => copyPlan(detections, ask, format, document, preview.source),
      exportActionPlan: (format, document) => saveExportedPlan(detections, ask, format, document, preview.source),
      reopenAsActionPlan: (document) => preview.reopen(document),
      toggleActionPlanLock: () => preview.lock(),
      goToNextTimelineEntry: () => timeline.go('next'),
      goToPreviousTimelineEntry: () => timeline.go('previous'),
      convertToTimelineEntries: () => paste.convertSelection(),
      insertEntryNow: () => live.insertEntry(),
      setStatus: () => live.setStatus(),
      markMilestone: () => live.markMilestone(),
      toggleClock: () => clock.toggle(),
      showWorkspaceActions: () => actions.showWorkspace(),
      showOpenActions: () => actions.showOpen(),
      refreshActions: () => actions.collect(),
      groupActionsByDocument: () => actions.group('document'),
      groupActionsByOwner: () => actions.group('owner'),
      groupActionsByDue: () => actions.group('due'),
      showDoneActions: () => actions.showDone(true),
      hideDoneActions: () => actions.showDone(false),
      markActionDone: (row) => actions.mark(row, true),
      markActionOpen: (row) => actions.mark(row, false),
      copyAction: (row) => actions.copy(row),
      openActionTicket: (row) => actions.openTicket(row),
      findSimilar: () => findSimilar(ask),
      formatDocument: () => rewrite(detections, ask, formatRequest, {}, vscode.l10n.t('This document is laid out evenly already.')),
      convertToMarkdown: () => rewrite(detections, ask, convertRequest, { to: 'markdown' }, vscode.l10n.t('This document is written in Markdown already.')),
      convertToPlainText: () => rewrite(detections, ask, convertRequest, { to: 'plainText' }, vscode.l10n.t('This document is written in plain text already.')),
      customerSafeCopy: (document) => createCustomerSafeCopy(ask, document, preview.source),
      refactor: () => refactor.choose(),
      sortTimeline: () => refactor.make(sortTimelineKind, vscode.l10n.t('There is no timeline here that is out of order.')),
      convertTimes: () => refactor.convertTimes(),
      addMissingSections: () => refactor.make(addMissingSectionsKind, vscode.l10n.t('No problem asks for another section.')),
      reviewChecklist: (document) => showReview(ask, rendered, document, preview.source),
      explainRule: (params) => explainRule(context.extension, params),
      disableRule: (params) => disableRule(context.extension, params),
      treatAsIncident: (document, selection) => choose('incident', choices, ask, document, selection, preview.source),
      notAnIncident: (document, selection) => choose('other', choices, ask, document, selection, preview.source),
      explainDetection: (document) => explainDetection(ask, rendered, document, preview.source),
      showEffectiveSettings: (document) => showEffectiveSettings(ask, pages, document, preview.source),
      copyDiagnosticsInfo: () => copyDiagnosticsInfo(context.extension, ask, detections, choices, () => client.isRunning()),
      async restartServer() {
        log.info('Restarting the server.');
        if (client.needsStop()) await client.stop().catch((error: unknown) => log.error('The server could not be stopped.', error));
        handler = undefined;
        await start();
      },
      showLog: () => log.show(),
    },
    isRunning: () => client.isRunning(),
    async dispose() {
      disposed = true;
      for (const part of [listeners, paste, clock, actions, preview, keys, status, detections, settingsFiles]) part.dispose();
      await client.dispose().catch(() => undefined);
      log.dispose();
    },
  };
}
