import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { absence, isLaidOut, isTold } from './absence';

/** A document says who or what suffered. */
export const missingImpact = defineRule({
  id: 'missing-impact',
  group: 'structure',
  summary: 'A document says who or what was affected',
  severity: 'warning',
  words: [
    'affect*', 'impact*', 'user*', 'customer*', 'client*', 'visitor*', 'reader*', 'subscriber*', 'tenant*', 'patient*', 'player*', 'everyone', 'nobody', 'downtime', 'outage*',
    'unavailab*', 'unreachable', 'inaccessible', 'unresponsive', 'unable', 'offline', 'down', 'disrupt*', 'degrad*', 'interrupt*', 'delay*', 'lost', 'loss*', 'slow*', 'crash*', 'fail*', 'stopped', 'halt*',
    'error*', 'block*', 'reboot*', 'broke*', 'bug*', 'leak*', 'expos*', 'compromis*', 'exploit*', 'stolen', 'drain*',
  ],
  *check(document, _, { mentions }) {
    if (!isLaidOut(document) || hasRole(document, 'impact') || isTold(document, mentions)) return;
    yield absence(document, t('Nothing says who or what was affected: add the impact, with numbers where there are some.'), { role: 'impact', title: 'Impact', body: 'TBD' });
  },
});
