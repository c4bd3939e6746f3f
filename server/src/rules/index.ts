import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
import { unknownRule } from './directives/unknown-rule';
import { unusedSuppression } from './directives/unused-suppression';
import type { Rule } from './rule';
import { controlCharacters } from './safety/control-characters';
import { internalAddress } from './safety/internal-address';
import { invalidUuid } from './safety/invalid-uuid';
import { personalData } from './safety/personal-data';
import { secret } from './safety/secret';
import { emptySection } from './structure/empty-section';
import { placeholderText } from './structure/placeholder-text';
import { missingTimeline } from './timeline/missing-timeline';
import { timelineOrder } from './timeline/timeline-order';

/** Every rule, in the order in which they run. The only registration. `unused-suppression` is the last: it needs the findings of all others. */
export const allRules: readonly Rule[] = [
  timelineOrder,
  missingTimeline,
  missingRootCause,
  rootCausePending,
  missingActions,
  emptySection,
  placeholderText,
  secret,
  personalData,
  internalAddress,
  invalidUuid,
  controlCharacters,
  unknownRule,
  unusedSuppression,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
