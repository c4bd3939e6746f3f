import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { placesOf } from './places';

/** Mailboxes that belong to a task and not to a person. */
const shared = new Set(
  `abuse admin admins administrator alert alerts accounts ask billing bot careers cert contact csirt customerservice dev devops digital do-not-reply donotreply email-failures
  engineering enquiries errors escalations feedback finance git hello help helpdesk hostmaster hr incident incidents info infra infrastructure it itsupport
  jobs legal list mail mailer-daemon marketing media monitoring network news newsletter no-reply nobody noc noreply notification notifications office on-call
  oncall operations ops orders owner pager platform postgres postmaster postmortem postmortems press privacy releases reply root sales security service
  services sre soc sponsors sponsor staff status subscribe support sysadmin system team tech test user username webmaster www-data you your.name name ubuntu ec2-user deploy`.split(/\s+/),
);
const sharedEnd = /[-_.](?:alerts?|announce|bridge|bot|dev|eng|engineering|incidents?|infra|list|oncall|on-call|ops|owner|reports?|security|sre|support|team|users)$/;
/** Domains that are reserved for examples, or hide the person. */
const nobody = /(?:^|\.)(?:example\.(?:com|net|org)|noreply\.github\.com|(?:test|invalid|example|localhost|local|internal|localdomain))$/;
/** What files and units of a system end with, and no domain does. */
const noDomain = /\.(?:service|socket|timer|mount|target|slice|png|jpe?g|gif|svg|webp|js|ts|css|json|ya?ml|md|txt|log|conf|sh|py|rb|lock|git)$/;
const before = /[A-Za-z0-9_](?:[\w.+%-]{0,62}[\w+-])?$/;
const behind = /^(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,18}(?![\w@-]|:[~/]|\.[\w-])/;

/** The mail addresses of persons. Those of shared mailboxes, examples, logins and files are left out. */
export function* mailAddresses(document: IncidentDocument): Generator<Span> {
  for (const { span, isPersonal } of mailboxes(document)) if (isPersonal) yield span;
}

/** Every mail address, and whether it leads to a person that is none of an example. Those of logins and files are left out. */
export function* mailboxes({ text: { value } }: IncidentDocument): Generator<{ readonly span: Span; readonly isPersonal: boolean }> {
  for (const at of placesOf(value, '@')) {
    if (!isWord(value.charCodeAt(at + 1)) || !isWord(value.charCodeAt(at - 1))) continue;
    const domain = behind.exec(value.slice(at + 1, at + 256))?.[0];
    const name = domain === undefined ? undefined : before.exec(value.slice(Math.max(0, at - 64), at))?.[0];
    if (domain === undefined || name === undefined) continue;
    const start = at - name.length;
    const box = name.toLowerCase().replace(/\+.*$/, '');
    if (noDomain.test(domain.toLowerCase())) continue;
    // a login or a part of an address, not a mailbox
    if (/(?:\/\/|\b(?:ssh|scp|rsync|sftp)\b[^\n\r]{0,40})(?:[^\s/@]{0,40}:)?$/.test(value.slice(Math.max(0, start - 60), start))) continue;
    yield { span: { start, end: at + 1 + domain.length }, isPersonal: !shared.has(box) && !sharedEnd.test(box) && !nobody.test(domain.toLowerCase()) };
  }
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45;
}
