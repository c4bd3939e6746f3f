/**
 * Where a document that a person writes may live, as URI schemes. An allow-list: the chat input, comments, source control,
 * output and the old side of a diff are plain text too, and none of our business.
 */
export const documentSchemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'gist', 'memfs'];

/** Names that say by themselves that a file is an incident document, whatever language an editor takes it for. */
export const ownName = /\.(?:incident|escalation|postmortem)(?:\.txt)?$/i;

const MAX_LINES = 200;
const MAX_LENGTH = 32 * 1024;
/** A heading, a label or a title is never longer; the rest of a line is not looked at. */
const MAX_HEAD = 96;

/** Words that name the kind of document, wherever a heading or one of the first lines says them. */
const TITLE = new RegExp(
  [
    'post[- ‑]?mortem', 'post[- ]incident', 'incident[- ](?:report|review|summary|analysis|retrospective|write-?up|#|\\d)', '^incident\\b',
    'outage', 'root[- ]cause', '\\brca\\b', '\\bpir\\b', 'escalation', '\\besc[-_ ]?\\d', '\\bsev[- ]?\\d', 'after[- ]action', 'correction of error',
    'disclosure', 'retrospective', '\\b(?:failure|downtime|disruption|degradation|breach|exploit|crash|unreachable|down)\\b', '(?:issue|problem) (?:report|summary)', '\\bincident\\b',
    // French, German, Spanish, Portuguese, Japanese
    'rapport d.incident', 'retour d.exp', 'compte rendu d.incident', 'escalade', 'vorfall', 'störung', 'ausfall', 'eskalation',
    'informe d[eo] inciden', 'incidente', 'escalamiento', 'escalación', 'relatório d[eo] incidente', 'escalonamento',
    'ポストモーテム', '事後', 'インシデント', '障害', 'エスカレーション',
  ].join('|'),
  'i',
);

/** Titles that the server's detection takes for a sign of their own. */
const NAME =
  /post[- ‑]?\s?mortem|\bincident\b|\brca\b|root cause analysis|outage|after[- ]action|escalat|\besc-\d|eskalation|escalaci[oó]n|escalade|ポストモーテム|障害報告|エスカレーション|informe de incidente|relatório de incidente|störungsbericht|rapport d.incident/i;

/** First lines that tell of a failure. */
const FAILURE =
  /\b(?:crash|unavailable|inaccessible|fail|broken|leak|compromis|overload|degrad|halt|not (?:running|working|responding)|attack|errors?\b|lost\b|loss\b|expir|stuck|latency|slow|induced|deleted|missing|takeover|phishing)/i;

