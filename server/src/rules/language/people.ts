/** Words for somebody who does something, right before what is said of them. Sources of patterns that ignore case. */
const roles = `engineers?|developers?|devs?|programmers?|admins?|administrators?|sysadmins?|dbas?|technicians?|interns?|contractors?|consultants?|employees?|colleagues?
  |co-?workers?|teammates?|supervisors?|managers?|management|staff|personnel|team|teams|department|on-?call|sres?|person|people|individuals?|author|authors|reviewers?|operators?`.replace(/\s+/g, '');

/** What may stand between a person and the verb. A captured loop is compiled once, another one for each of its rounds. */
const between = '( (?:who|that|had|has|have|also|then|simply|clearly|again|just|repeatedly|apparently|obviously))';

/** Somebody else than the author: a handle, a role, a team, "he", "somebody". */
export const otherPerson = `(?:(?<![\\w.@/])@[a-z][\\w-]{1,38}|\\b(?:he|she|someone|somebody|${roles}))`;

/** Anybody, the author included. */
export const anyPerson = `(?:${otherPerson}|\\b(?:we|i|they|you|nobody|no one))`;

/** The person whose deed follows, at the end of a text. */
export const personBefore = new RegExp(`${otherPerson}${between}{0,2} $`, 'i');

/** The same where software may bear the name too: operators, managers and agents fail without being people. */
export const softwareBefore = new RegExp(`\\b(?:operators?|managers?|management|admins?|on-?call|authors?|reviewers?)${between}{0,2} $`, 'i');

/** The authors speak of themselves. */
export const ourselvesBefore = new RegExp(`\\b(?:our|my)(?: [\\w-]+){0,3}${between}{0,2} $`, 'i');
