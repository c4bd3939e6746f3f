import { two } from '../../document/time';

/** How times of day are written. */
export interface ClockStyle {
  /** With `AM` and `PM` as they stand behind the minutes, with the white space before them; null for 24 hours. */
  readonly halves: readonly [am: string, pm: string] | null;
  /** Whether hours below ten have a zero in front. */
  readonly padded: boolean;
  /** Between hours and minutes. */
  readonly mark: string;
  readonly minutes: boolean;
  /** What stands behind: fractions of seconds, `Z`, `hrs`. */
  readonly behind: string;
}

const clock = /^(\d{1,2})(?:([:h])(\d{2})(:\d{2})?)?([.,]\d{1,6})?(?:([ \t]?)([ap])(\.?m\b\.?)?)?(Z)?$/i;

/** How a time of day is written; null for notations of other kinds, such as `1410 hrs` and `14時`. */
export function clockStyle(written: string): ClockStyle | null {
  const match = clock.exec(written);
  if (!match) return null;
  const [, hours = '', mark, , , fraction = '', gap = '', half, rest = '', zulu = ''] = match;
  if (mark === undefined && half === undefined) return null;
  const letter = (name: string) => (half === half?.toUpperCase() ? name.toUpperCase() : name);
  return {
    halves: half === undefined ? null : [gap + letter('a') + rest, gap + letter('p') + rest],
    padded: hours.startsWith('0') || (half === undefined && hours.length === 2),
    mark: mark ?? ':',
    minutes: mark !== undefined,
    behind: fraction + zulu,
  };
}

/** A time of day (seconds since midnight) in a style. Seconds are written where they are known. */
export function clockText(second: number, withSeconds: boolean, { halves, padded, mark, minutes, behind }: ClockStyle): string {
  const hour = Math.floor(second / 3600);
  const shown = halves ? hour % 12 || 12 : hour;
  const minute = Math.floor(second / 60) % 60;
  const fraction = behind.replace(/Z$/i, '');
  const rest = `${mark}${two(minute)}${withSeconds ? `:${two(second % 60)}${fraction}` : ''}`;
  return `${padded ? two(shown) : shown}${minutes || minute > 0 || withSeconds ? rest : ''}${halves ? halves[hour < 12 ? 0 : 1] : ''}${behind.slice(fraction.length)}`;
}
