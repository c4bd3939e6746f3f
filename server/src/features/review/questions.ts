import { t } from '../../l10n';
import { lasting } from '../../rules/impact/impact-missing-duration';
import { counted, isNumbered } from '../../rules/impact/impact-unquantified';
import { announced } from '../../rules/structure/missing-next-update';
import { action, dated, either, entries, fact, horizons, milestone, owned, planned, preventive, section, sources, stage, tracked, words, type Find } from './evidence';

/** A part of a question: what a document should tell. */
export interface Part {
  readonly asks: () => string;
  /** Where it may be told; absent for what no words of a document can show. */
  readonly find?: Find;
  /** The rules whose findings speak against it. */
  readonly against?: readonly string[];
}

/** A question that reviewers ask. */
export interface Question {
  readonly id: string;
  readonly asks: () => string;
  readonly parts: readonly Part[];
  /** What is left to a reader, whatever was found. */
  readonly judge: () => string;
}

const whom = /\b(?:users?|customers?|clients?|visitors?|shoppers?|subscribers?|tenants?|accounts?|merchants?|partners?|teams?|staff|employees|depots?|stores?|regions?|everyone|everybody|nobody|no one)\b/i;
const harm = /\b(?:affected|unavailable|unreachable|inaccessible|offline|down|failed|failing|fails|refus\w+|slow\w*|delayed|delays?|timed out|timeouts?|errors?|lost|could not|couldn't|unable|cannot|degraded|stopped|stood still)\b/i;
const trigger = /\btrigger\w*|\bset (?:it |this )?off\b|\b(?:after|following|when|by) (?:an?|the|this|that) (?:[\w-]+ ){0,3}(?:deploy\w*|release|rollout|change|upgrade|migration|update|failover|restart|peak|spike|expiry)\b/i;
const sooner = /\b(?:sooner|earlier|faster|in time|too late)\b|\bwould have (?:shown|caught|seen|detected|noticed|found)\b/i;
const detects = /\b(?:monitor\w*|alert\w*|alarms?|detect\w*|dashboards?|canar\w+|probes?|synthetic\w*|health ?checks?|metrics?|watch\w*)\b/i;
const wants = /\b(?:ask(?:s|ed|ing)?|request\w*|want\w*|demand\w*|expect\w*|need\w*|insist\w*|prefers?)\b/i;
/** Times of day are no amounts. */
const number = either(words({ test: (line) => isNumbered(line.replace(/\b\d{1,2}:\d\d\b/g, '')) }, 'impact'), words(counted, 'summary'));
const tried = /\b(?:tried|attempt\w*|restart\w*|rolled back|rollback|workaround|mitigat\w*|temporar\w+|disabled?|switched|moved|increased?|raised|applied|patched)\b/i;

const actionsParts: readonly Part[] = [
  { asks: () => t('Actions'), find: planned, against: ['missing-actions'] },
  { asks: () => t('An owner for each'), find: owned, against: ['action-missing-owner'] },
  { asks: () => t('A due date for each'), find: dated, against: ['action-missing-due', 'action-overdue'] },
  { asks: () => t('A ticket for each'), find: tracked, against: ['action-missing-ticket'] },
  { asks: () => t('What comes first, and what later'), find: horizons },
  { asks: () => t('Each says what will be different when it is done'), against: ['action-vague'] },
];

const language: Question = {
  id: 'language',
  asks: () => t('Is it told without blame?'),
  parts: [
    { asks: () => t('No sentence blames a person'), against: ['blame', 'human-error-cause'] },
    { asks: () => t('Nothing is judged with hindsight'), against: ['counterfactual'] },
    { asks: () => t('The words are calm'), against: ['animated-language'] },
  ],
  judge: () => t('Whether those who were there would find themselves described fairly.'),
};

const consistency: Question = {
  id: 'consistency',
  asks: () => t('Do its times, numbers and states agree?'),
  parts: [
    { asks: () => t('The timeline runs in order'), against: ['timeline-order', 'timeline-range-inverted', 'timeline-impossible-clock', 'milestone-order', 'weekday-mismatch', 'timezone-dst-mismatch', 'timeline-event-outside-range'] },
    { asks: () => t('Dates and durations fit each other'), against: ['date-order', 'date-mismatch', 'duration-mismatch', 'metric-mismatch', 'action-due-before-incident'] },
    { asks: () => t('Numbers fit each other'), against: ['count-mismatch', 'percent-sum', 'magnitude-mismatch', 'near-miss-identifier'] },
    { asks: () => t('The status fits the rest'), against: ['status-contradiction', 'action-open-but-closed', 'action-done-contradiction', 'root-cause-contradiction', 'sla-contradiction'] },
  ],
  judge: () => t('Whether the numbers are right: only what contradicts itself is seen.'),
};

const handingOn: Part = { asks: () => t('Nothing in it is secret or personal'), against: ['secret', 'personal-data', 'internal-address'] };

/** What reviewers ask, by kind of document: the five questions of the SRE book's reviewers first, then what the guides of other teams ask. */
export const questions: Readonly<Record<'postmortem' | 'escalation', readonly Question[]>> = {
  postmortem: [
    {
      id: 'data',
      asks: () => t('Was the key data of the incident collected?'),
      parts: [
        { asks: () => t('What happened, one event after the other'), find: entries, against: ['missing-timeline', 'timeline-long-gap', 'timeline-missing-date', 'timeline-missing-timezone'] },
        { asks: () => t('When the impact began'), find: milestone('started') },
        { asks: () => t('When it was noticed'), find: milestone('detected') },
        { asks: () => t('When the impact ended'), find: milestone('resolved', 'mitigated'), against: ['timeline-missing-resolution'] },
        { asks: () => t('Graphs, logs or tickets to look things up'), find: sources },
        { asks: () => t('Who took part'), find: either(section('participants'), fact('owner', 'authors')) },
      ],
      judge: () => t('Whether it is the data that matters, and whether anything was left out.'),
    },
    {
      id: 'impact',
      asks: () => t('Is the impact told completely?'),
      parts: [
        { asks: () => t('What was affected'), find: either(section('impact'), fact('services'), words(harm, 'summary')), against: ['missing-impact'] },
        { asks: () => t('Whom it hit'), find: words(whom, 'impact', 'summary') },
        { asks: () => t('How much it was, in numbers'), find: number, against: ['impact-unquantified', 'vague-quantifier'] },
        { asks: () => t('How long it lasted'), find: either(fact('duration'), words(lasting, 'impact', 'summary')), against: ['impact-missing-duration', 'outage-overstated'] },
      ],
      judge: () => t('Whether somebody was affected who is not named.'),
    },
    {
      id: 'cause',
      asks: () => t('Does the root cause go deep enough?'),
      parts: [
        { asks: () => t('Why it could happen'), find: section('rootCause', 'contributingFactors'), against: ['missing-root-cause', 'root-cause-pending', 'root-cause-hedged', 'root-cause-shallow', 'root-cause-contradiction'] },
        { asks: () => t('What set it off'), find: either(section('trigger'), words(trigger, 'rootCause', 'contributingFactors', 'summary', 'background')) },
        { asks: () => t('What made it likelier, longer or worse'), find: section('contributingFactors') },
        { asks: () => t('The cause is in the system, not in a person'), against: ['human-error-cause'] },
      ],
      judge: () => t('Whether one more “why” would lead further.'),
    },
    {
      id: 'plan',
      asks: () => t('Is the action plan right, with the right priorities?'),
      parts: [
        ...actionsParts,
        { asks: () => t('Something that keeps it from happening again'), find: preventive, against: ['actions-without-prevention'] },
        { asks: () => t('Something that shows it sooner'), find: action(detects), against: ['customer-detected-first'] },
      ],
      judge: () => t('Whether the plan would have prevented this incident, and whether it will be carried out.'),
    },
    {
      id: 'sharing',
      asks: () => t('Was it shared with those who need it?'),
      parts: [
        { asks: () => t('Whom to ask'), find: fact('authors', 'owner') },
        { asks: () => t('What was told to whom'), find: section('communication') },
        { asks: () => t('It was written soon'), against: ['late-report'] },
        { asks: () => t('It is reviewed or published'), find: stage('closed') },
        handingOn,
      ],
      judge: () => t('Who has read it: that is in no document.'),
    },
    {
      id: 'detection',
      asks: () => t('How was it noticed, and how could it have been sooner?'),
      parts: [
        { asks: () => t('Who or what noticed it'), find: either(section('detection'), milestone('detected')), against: ['missing-detection'] },
        { asks: () => t('Monitoring noticed before customers did'), against: ['customer-detected-first'] },
        { asks: () => t('What would have shown it sooner'), find: either(words(sooner, 'detection', 'lessons'), action(detects)) },
      ],
      judge: () => t('Whether half of the time would have been possible, and how.'),
    },
    {
      id: 'lessons',
      asks: () => t('What was learned?'),
      parts: [
        { asks: () => t('Lessons'), find: section('lessons'), against: ['missing-lessons'] },
        { asks: () => t('What went well'), find: words(/\b(?:went|worked|go) (?:very )?(?:well|right|smoothly)\b|\bgood\b|\bwent well\b/i, 'lessons') },
        { asks: () => t('What went wrong'), find: words(/\b(?:went|go) (?:wrong|badly|poorly)\b|\bdid(?: not|n't) (?:go|work)\b|\bcould (?:be|have been|go|have gone) better\b|\bbad\b|\bimprove/i, 'lessons') },
        { asks: () => t('Where luck helped'), find: words(/\bluck(?:y|ily)?\b|\bfortunate(?:ly)?\b/i, 'lessons') },
      ],
      judge: () => t('Whether another team could learn from it.'),
    },
    language,
    consistency,
  ],
  escalation: [
    {
      id: 'stakes',
      asks: () => t('Is it clear who is affected, and what is at stake?'),
      parts: [
        { asks: () => t('The customer'), find: fact('customer') },
        { asks: () => t('How urgent it is'), find: fact('priority', 'severity'), against: ['missing-severity', 'unknown-severity', 'mixed-severity-scales'] },
        { asks: () => t('What it does to them'), find: section('impact'), against: ['missing-impact'] },
        { asks: () => t('How much it is, in numbers'), find: number, against: ['impact-unquantified', 'vague-quantifier'] },
      ],
      judge: () => t('What it puts at risk that is not written: a renewal, a launch, trust.'),
    },
    {
      id: 'problem',
      asks: () => t('Is it clear what happens, and since when?'),
      parts: [
        { asks: () => t('What happens'), find: section('summary', 'technicalDetails'), against: ['missing-summary'] },
        { asks: () => t('When it was reported'), find: fact('created', 'date'), against: ['missing-date'] },
        { asks: () => t('When it was escalated'), find: either(fact('escalated'), milestone('escalated')) },
        { asks: () => t('Since when it happens'), find: either(milestone('started'), words(lasting, 'summary', 'impact')), against: ['relative-date'] },
        { asks: () => t('Graphs, logs or tickets to look things up'), find: sources },
      ],
      judge: () => t('Whether an engineer who knows nothing of it could begin.'),
    },
    {
      id: 'why',
      asks: () => t('Is it told why, and what was tried?'),
      parts: [
        { asks: () => t('The cause, or what is suspected'), find: section('rootCause', 'contributingFactors', 'trigger'), against: ['missing-root-cause', 'root-cause-contradiction'] },
        { asks: () => t('What was tried or helps meanwhile'), find: either(section('mitigation', 'resolution'), words(tried, 'status', 'timeline', 'summary', 'technicalDetails')) },
        { asks: () => t('The cause is in the system, not in a person'), against: ['human-error-cause'] },
      ],
      judge: () => t('Whether the suspicion is worth the work that follows from it.'),
    },
    {
      id: 'owner',
      asks: () => t('Is one person accountable?'),
      parts: [
        { asks: () => t('The owner, by name'), find: fact('owner'), against: ['role-instead-of-owner'] },
        { asks: () => t('Whom to talk to at the customer’s'), find: fact('contact') },
        { asks: () => t('The level of the escalation'), find: either(fact('escalationLevel'), section('escalation')) },
      ],
      judge: () => t('Whether the owner knows, and has the time and the say.'),
    },
    {
      id: 'plan',
      asks: () => t('Is there a plan that can be relied on?'),
      parts: actionsParts,
      judge: () => t('Whether the customer has agreed to it.'),
    },
    {
      id: 'status',
      asks: () => t('Where does it stand now?'),
      parts: [
        { asks: () => t('The status'), find: fact('status'), against: ['missing-status', 'unknown-status', 'stale-status', 'status-contradiction'] },
        { asks: () => t('What has been done, and what is being waited for'), find: either(section('status'), entries), against: ['missing-current-status', 'action-done-elsewhere'] },
      ],
      judge: () => t('Whether this is still so today.'),
    },
    {
      id: 'nextUpdate',
      asks: () => t('When does the customer hear next?'),
      parts: [
        { asks: () => t('The next update'), find: words(announced, 'summary', 'status', 'actions', 'communication', 'sentiment', 'escalation'), against: ['missing-next-update'] },
        { asks: () => t('What was told so far'), find: section('communication') },
      ],
      judge: () => t('Whether what was promised was kept so far.'),
    },
    {
      id: 'sentiment',
      asks: () => t('How does the customer take it, and what do they ask for?'),
      parts: [
        { asks: () => t('How they take it'), find: section('sentiment') },
        { asks: () => t('What they ask for'), find: words(wants, 'sentiment', 'escalation', 'communication', 'summary') },
      ],
      judge: () => t('Whether the customer would say the same.'),
    },
    {
      id: 'handingOn',
      asks: () => t('Can it be handed on?'),
      parts: [handingOn],
      judge: () => t('Whether the customer may read it as it stands.'),
    },
    language,
    consistency,
  ],
};
