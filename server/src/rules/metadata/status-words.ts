import { doneWords, openWords, phrases, statusStages } from '../../document/vocabulary';

/** Words that tell, alone or in a phrase, how an incident or its document is, beside those of the shared vocabulary. */
const more = `accepted|acked|action|addressed|amber|analysed|analysing|analysis|analyzed|analyzing|approval|assessing|awaiting|canceled|cancelled|checking|clear|cleared|closing|closure|concluded|confirmed|continuing|controlled|corrected
  |critical|current|customer|debugging|deferred|degraded|deployed|detected|diagnosed|diagnosing|disrupted|down|duplicate|ended|engaged|escalating|expired|failed|false|finalised
  |finalized|fine|follow|fully|good|green|grey|handover|healthy|held|hotfix|hotfixed|investigated|investigation|hold|hypercare|inactive|incomplete|internal|interim|invalid|known|limited|live|locked|maintenance|merged
  |mitigating|monitored|nominal|normal|obsolete|observation|observed|offline|ok|okay|online|operational|outage|over|parked|partial|partially|patched|paused|permanent
  |plan|planning|post|postmortem|postponed|preliminary|private|proposed|public|queued|rca|ready|reassigned|recorded|recovering|recovery|red|rejected|released|remediated|remediating|remediation|removed
  |reopened|repaired|replaced|report|required|responding|restoring|retired|retracted|rolled|running|sent|settled|signed|solved|stabilising|stabilizing|stale|stalled|stopped
  |submitted|success|successful|superseded|suspended|temporary|temporarily|testing|tracking|transferred|triaged|unassigned|unconfirmed|under|understood
  |unresolved|unstable|up|updated|updating|validated|validating|verification|verified|verifying|void|waived|warning|watch|workaround|watching|withdrawn|wontfix|working|written|yellow`;

/** Single words of all phrases: "in progress" gives "progress". */
export const statusWords: ReadonlySet<string> = new Set([...Object.values(statusStages), doneWords, openWords, more].flatMap(phrases).flatMap((phrase) => phrase.split(' ')));

/** What a misspelt status may have been meant to be. */
export const usualStatuses: readonly string[] = [
  'draft', 'open', 'investigating', 'in progress', 'identified', 'mitigated', 'monitoring', 'contained', 'escalated', 'on hold', 'pending', 'resolved', 'fixed', 'restored',
  'completed', 'closed', 'published',
];

/** Everyday words for a status, and the status that readers know. */
export const informalStatuses: Readonly<Record<string, string>> = {
  doing: 'in progress', solving: 'in progress', handling: 'in progress', processing: 'in progress', looking: 'investigating', gone: 'resolved',
  sorted: 'resolved', shut: 'closed',
};
