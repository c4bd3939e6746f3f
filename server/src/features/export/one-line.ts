import type { NamedPlan } from './plan-format';

/**
 * The plans with each of their strings on one line that any reader takes: no control characters, none that turn the direction of what
 * stands behind them, no half of a surrogate pair.
 */
export function onOneLine(plans: readonly NamedPlan[]): NamedPlan[] {
  return JSON.parse(JSON.stringify(plans), (_, value: unknown) => (typeof value === 'string' ? withoutControls(value) : value)) as NamedPlan[];
}

function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/\p{Cs}/gu, '\ufffd');
}
