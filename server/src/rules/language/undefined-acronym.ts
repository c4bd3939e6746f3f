import * as z from 'zod/mini';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { matchesIn, proseLine } from '../prose';
import { defineRule } from '../rule';

/** Abbreviations that every reader of an incident document may be expected to know. */
const wellKnown = `API APIS AWS GCP ASAP CA CDN CEO CFO CI CD CLI COO CPU CSS CSV CTO CVE DB DBA DDOS DM DNS DOS ETA EU FAQ FYI GB GIT GPU GUI HTML HTTP HTTPS HR HTTPD IAM ID IDS IDE IO IOPS IP IPS IPV ISP ISO
  IT JS JSON JVM JWT KB KPI LAN LB LTS LDAP MB MTTR MTTD MTTA MS NA NAS NFS NTP OK OOM OS PC PDF PHP PR PRS PS QA RAM RCA RDS REST ROI RPC SAAS SDK SEV SFTP SIM SLA SLAS SLI SLO SLOS SMS SMTP SQL SRE SRES
  SSD SSH SSL SSO TB TCP TLS TTD TTR TTL TV UDP UI UK URL URLS US USA USB UTC UTF UX VM VMS VPC VPN WAN WAF WWW XML XSS YAML ZIP
  AM PM GMT CET CEST EST EDT PST PDT CST CDT MST MDT BST IST JST SGT WAT EAT AEST MON TUE WED THU FRI SAT SUN JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC EUR USD GBP CHF
  TODO TBD TBC TBA WIP DONE OPEN NOT AND OR ALL NO YES NEW OLD ON OFF FOR THE GET PUT POST HEAD PATCH DELETE SELECT INSERT UPDATE FROM WHERE INFO WARN ERROR DEBUG FATAL TRACE NULL TRUE FALSE NOTE README
  HIGH LOW MEDIUM FAIL FAILED PASS PASSED MERGED DOWN UP MUST WITH BEFORE AFTER BY IN IS AT TO OF OR BE DO AN AS WE NO LEFT JOIN OUTER MAIN ROOT LOG LOGS CAUSE DOING BEGINS BEGIN END START STOP CLOSED
  NAT UUID UUIDS DHCP CIDR RAID JIRA NGINX AWSS EKS GKE EBS ECR SQS MFA TOTP PID IBM IRL AKA AFK IE EG COVID VP LLM TDD NOC POC`;
const known: ReadonlySet<string> = new Set(wellKnown.split(/\s+/));

/** Every abbreviation is written out once. */
export const undefinedAcronym = defineRule({
  id: 'undefined-acronym',
  group: 'language',
  summary: 'Abbreviations are written out once',
  severity: 'off',
  options: z.object({
    known: z._default(z.array(z.string()).check(z.describe('Abbreviations that all readers know, beside the usual ones.')), []),
  }),
  *check(document, { known: own }) {
    const familiar = new Set(own.map((word) => word.toUpperCase()));
    const seen = new Set<string>();
    for (const { index, 0: found } of matchesIn(/\b[A-Z][A-Z&]{1,5}(?![\w&]|-\d)/g, document.text.value)) {
      if (seen.has(found)) continue;
      const line = proseLine(document, document.text.lineAt(index));
      if (!line || line.words[index - line.start] !== found[0]) continue;
      if (document.lines[line.line]?.kind === 'heading' || !/[a-z]{3}/.test(line.words)) continue;
      seen.add(found);
      if (known.has(found) || familiar.has(found) || isExpanded(document, found)) continue;
      yield { span: { start: index, end: index + found.length }, message: t('"{0}" is not written out anywhere: do so where it comes first.', found) };
    }
  },
});

/** `AOF (Append Only File)`, `Append Only File (AOF)`, `AOF: the file …`, or its words in this order anywhere. */
function isExpanded({ text: { value } }: IncidentDocument, acronym: string): boolean {
  const initials = acronym.replaceAll('&', '');
  const words = [...initials].map((letter) => `${letter}[a-z]+`).join('[ -](?:of |and |the |for |& )?');
  return new RegExp(`\\b${acronym} ?(?:\\(|–|=|means|stands for)|\\(${acronym}s?\\)|^[-*|\\s]*${acronym}\\s*[:|]|\\b${words}`, 'im').test(value);
}
