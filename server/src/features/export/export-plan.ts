import { t } from '../../l10n';
import type { ExportedText, PlanFormatName } from '../../protocol';
import { planFormats } from './formats';
import { onOneLine } from './one-line';
import type { NamedPlan } from './plan-format';

/** Plans in another format, in their order; or why there is nothing to write. */
export function exportPlans(plans: readonly NamedPlan[], format: PlanFormatName): string | { readonly refused: string } {
  return planFormats[format].write(onOneLine(plans));
}

/** The plan of one document, with a name for the file that it may be saved in. */
export function exportPlan(named: NamedPlan, format: PlanFormatName): ExportedText {
  if (named.plan.total === 0) return { refused: t('This document has no action items to share.') };
  const text = exportPlans([named], format);
  return typeof text === 'string' ? { name: `${stemOf(named.file)}-action-plan.${planFormats[format].extension}`, text } : text;
}

/** The name of a file without its folders and its ends: "checkout" of "2026/checkout.postmortem.txt". */
function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/(?:\.(?:incident|escalation|postmortem))?(?:\.(?:md|markdown|txt|text))?$/i, '');
  return name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-').replace(/^\.+|[. ]+$/g, '') || 'incident';
}
