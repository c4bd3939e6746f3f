import { t } from '../l10n';

/** A length of time in whole seconds, to be read: "45 min", "11 h 16 min", "1 d 2 h", "40 s". Seconds are left out beyond an hour. */
export function lengthOfTime(seconds: number): string {
  const [days, hours, minutes, rest] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [
    days > 0 && t('{0} d', days),
    hours > 0 && t('{0} h', hours),
    minutes > 0 && t('{0} min', minutes),
    rest > 0 && seconds < 3600 && t('{0} s', rest),
  ].filter((part) => part !== false);
  return parts.join(' ') || t('{0} min', 0);
}
