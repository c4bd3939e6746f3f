import { t } from '../l10n';

/** A length of time for a person, in its two largest units: "4 h 38 min", "2 days 3 h", "40 s". Its sign is left aside. */
export function durationText(seconds: number): string {
  const whole = Math.abs(Math.round(seconds));
  const [days, hours, minutes, rest] = [Math.floor(whole / 86_400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  const parts = [
    days === 0 ? '' : days === 1 ? t('1 day') : t('{0} days', days),
    hours === 0 ? '' : t('{0} h', hours),
    minutes === 0 ? '' : t('{0} min', minutes),
    rest === 0 ? '' : t('{0} s', rest),
  ];
  const from = parts.findIndex((part) => part !== '');
  return from < 0 ? t('{0} min', 0) : parts.slice(from, from + 2).filter(Boolean).join(' ');
}