/** Headings that incident documents have and few others do. */
const ROLE = new RegExp(
  '^(?:the |our |detailed |full |incident |event |outage |issue |problem |customer |business |user |technical |blameless |preliminary |initial )*(?:' +
    [
      '(?:events?\\W+)?time ?line', 'chronology', 'sequence of events', 'key events', 'event log',
      'root[- ]?causes?', 'causes?\\b', 'causal', 'contributing', "(?:(?:five|5) )?why(?:s|'s)\\b", 'why this happen', 'fault\\b', 'symptoms?\\b', 'investigation', 'trigger', 'lead[- ]?up',
      'impact', 'affected', 'damage', 'detection', 'mitigation', 'work ?around', 'resolution', 'recovery', 'remediation', 'containment', 'response\\b',
      'action (?:items?|plan|points?)', 'corrective', 'preventi', 'preventative', 'follow[- ]?ups?', 'next steps', 'review actions', '(?:immediate|future|remedial) actions?', 'actions taken', '(?:short|long)[- ]term (?:fix|solution|action|improvement)',
      'resolving actions', 'improvements', 'recommendations', 'lessons', 'learnings', "what(?: (?:happen|went|did|was done|was impacted|we.re doing)|'s wrong)", 'where we got lucky', 'things that went',
      'customer sentiment', 'sentiment', 'escalation', 'description of (?:the )?(?:issue|incident|problem)', 'how (?:we|did we) (?:detect|respond|fix)',
      'what (?:was|were) the (?:impact|cause)', 'how (?:was|it was) (?:it )?(?:detected|fixed|resolved)', 'recurrence', 'backlog check',
      'impact assessment', 'going forward', 'status updates?', 'current status', 'details of (?:the )?(?:incident|exploit|vulnerability|fix)',
      // French, German, Spanish, Portuguese, Japanese
      'chronologie', 'causes? (?:racine|première|profonde)', 'incidence', 'détection', 'résolution', 'leçons', 'enseignements', "plan d.action", "actions? correctives?",
      'zeit(?:leiste|linie|achse|strahl|licher)', 'verlauf', 'ursache', 'hauptursache', 'grundursache', 'auswirkung', 'erkennung', 'behebung', 'lösung', 'maßnahmen', 'massnahmen', 'erkenntnisse', 'lehren',
      'l[ií]nea d[eo] tiempo', 'linha do tempo', 'cronolog[ií]a', 'causas? (?:ra[ií]z|principal)', 'impacto', 'detec[cç]', 'resoluci[oó]n', 'resolu[cç][aã]o', 'lecciones', 'li[cç][oõ]es',
      'plan d[eo] acci[oó]n', 'plano de a[cç]', 'acci[oó]nes', 'a[cç][oõ]es', 'medidas',
      'タイムライン', '時系列', '経緯', '根本原因', '原因', '影響', '検知', '対応', '復旧', '暫定', '恒久', '再発防止', '教訓', 'アクション', '対策',
    ].join('|') +
    ')',
  'i',
);

/** What makes a heading one of an incident document wherever in it the words stand. */
const WITHIN =
  /root ?cause|time ?line|impact|affected|contribut|detect|mitigat|work ?around|resol|recover|remediat|action (?:item|plan)|corrective|prevent|lessons|learning|takeaway|went (?:well|wrong|poorly)|sentiment|trigger|cause (?:of|analysis)|underlying cause|proximate cause|blast radius|chronolog|of events|escalat|symptom|causa|cause (?:racine|profonde)|cronolog|auswirkung|ursache|contribu|beitragende|customer (?:feedback|satisfaction|relationship)|why|\blog$|summary|problem|status|communica|comms|participants|responders|updates|monitoring|alerting|discover|scope|losses|auslöser|déclencheur|betroffen|fix(?:es)?$|technical|mesures|steps|way forward|description|improvements|[影原復暫教対検経事]/i;

/** Facts that an incident document states as `Key: value`, in a table's first cell or as a heading. */
const FIELD = new RegExp(
  '^(?:incident |issue |customer |report |escalation |impact |total |overall )*(?:' +
    [
      'customer', 'client\\b', 'account\\b', 'severity', 'priority', 'status', 'escalat', 'incident(?: (?:id|number|name|date|title|owner|commander|lead|manager|start|end))?\\b', 'commander',
      'started', 'start(?: time)?\\b', 'detected', 'first detected', 'identified', 'acknowledged', 'mitigated', 'resolved', 'repaired', 'closed', 'reported', 'end(?: time)?\\b',
      'duration', 'downtime', 'time to (?:detect|repair|resolve|mitigate|recover)', 'services?(?: affected)?\\b', 'affected (?:services?|systems?|users?|customers?)', 'impact(?:ed)?\\b', 'root cause', 'resolution\\b',
      'slack thread', 'responders?', 'attendees', 'assigned', 'authors?\\b', 'owner\\b', 'created\\b', 'date\\b',
      'gravité', 'priorité', 'statut', 'durée', 'client', 'schweregrad', 'priorität', 'kunde', 'dauer', 'severidad', 'gravedad', 'prioridad', 'estado', 'cliente', 'duración',
      'severidade', 'prioridade', 'duração', '重大度', '深刻度', '優先度', 'ステータス', '状態', '顧客', '期間', '発生', '検知', '復旧', '解決',
    ].join('|') +
    ')[^:|：]{0,24}[:|：]',
  'i',
);

