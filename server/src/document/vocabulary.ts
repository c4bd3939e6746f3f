/** The words of incident documents. Data only: what a word means is decided here, where it counts is decided elsewhere. */

export type SectionRole =
  | 'summary' | 'impact' | 'timeline' | 'detection' | 'trigger' | 'rootCause' | 'contributingFactors' | 'technicalDetails'
  | 'mitigation' | 'resolution' | 'actions' | 'status' | 'sentiment' | 'communication' | 'lessons' | 'participants'
  | 'escalation' | 'references' | 'background' | 'glossary' | 'appendix';

export type FieldKey =
  | 'id' | 'customer' | 'status' | 'priority' | 'severity' | 'escalationLevel' | 'created' | 'escalated' | 'started'
  | 'detected' | 'acknowledged' | 'mitigated' | 'resolved' | 'closed' | 'date' | 'authors' | 'owner' | 'contact'
  | 'duration' | 'services';

export type MilestoneKey = 'started' | 'detected' | 'acknowledged' | 'declared' | 'escalated' | 'identified' | 'mitigated' | 'resolved';

export type Horizon = 'immediate' | 'short' | 'medium' | 'long';

/** The phrases of a role's headings, in lower case, words only. */
export interface SectionWords {
  /** These count when they are the whole heading, or a whole part of it: "Root Cause and Resolution" has two parts. */
  readonly whole: string;
  /** These count anywhere in a heading, the last one winning. */
  readonly within: string;
}

