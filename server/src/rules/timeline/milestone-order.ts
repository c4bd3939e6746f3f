import { t } from '../../l10n';
import { defineRule } from '../rule';
import { compareEntries } from './entry-order';
import { explicitMilestones, orderedMilestones } from './explicit-milestones';
import type { ExplicitMilestone, OrderedMilestone } from './explicit-milestones';

/** What is called the start comes before what is called the detection, the mitigation and the resolution. */
export const milestoneOrder = defineRule({
  id: 'milestone-order',
  group: 'timeline',
  summary: 'An incident starts, is detected, mitigated and resolved in this order',
  severity: 'warning',
  judges: 'timelines',
  *check(document) {
    const milestones = explicitMilestones(document);
    for (const later of milestones) {
      const earlier = milestones.find((other) => isBehind(other, later));
      if (!earlier) continue;
      yield {
        span: later.span,
        message: t('The {0} in line {1} is later than the {2} here: correct one of the two times.', names()[earlier.key], earlier.line + 1, names()[later.key]),
        related: [{ span: earlier.span, message: t('The {0} is said to be here.', names()[earlier.key]) }],
      };
      return;
    }
  },
});

/** Asked for when they are said, as the language is known by then. */
const names = (): Readonly<Record<OrderedMilestone, string>> => ({ started: t('start'), detected: t('detection'), mitigated: t('mitigation'), resolved: t('resolution') });

/** Two people's notes of the same minutes differ. */
const tolerance = 5 * 60;

/** Whether a milestone that ought to come first is said to come last. Two fields are compared by their own rule. */
function isBehind(first: ExplicitMilestone, second: ExplicitMilestone): boolean {
  if (first.source === 'field' && second.source === 'field') return false;
  // Entries that stand in the order in which they ought to be are a matter of the timeline's order.
  if (first.source === 'entry' && second.source === 'entry' && first.line < second.line) return false;
  if (orderedMilestones.indexOf(first.key) >= orderedMilestones.indexOf(second.key)) return false;
  return (compareEntries(first, second, tolerance) ?? 0) > 0;
}