/** A line that begins with an hour, a date or an offset from the start ("T+12 min"). */
const TIMED =
  /^(?:~|≈|ca\.? |about |around |between |from |at )?[`[(]?(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|\d\d?[:.h]\d\d\b|\d\d? ?[ap]\.?m\b|t ?[+-] ?\d|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d\d?(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d+月\d+日|\d+時)/i;

/** Marks before a line's words: quote, heading, list, table, emphasis, numbering, checkbox, ruled headings, emoji and shortcodes. */
const MARKS = /^(?:[\s>#*+_|`=~\-–—•·▪\p{Extended_Pictographic}]|\ufe0f|\u200d|\d{1,2}[.)]\s|\[[ xX]\]\s|:[a-z_]+:)+/u;
/** A line that is marked up as a heading. */
const MARKED = /^\s*(?:#|\*\*|__|=|-{2})/;
const BULLET = /^\s*[-*+•]\s/;
const ENDS_WITH_COLON = /[:：]\s*$/;
const UNDERLINE = /^[=\-~]{3,}\s*$/;

/** A label or a key with its colon, near the beginning of a line. */
const KEY = /^[^\s:：|.!?,;][^:：|.!?,;]{0,40}[:：]/;

/**
 * Whether a text might be an incident document: the cheap look that decides whether the language server is worth starting.
 * Reads at most the first 200 lines or 32 KB, in linear time. Meant to be true for more texts than the server's own detection accepts; a test counts where it is not.
 */
export function glance(text: string): boolean {
  const limit = Math.min(text.length, MAX_LENGTH);
  const roles = new Set<string>();
  const hints = new Set<string>();
  const fields = new Set<string>();
  let titled = false;
  let named = false;
  let outline = 0;
  let timed = 0;
  let filled = 0;
  let previous = '';

  const takeHeading = (content: string): void => {
    outline++;
    if (TITLE.test(content)) titled = true;
    const role = ROLE.exec(content);
    if (role) roles.add(role[0].toLowerCase());
    else {
      const hint = WITHIN.exec(content);
      if (hint) hints.add(hint[0].toLowerCase());
    }
  };

  for (let at = 0, line = 0; at < limit && line < MAX_LINES; line++) {
    let end = at;
    while (end < limit && !isLineEnd(text.charCodeAt(end))) end++;
    const raw = text.slice(at, Math.min(end, at + MAX_HEAD));
    const whole = end - at <= MAX_HEAD;
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
    if (UNDERLINE.test(raw)) {
      if (previous !== '') takeHeading(previous);
      previous = '';
      continue;
    }
    const content = raw.replace(MARKS, '');
    previous = content;
    if (content === '') continue;
    filled++;
    if (TIMED.test(content)) timed++;
    const marked = raw.length > content.length && MARKED.test(raw);
    const key = KEY.test(content);
    const bullet = BULLET.test(raw);
    if (marked) takeHeading(content);
    else {
      const role = ROLE.exec(content);
      if (role && (key || (!bullet && isBare(content, role[0].length, whole)))) takeHeading(content);
      else if (key && whole && ENDS_WITH_COLON.test(content)) takeHeading(content);
      else if (key) outline++;
    }
    if (filled <= 8 && !bullet) {
      titled ||= TITLE.test(content) || (filled <= 3 && FAILURE.test(content));
      named ||= (filled <= 2 || marked) && NAME.test(content);
    }
    const field = FIELD.exec(content);
    if (field) fields.add(field[0].toLowerCase());
  }
  const timeline = timed >= 3 ? 1 : 0;
  const header = fields.size >= 4 ? 2 : fields.size >= 2 ? 1 : 0;
  const signals = roles.size + timeline + header;
  // Three signals, two hints being as good as one; beside timed entries or a header block a hint counts in full.
  const weight = timeline + header > 0 ? 1 : 0.5;
  return signals + hints.size * weight >= 3 || (titled && signals >= 1) || (named && outline >= 3);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Whether a line that begins with a role word is a bare heading: short, and no sentence. */
function isBare(content: string, word: number, whole: boolean): boolean {
  return whole && content.length <= word + 24 && !/[.!?,;]$/.test(content);
}