/** What the headings say that speak for an incident document. */
export const weighedSections = {
  summary: {
    whole: `summary|headline|overview|bottom line|what this is|what this is about|complaint|abstract|synopsis|tl dr|tldr|description|incident|incident details|issue|problem`
      + `|what happened|what happens|what happened in short|what is wrong|what is broken|what is going on|scenario|in short|at a glance|situation|brief|incident description`
      + `|the short version|short version|gist|in one paragraph|problembeschreibung|motivo|in a nutshell|the gist|resumen|descripción|qué pasó|qué ocurrió|worum es geht|worum geht es|worum ging es|zusammenfassung|überblick|beschreibung|was ist passiert|kurzfassung|résumé|synthèse|description de l incident`
      + `|que s est il passé|resumo|descrição|o que aconteceu|概要|サマリー|要約|事象|障害概要`,
    within: `executive summary|incident summary|issue summary|issue description|problem statement|problem description|problem summary`
      + `|summary of the incident|summary of the issue|summary of events|incident overview|outage overview|what the customer reported|resumen ejecutivo|resumen del incidente|management summary`
      + `|résumé exécutif|sumário executivo|resumo executivo`,
  },
  impact: {
    whole: `scope|effect|cost|money|pain|who is hurting|symptom|effects|risks and hazards|what it means for them|what it means|why it matters|why it matters now|what the customer sees`
      + `|what users saw|damage|loss|losses|who was hit|who was affected|who is affected|what was affected|sla|slo|alcance|afectación|folgen|betroffene|conséquences|portée|consequências|影響|影響範囲|被害`,
    within: `impact|impacted|effect on|what it did to|what it means for|what this meant|what it costs|cost to|affected|observed symptoms|the symptom|blast radius|sla violation`
      + `|error budget|impacto|auswirkung|auswirkungen|impact client`,
  },
  timeline: {
    whole: `log|what happened so far|key dates|key times|key timestamps|timestamps|activity|case history|update log|live updates|progress log|running log|history of the case|how the night went|what happened when|order of events|hour by hour|day by day|minute by minute|how it went|how it happened|when did what happen|event log|how we got here|how it got here|events so far|update history|case notes|work notes|incident log|status log|key events|events|history|sequence|so far|how it unfolded|what happened when|activity log`
      + `|historial|histórico|verlauf|chronik|cronograma|déroulement|zeitleiste|zeitverlauf|zeitlicher ablauf|ablauf|zeitlinie|ligne de temps|タイムライン|時系列|経緯|対応履歴`,
    within: `timeline|time line|chronology|sequence of events|timeline of events|chain of events|course of events|events since|cronología|chronologie|linha do tempo|línea de tiempo`,
  },
  detection: {
    whole: `how was it detected|how did we find out|how we found out|how we noticed|discovery|how it was found|identified|how it was identified|how was it identified|alert|alerting`
      + `|detección|erkennung|entdeckung|détection|detecção|検知|検出`,
    within: `detection|detected|time to detect|issue identified|how was this detected|discovered`,
  },
  trigger: {
    whole: `what changed|the change|precipitating event|auslöser|déclencheur|disparador|desencadenante|gatilho|きっかけ|発端|トリガー`,
    within: `trigger|triggering event|triggered by`,
  },
  rootCause: {
    whole: `why|reason|reasons|reason for the outage|reason for the incident|what broke|what failed|why it broke|why it failed|cause|fault analysis|rca|diagnosis|where it comes from|why it happens|why it happened|why did it happen|why this happens|why this happened|why did this happen|how did it happen|how did this happen|how this happened|why the event happened|what caused it|what caused this|hypothesis`
      + `|causa|technische ursache|ursache|ursachen|grundursache|hauptursache|fünfmal warum|warum|cause profonde|causa principal|原因|根本原因|直接原因|直接の原因|根本原因分析|なぜなぜ分析`,
    within: `root cause|rootcause|root cause analysis|cause of the problem|cause of the incident|cause of the issue|cause of the outage|cause analysis|technical cause|underlying cause|probable cause|suspected cause|likely cause|presumed cause|was the cause|proximate cause|five whys|5 whys|causa raíz|cause racine|ursachenanalyse`,
  },
  contributingFactors: {
    whole: `contributors|contributing|what made it worse|what did not help|aggravating|begünstigende faktoren|causal chain|causal factors|process breakdown|factores contribuyentes|beitragende faktoren|facteurs contributifs|fatores contribuintes|寄与要因`,
    within: `contributing factor|contributing causes|contributing conditions|contributory factors|contributory causes|made it worse|aggravating factors`,
  },
  technicalDetails: {
    whole: `technical|details|fault|analysis|diagnostics|diagnosis steps|diagnostic steps|environment|error log|errors|evidence|system details|findings|what we found|the bug|the vulnerability|indicators of compromise|ioc`
      + `|detalles técnicos|technische details|détails techniques|detalhes técnicos|調査|詳細|技術的詳細`,
    within: `technical detail|technical analysis|technical notes|technical background|technical description|technical information|technical deep dive|details of the vulnerability|details of vulnerability`
      + `|details of incident|details of the incident|details of exploit|details of the exploit|incident details|logs|error logs|investigation`,
  },
  mitigation: {
    whole: `band aid|first aid|immediate response|immediate measures|sofortmaßnahmen|sofortmassnahmen|mesures immédiates|medidas inmediatas|mitigators|short term fix|short term solution|stabilization|stabilisation|steps taken|temporary solution|stopgap|umgehung|abmilderung|contournement|atténuation|mitigación|contención|solución temporal|mitigação|contorno|緩和策|暫定対応|回避策|応急処置`,
    within: `workaround|did we mitigate|we mitigated|mitigation|temporary fix|containment|mitigating actions`,
  },
  resolution: {
    whole: `fix|fixes|what was done|what has been done|what we did|action taken|solving|repairing|solution|repair|restoration|how we got out|how we fixed it|how it was fixed|how it was resolved|how it was put right|how we put it right|put right|eradication|what fixed it`
      + `|resolución|solución|solución aplicada|serviço executado|solução aplicada|recuperación|lösung|behebung|wiederherstellung|résolution|rétablissement|resolução|solução|recuperação|復旧|解決|対応|恒久対応|復旧対応`,
    within: `resolution|recovery|remediation|details of fix|details of the fix|resolved|service restoration|permanent fix`,
  },
  actions: {
    whole: `action|next week|sub tasks|subtasks|to be done|case tasks|open points|open items|open actions|what will we do|plan|plan of action|tasks|todo|to do|to dos|followup|next|remediations|recommendation|tracker|who does what`
      + `|what is next|what we do|what we change|what we will change|what we will do|what are we doing|what we do about it|what we are doing about it|what we are doing|what we did about it|corrective and preventive actions|corrective and preventative actions|corrective and preventive measures|corrective and preventative measures|countermeasures|agreed actions|intentions|abstellmaßnahmen|review actions|resolving actions`
      + `|acciones|plan de acción|próximos pasos|medidas|medidas correctivas|massnahmen|weiteres vorgehen|acciones correctivas|acciones acordadas|medidas acordadas|plan d actions|aktionsplan|nächste schritte|aufgaben|folgemaßnahmen|plan d action|actions correctives|prochaines étapes|mesures|suivi`
      + `|ações|plano de ação|próximos passos|ações corretivas|medidas corretivas|アクション|アクションアイテム|再発防止|再発防止策|対策|今後の対応|改善策`,
    within: `will we do|will do|possible action|proactive measures|proactive actions|measures agreed|agreed measures|actions agreed|agreed actions|will you do|not happen again|we are changing|still to do|maßnahmen|remaining work|workstreams|fehlerwiederholung|remedial action|action item|future actions|action plan|next steps|follow up|follow ups|corrective action|preventative actions|preventive action|measures|long term changes|planned changes|future changes`
      + `|remediation items|remediation plan|future work|improvements|recommendations|long term fix|long term fixes|long term solution|preventing recurrence|prevent recurrence|preventing this|prevention|action points`,
  },
  status: {
    whole: `state|where we are today|where things stand|overall status|where are we|where are we now|current situation|situation now|update|latest|estado|estado actual|stand|aktueller stand|status quo|état|état actuel|situation actuelle|situação atual|estado atual|ステータス|現状|現在の状況`,
    within: `current status|where we are|current state|status update|where it stands|status now|present status|latest status|changed since`,
  },
  sentiment: {
    whole: `vibe|tone|temperature|atmosphere|client position|customer position|how they are|how they feel|how they take it|relationship|customer mood|customer view|customer voice|customer perception|csat|stimmung|percepção do cliente|percepción|kundenstimmung|sentimiento|ressenti|sentimento|顧客感情`,
    within: `customer temperature|client temperature|customer sentiment|customer took it|sentiment|mood|customer vibe|client relationship|client mood|customer feedback|customer satisfaction|customer relationship|sentimiento del cliente|ressenti client|sentimento do cliente`,
  },
  communication: {
    whole: `next mail|rhythm|next brief|next briefing|next call|talking to them|told to|who was told|reporting arrangements|notification|messaging|updates|external message|internal message|what we told customers|disclosure|announcements|comunicación|comunicaciones|kommunikation|comunicação|コミュニケーション|連絡`,
    within: `communication|comms|status page|stakeholder updates|customer updates|third party disclosure|customer message`,
  },
  lessons: {
    whole: `good and bad|luck|what worked what did not|what worked and what did not|gut gelaufen|learned|key takeaways|retrospective|reflection|what went right|what went badly|what did not go well|what did not go so well`
      + `|where we got lucky|good|bad|what worked|what helped|what did not|what did not work|what we learned|insights`
      + `|was lief gut was nicht|was lief gut|was gut lief|was lief schlecht|was nicht gut lief|qué salió bien|qué salió mal|ce qui a bien fonctionné|ce qui a bien marché|o que correu bem|lecciones|lecciones aprendidas|aprendizajes|erkenntnisse|gelernte lektionen|leçons|leçons apprises|enseignements|lições|lições aprendidas|教訓|学び|学んだこと|うまくいったこと|うまくいかなかったこと|幸運だったこと|運が良かったこと|改善が必要なこと|技術的教訓|組織的教訓|技術的な教訓|組織的な教訓|運用上の教訓|対応の評価`,
    within: `lessons learnt|did we learn|can we learn|we learned|lesson learned|lessons|learnings|takeaways|do differently|what went well|what went wrong|what went poorly|done better|gone better|be better|been better|got lucky|were lucky`,
  },
  participants: {
    whole: `people|who is who|who was there|who was here|who is on|roles|team|staff|involved|who was involved|present|on the bridge|contacts|stakeholders|contributors to the response|participantes|implicados|beteiligte|teilnehmer|intervenants|personnes impliquées|envolvidos|参加者|関係者|対応者`,
    within: `responders|participants|attendees|people involved|roles and responsibilities|response team|incident team`,
  },
} as const satisfies Partial<Record<SectionRole, SectionWords>>;

