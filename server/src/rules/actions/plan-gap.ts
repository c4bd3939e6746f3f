import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { Finding } from '../rule';

/** What items of a plan lack, told once, at the plan's heading. */
export function planGap({ plan }: IncidentDocument, items: readonly ActionItem[], message: string, each: string): Finding | null {
  const section = items.length > 0 ? headingOf(plan.sections, items) : null;
  if (!section) return null;
  return { span: section.titleSpan, message, related: items.slice(0, mostRelated).map(({ textSpan }) => ({ span: textSpan, message: each })) };
}

/** A longer list helps nobody. */
const mostRelated = 50;
const namesPlan = /\b(?:actions?|plan|tasks?|measures?|steps?|items?|to-?dos?|follow-?ups?|tracker)\b/i;

/** The heading over the items: of several sections the first that calls itself a plan. */
function headingOf(sections: readonly Section[], items: readonly ActionItem[]): Section | null {
  const holders = sections.filter((section) => items.some(({ group }) => group.section === section));
  return holders.find(({ title }) => namesPlan.test(title)) ?? holders[0] ?? null;
}
