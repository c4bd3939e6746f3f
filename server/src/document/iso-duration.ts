/** A duration of seconds in ISO 8601: `PT11H16M`, `P1DT2H`, `PT0S`; null stays null. */
export function isoDuration(seconds: number | null): string | null {
  if (seconds === null) return null;
  const rest = Math.abs(Math.round(seconds));
  const date = part(Math.floor(rest / 86_400), 'D');
  const time = part(Math.floor(rest / 3600) % 24, 'H') + part(Math.floor(rest / 60) % 60, 'M') + part(rest % 60, 'S');
  const text = date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
  return seconds < 0 ? `-${text}` : text;
}

function part(value: number, unit: string): string {
  return value === 0 ? '' : `${value}${unit}`;
}