/** What the other headings say. */
const otherSections = {
  escalation: {
    whole: `escalation|ask|need by|escalación|eskalation|escalade|escalonamento|エスカレーション`,
    within: `escalation path|escalation history|escalation level|escalation details`,
  },
  references: {
    whole: `links|issue links|linked issues|linked tickets|related|see also|sources|resources|further reading|tickets|similar incidents|related cases|useful resources`
      + `|enlaces|referenzen|verweise|références|liens|referências|参考|参考資料|関連リンク|関連リソース|関連資料|関連ドキュメント|関連文書|関連チケット`,
    within: `references|read more|related tickets|related jira tickets|related issues|related incidents|related links|related pages|related documents|supporting information|additional resources|more resources`,
  },
  background: {
    whole: `lead up|leadup|lead in|history of the system|prerequisites|introduction|architecture|system overview|antecedentes|contexto|hintergrund|vorgeschichte|kontext|contexte|arrière plan|背景|前提`,
    within: `background|context`,
  },
  glossary: { whole: `terms|terminology|abbreviations|acronyms|glosario|glossar|begriffe|glossaire|glossário|用語|用語集`, within: `glossary` },
  appendix: { whole: `appendices|attachments|enclosures|anlagen|pièces jointes|anexos|numbers|adjuntos|anhänge|annexes|apéndice|anexo|anhang|annexe|apêndice|付録|補足`, within: `appendix|annex` },
} as const satisfies Partial<Record<SectionRole, SectionWords>>;

