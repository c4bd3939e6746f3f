/** The verbs that action items begin with. */
const verbs = `accept add adjust adopt agree alarm alert allow allocate analyse analyze announce apply appoint archive arrange ask assess assign attach audit automate avoid
  back backport block build bump buy calculate call cap capture centralize change check clarify clean cleanup clear close collect communicate compare complete conduct
  configure confirm connect consider consolidate contact continue convert coordinate copy correct create cut decide decommission decouple decrease define delete deliver
  deploy deprecate design detect determine develop diagnose disable discuss disown distribute document double draft drop educate eliminate enable encourage enforce
  engage enhance ensure escalate establish evaluate examine execute expand explain explore expose extend extract fail figure file finalise finalize find finish fix follow
  formalize freeze gather generate get give hand harden have hire hold host identify implement improve include increase inform insert inspect install institute instrument
  integrate introduce invest investigate invite isolate issue join keep label launch learn limit link list load lock log look lower maintain make map measure meet merge
  migrate minimise minimize mirror modernize modify monitor move negotiate note notify onboard open optimise optimize order organise organize overhaul page partition
  patch pay perform pin plan port post practice prepare prevent prioritise prioritize produce prohibit promote propose protect provide provision publish purchase purge push
  put raise rate re-enable reach read rebalance rebuild recalculate reconfigure reconnect record recover redesign redistribute reduce refactor refine refresh refund register
  rehearse reimplement reinforce release remind remove rename render renew reorganize repair repeat replace replay replicate report request require reroute resend reset
  resolve respond restart restore restrict restructure retain retire retrain return revert review revise revisit revoke rewrite roll rollback rotate route run scale scan
  schedule script seal secure send separate set setup share shift ship shorten shut sign simplify simulate size snapshot speak split stabilise stabilize staff stage
  standardise standardize start stop store streamline strengthen submit subscribe suggest support suspend switch sync tag take talk teach tell test throttle tighten tie trace track
  train transfer transition triage trigger trim try tune turn undo unify update upgrade upload use validate verify version visit wait walk warn watch wire work write`;

const known = new Set(verbs.split(/\s+/));
/** What may stand in front of the verb: "Also add …", "Regularly run …", "Please check …", "To add …". */
const lead = /^(?:also|please|then|immediately|regularly|periodically|automatically|always|never|do not|don't|to|we will|we'll|we should|we must|further|better|properly|carefully|consistently|manually|additionally|more|finally|re-)[ ,]+/i;
const firstWord = /^[a-z]+(?:-[a-z]+)?/i;
/** "Script updated to …", "Report sent": a noun and what was done with it. */
const nounFirst = /^[a-z]+ (?!need|used\b)(?:[a-z]{3,}ed|sent|made|built)\b(?! [a-z]+s\b)/i;

/** Whether a text begins with something to do: "Add an alarm …". */
export function isImperative(text: string): boolean {
  const bare = text.replace(lead, '');
  return known.has((firstWord.exec(bare)?.[0] ?? '').toLowerCase()) && !nounFirst.test(bare);
}
