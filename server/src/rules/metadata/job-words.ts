import { phrases } from '../../document/vocabulary';

/** Words that name a job by themselves. */
const jobs = `engineer|developer|programmer|architect|administrator|admin|analyst|specialist|consultant|officer|manager|director|lead|leader|head|chief
  |president|vp|svp|evp|cto|ceo|cio|ciso|coo|cfo|cpo|dba|sre|tam|csm|technician|operator|representative|executive|agent|commander|responder|supervisor|coordinator
  |owner|sponsor|scientist|tester|expert|oncall`;

/** Words that only say more of a job. */
const qualities = `senior|junior|principal|staff|associate|assistant|deputy|vice|general|global|regional|interim|acting|duty|shift|primary|secondary|on|call|in|charge|of|for|the|and
  |support|technical|technology|tech|database|data|backup|storage|network|networking|security|system|systems|platform|infrastructure|infra|site|reliability|devops
  |operations|operation|ops|it|software|hardware|cloud|application|applications|app|customer|client|success|account|service|services|delivery|product|project
  |program|programme|incident|escalation|escalations|problem|change|release|compliance|risk|quality|qa|test|web|frontend|backend|front|back|end|full|stack|mobile
  |integration|solutions|solution|field|production|information|business|key|engineering|development|research|finance|financial|treasury|legal|procurement|logistics
  |supply|chain|payments|payment|billing|sales|marketing|communications|executive|tier|level|l1|l2|l3|l4|1|2|3|4|ii|iii`;

const ofJobs = new Set(phrases(jobs));
const allWords = new Set([...ofJobs, ...phrases(qualities)]);

/** Whether words, in lower case and with one space between, are a job's title and no more: "senior database engineer". */
export function isJob(words: string): boolean {
  return saysNoName(words) && (words.split(' ').some((word) => ofJobs.has(word)) || words === 'on call');
}

/** Whether words say something of a job and name nobody: "L2", "network". */
export function saysNoName(words: string): boolean {
  const list = words.split(' ');
  return list.length <= 8 && list.every((word) => allWords.has(word));
}
