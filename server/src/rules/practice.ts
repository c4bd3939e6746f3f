import { perDocument } from './per-document';

/** Words that give an incident away as one that never was. */
const practice = /\b(?:practice|simulated|fictional|fictitious|hypothetical|mock|tabletop) (?:environments?|scenarios?|incidents?|outages?|exercises?|backstory|drills?)\b|\b(?:incident|scenario|outage|post-?mortem) (?:is|was) (?:simulated|fictional|fictitious|hypothetical|made up|a drill|an exercise)\b|\btabletop exercise\b|\bgame ?day (?:exercise|scenario)\b/i;
/** It is said at the beginning. */
const opening = 2000;

/** Whether the document says of itself that its incident is an exercise: it has no day, and no response was due. */
export const isPractice = perDocument(({ text }) => practice.test(text.value.slice(0, opening)));