/** What every section's heading says. A call that is marked pure, since a bundle that has no use for it would keep a spread. */
export const sectionPhrases: Readonly<Record<SectionRole, SectionWords>> = /* @__PURE__ */ Object.assign({}, weighedSections, otherSections);

/** What a key says that speaks for an incident document, in the order in which the reasons name them. Lower case, words only. */
export const headerPhrases = {
  severity: `severity|sev|severity level|impact level|criticality|severidad|gravedad|schweregrad|gravité|sévérité|severidade|gravidade|重大度|深刻度`,
  priority: `priority|urgency|prio|prioridad|priorität|dringlichkeit|priorité|prioridade|優先度`,
  status: `status|state|estado|statut|état|situação|ステータス|状態`,
  escalated: `escalated|escalation date|escalation time|escalado|eskaliert|eskaliert am|escaladé|escaladée|escaladée le|escalado em|escalé le|escalonado|エスカレーション日`,
  started: `started|start|start of incident|impact start|impact started|began|beginn|gestartet|début|início|開始|発生日時|発生時刻|開始時刻`,
  detected: `detected|detection time|first detected|discovered|identified at|detectado|erkannt|détecté|detetado|検知日時|検知時刻`,
  resolved: `resolved|resolution time|fixed|repaired|restored|end|ended|impact end|behoben am|resuelto|behoben|gelöst|résolu|resolvido|復旧日時|解決日時|終了時刻`,
  duration: `duration|impact period|outage window|incident window|incident period|zeitraum|影響期間|影響時間|発生期間|duration of outage|duration of incident|length|time to resolution|downtime|duración|dauer|durée|duração|継続時間|所要時間|障害時間`,
  customer: `customer|end customer|mandant|account|client|tenant|organisation|organization|company|cliente|kunde|kundenname|顧客|顧客名|お客様`,
  escalationLevel: `level|tier|support level|support tier|nivel de escalación|eskalationsstufe|niveau d escalade|nível de escalonamento|エスカレーションレベル`,
  owner: `owner|driver|handled by|account owner|major incident manager|pilote|bearbeiter|zugewiesen an|asignado a|executive owner|accountable|coe owner|incident captain|document owner|assigned to|assigned engineer|assignee|assigned|dri|incident manager|commander|ic|lead|escalation manager|responsible|team owner|propietario|responsable|verantwortlich|verantwortlicher|zuständig|responsável|担当|担当者|オーナー|責任者`,
  services: `service|affected service|service affected|impacted services|affected system|system|affected components|component|product|servicios|servicios afectados|dienste|sistemas afetados|sistemas afectados|services concernés|betroffenes system|betroffene dienste|betroffene systeme|services affectés|serviços|serviços afetados|影響サービス|影響を受けたサービス|影響を受けたシステム|対象サービス|サービス`,
} as const satisfies Partial<Record<FieldKey, string>>;

