import { t } from '../../l10n';
import { followUpsIn } from '../actions/follow-up';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { namesIn } from './names';
import { isSameIncident } from './same-incident';

/** A follow-up that several incidents wait for is known to be the same. */
export const recurringAction = defineRule({
  id: 'recurring-action',
  group: 'workspace',
  summary: 'No follow-up is open in several incidents',
  severity: 'hint',
  judges: 'siblings',
  *check(document, _, { siblings }) {
    if (!siblings) return;
    const followUps = followUpsIn(document);
    if (followUps.length === 0) return;
    const same = new Set(namesIn(document).flatMap(({ value }) => siblings.named(value).map(({ uri }) => uri)));
    const told = new Set<string>();
    for (const { item, words } of followUps) {
      if (told.has(words)) continue;
      told.add(words);
      const others = siblings.followUps(words).filter(({ sibling }) => !same.has(sibling.uri) && !isSameIncident(document, siblings, sibling));
      const documents = new Set(others.map(({ sibling }) => sibling.uri)).size;
      if (documents === 0) continue;
      yield {
        span: item.textSpan,
        message: documents === 1
          ? t('This is open in another incident as well: do it once for both, with one owner.')
          : t('This is open in {0} other incidents as well: do it once for all, with one owner.', documents),
        elsewhere: others.slice(0, most).map(({ sibling, line }) => ({
          uri: sibling.uri, line, message: t('It is open in "{0}".', excerpt(sibling.title?.text ?? sibling.uri, 60)),
        })),
      };
    }
  },
});

const most = 10;
