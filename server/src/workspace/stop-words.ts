/** Words that tie no two incidents: DATA. In lower case, as `termsIn` cuts a text into words. */

/** The little words of the languages that documents are read in. */
const little = `
  the and for with that this from into onto our their its all any each more most also than then when where which while will would should must can could have has had having
  been being are was were not but per via over under after before again against between because during through until about above below there here those these they them
  what who whom whose why how out off own same some such only other another both few very too just now still already yet once ever never always often however therefore
  thus hence due within without upon across along around since though although unless whether either neither nor you your yours his her him she herself himself itself ourselves themselves may might
  shall did does doing done get gets got getting give given make made making take took taken taking come came coming went going gone see seen saw let put use used using
  one two three four five six seven eight nine ten first second third last next new old many much several every less least own well even back down
  able unable like etc via instead rather quite almost nearly soon later earlier ago today yesterday tomorrow approximately roughly about
  didn doesn don wasn weren couldn wouldn shouldn isn aren hasn haven hadn won true false try tried tries trying based actual actually received receive call called calls case
  need needed needs want wanted seem seemed appear appeared become became begin began begun start started starting stop stopped end ended ending
  der die das und ist nicht wurde wurden mit von für auf dem den des ein eine einer eines einem einen auch als bei nach aus wie war waren sind wird werden durch sich zum zur
  les des une est pas par pour dans sur avec qui que aux son ses cette ces été était plus sont ont ainsi
  los las del una que por para con como más fue fueron este esta estos estas entre sin sobre pero son sus
  uma dos das não com mais foi foram pelo pela ser ter seu sua este esta`;

/** What every report of an incident says, whatever happened. */
const jargon = `
  incident incidents outage outages issue issues problem problems failure failures failed failing fails fail error errors fault faults bug bugs defect
  postmortem mortem post report reports review summary overview root cause causes caused causing causal trigger triggered triggering impact impacts impacted impacting
  affect affects affected affecting timeline detection detected detect alert alerts alerted alerting monitor monitors monitored monitoring alarm alarms noticed notice
  customer customers user users client clients people team teams engineer engineers engineering staff support person owner lead developer developers operator operators
  service services system systems application applications app apps component components platform product products environment production prod live
  resolve resolved resolving resolution restore restored restoring restoration recover recovered recovery mitigate mitigated mitigation fix fixed fixes fixing remediation
  investigate investigated investigating investigation identify identified confirm confirmed found find discovered discover known unknown understand
  action actions item items follow followup plan planned step steps lesson lessons learned improvement improvements prevent prevention
  time times hour hours minute minutes second seconds day days week weeks month months year years utc gmt cet est pst duration long short
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday
  down downtime unavailable available availability degraded degradation disruption disrupted interruption slow slowness experienced experience experiencing
  result results resulted resulting lead led leads cause occur occurred occurring happen happened happening event events situation
  date dates author authors status severity priority level high low medium critical major minor sev open closed ongoing current currently previous previously initial initially final finally
  normal normally expected unexpected unexpectedly correct correctly incorrect incorrectly working work works worked operation operations operate
  change changes changed changing update updates updated updating deploy deployed deployment deployments release released rollout rollback rolled roll reverted revert
  number total amount percent part parts case cases way ways thing things reason reasons fact point points side end kind type set sets
  page pages link links document documents documentation details detail description information info note notes section contributing factor factors
  manual manually automatic automatically additional further full fully complete completely completed partial partially entire whole
  increase increased increasing decrease decreased reduce reduced large larger small big great good bad better worse
  run running ran runs set setting settings add added adding remove removed removing check checked checking show showed shown shows
  allow allowed allows require required requires cannot able ensure provide provided include included including includes contain contained contains
  whys know knew slack thread threads channel ticket tickets describe described recurrence reoccurrence disclosure standard approach achieve achieved attempt attempted attempts
  escalation escalated escalate response responded respond responders contact contacted communication communicated told said asked reported
  störung störungen ursache ausfall kunde kunden dienst dienste zeit uhr vorfall fehler problem
  incidente incidentes causa raíz panne cause clients durée heure
  障害 原因 影響 対応 発生 復旧 事象`;

export const stopWords: ReadonlySet<string> = new Set(`${little} ${jargon}`.trim().split(/\s+/));