/** What the other keys say. */
const otherPhrases = {
  id: `id|jira|escalation no|matter no|matter number|file no|reference no|référence|issue key|document no|document number|doc no|incident no|ref no|sir|vorfall nr|vorgang|incident name|incident number|incident #|incident key|case|case number|case no|ticket|ticket number|ticket no|reference|ref|reference number|escalation number|record|número de incidente|vorfallnummer|vorfall id|n ref|nuestra referencia|unser zeichen|beanstandung nr|relatório nº|informe nº|rapport no|インシデント番号|インシデントid`,
  created: `created|received|received on|opened|reported|raised|creado|creada|erstellt|erstellt am|eröffnet|eröffnet am|eingang am|gemeldet|abierto|abierto el|créé|ouvert|ouvert le|ouverte le|aberto em|chamado aberto em|criado|criado em|作成日|起票日`,
  acknowledged: `acknowledged|acked|reconocido|bestätigt`,
  mitigated: `mitigated|mitigation time|contained|mitigado|atténué`,
  closed: `closed|close date|cerrado|geschlossen|clôturé|clôturée le|clôturé le|fermé|fermée le|fechado|fechado em|クローズ日`,
  date: `date|as of|sent|data da visita|fecha de la visita|date de la visite|data do relatório|fecha del informe|date du rapport|date of incident|date of the incident|report date|date of report|published|posted|publication date|fecha|datum|data|日付|発生日|作成日時|incident date time`,
  authors: `author|from|originator|ersteller|erstellt von|written by|report by|report author|authored by|report authored by|prepared by|reported by author|created by|scribe|autor|autores|autorin|verfasser|auteur|rédigé par|作成者|著者|記入者`,
  contact: `contact|requester|requestor|requested by|customer exec|poc|point of contact|main contact|primary contact|contacto|ansprechpartner|interlocuteur|interlocutrice|interlocuteur client|interlocutrice client|kontakt|contato|連絡先`,
};

/** What every key says. A call that is marked pure, since a bundle that has no use for it would keep a spread. */
export const fieldPhrases: Readonly<Record<FieldKey, string>> = /* @__PURE__ */ Object.assign({}, headerPhrases, otherPhrases);

/** Words of a plan's headings that say when its items are due, the window in parentheses left aside. */
export const horizonPhrases: Readonly<Record<Horizon, string>> = {
  immediate: `immediate|immediately|now|today|hotfix|urgent|right away|quick wins|done|inmediato|sofort|immédiat|imediato|即時`,
  short: `short term|near term|this week|next week|this sprint|next sprint|short|soon|within a week|within two weeks|within 2 weeks|corto plazo|kurzfristig|court terme|curto prazo|短期`,
  medium: `medium term|mid term|medium|this month|next month|30 days|this quarter|medio plazo|mittelfristig|moyen terme|médio prazo|中期`,
  long: `long term|longer term|long|later|strategic|next quarter|future|backlog|someday|largo plazo|langfristig|long terme|longo prazo|長期`,
};

/** Words that say that an action is done, or that it is not, in a status cell, a suffix or a group's heading. */
export const doneWords = `done|complete|completed|finished|closed|resolved|fixed|shipped|deployed|implemented|merged|hecho|hecha|realizado|realizada|completado|completada|erledigt|umgesetzt|abgeschlossen|fertig|terminé|fait|feito|concluído|完了|済|対応済み`;
export const openWords = `open|outstanding|active|running|failed|still open|todo|to do|in review|on track|at risk|late|delayed|off track|not yet started|in progress|inprogress|not started|pending|waiting|planned|started|ongoing|doing|wip|blocked|backlog|new|assigned|under way|underway|scheduled|abierto|en curso|pendiente|offen|in arbeit|geplant|en cours|à faire|ouvert|aberto|em andamento|pendente|未着手|対応中|進行中|未対応|未完了`;

/** What stands where an owner would, and is none. */
export const noOwner = `nobody yet|add name|add owner|your name|name here|enter name|to be determined|to be decided|to be named|to be confirmed|to be agreed|open|not yet assigned|ticket|issue|jira|to be assigned|not assigned|no assignee|no owner|à définir|a definir|por definir|zu klären|n n|nn|keiner|niemand|empty|tbd|tbc|n a|na|none|unassigned|unknown|everyone|team|we|nobody|owner|name|要アサイン|要設定|未定`;

/** Columns of an action table by their header. */
export const actionColumns = {
  action: `summary|step|action|actions|action item|action items|task|tasks|item|description|what|todo|follow up|measure|remediation|improvement|acción|descripción|o que falta|aktion|maßnahme|aufgabe|tâche|ação|descrição|アクション|内容|対応内容|対策`,
  owner: `zuständig|wer|owner|owners|assignee|assigned to|assigned|who|responsible|dri|lead|person|responsable|verantwortlich|porteur|pilote|responsável|encargado|担当|担当者`,
  due: `fällig bis|due|due date|eta|deadline|when|by|target|target date|date|by when|plazo|fecha|fällig|termin|échéance|prazo|期限|期日`,
  status: `stand|st|status|state|done|progress|estado|statut|état|avancement|situação|situación|状態|ステータス`,
  ticket: `key|ticket|tickets|issue|bug|jira|reference|link|related issue|tracking|trello card|card|チケット`,
} as const;

/** Columns of a timeline table by their header. */
export const timeColumns = `time|when|date|timestamp|date time|datetime|time utc|utc|day|start|at|hora|fecha|zeit|datum|uhrzeit|heure|data|時刻|日時|時間`;

/** Status words by how far the incident is: from `open` to `closed`. */
export const statusStages = {
  draft: `draft|in review|review`,
  open: `open|new|raised|reported|triage|investigating|in progress|active|ongoing|identified|acknowledged|fixing|escalated|on hold|pending|blocked|waiting|in bearbeitung|offen|abierto|en curso|en cours|em andamento|調査中|対応中`,
  mitigated: `mitigated|contained|stable|stabilised|stabilized|workaround|monitoring|observing|partially restored|mitigado|entschärft`,
  resolved: `resolved|fixed|restored|recovered|completed|complete|done|resuelto|gelöst|behoben|résolu|resolvido|解決済み|復旧済み|完了`,
  closed: `closed|final|published|approved|archived|reviewed|cerrado|geschlossen|fermé|clos|fechado|クローズ`,
} as const;
export type StatusStage = keyof typeof statusStages;

/** Time zone abbreviations whose meaning is the same everywhere, as minutes east of UTC. */
export const zoneOffsets: Readonly<Record<string, number>> = {
  UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120, EET: 120, EEST: 180, MSK: 180, BST: 60, WAT: 60, CAT: 120, EAT: 180, SAST: 120, GST: 240,
  PST: -480, PDT: -420, MST: -420, MDT: -360, CDT: -300, EST: -300, EDT: -240, AKST: -540, AKDT: -480, HST: -600, BRT: -180, ART: -180,
  JST: 540, KST: 540, SGT: 480, HKT: 480, AEST: 600, AEDT: 660, ACST: 570, AWST: 480, NZST: 720, NZDT: 780,
};

/** Zone names that do not tell one offset by themselves, and the places of IANA's data, as a pattern. */
export const zoneNames = `(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+|-(?:Novo|Sablon|au-Prince|Nera))?|CST|IST|AST|PT|ET|CT|MT|Eastern Time|Pacific Time|Central Time|Mountain Time|Eastern|Pacific|Central|Mountain|local time|local`;

/** A phrase list as a set of its phrases. */
export function phrases(list: string): string[] {
  return list.split('|');
}
