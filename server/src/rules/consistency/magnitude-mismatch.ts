import { t } from '../../l10n';
import type { Span } from '../../document/text';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import type { Finding } from '../rule';
import { before, behind } from '../surroundings';

/** A stated increase is the one that the values before and after show. */
export const magnitudeMismatch = defineRule({
  id: 'magnitude-mismatch',
  group: 'consistency',
  summary: 'A stated increase fits the values before and after it',
  severity: 'hint',
  words: ['increased', 'increase', 'increases', 'rose', 'grew', 'normally', 'usually', 'typically', 'normal', 'baseline'],
  judges: 'words',
  *check(_document, _options, { mentions }) {
    yield* mentions.flatMap(besideValues);
    const claims = mentions.map(increaseAt).filter((claim) => claim !== null);
    const [claim] = claims;
    if (!claim || claims.length > 1) return;
    const measured = mentions.map(ratioAt).filter((ratio) => ratio !== null);
    const contrary = measured.filter(({ least, most }) => least > claim.most * farOff || most < claim.least / farOff);
    // One of them fits, and the others are of something else.
    if (contrary.length === 0 || contrary.length < measured.length) return;
    const [{ least }] = contrary as [Ratio];
    yield {
      span: claim.span,
      message: t('The values given elsewhere are an increase of about {0} %: correct the one or the other.', Math.round(least)),
      related: contrary.map(({ span }) => ({ span, message: t('The values before and after.') })),
    };
  },
});

/** "Rose from 0.4 s to 12 s, an increase of 300 %": both in one sentence. */
function besideValues(mention: Mention): Finding[] {
  const match = /^(?:increased|rose|grew)$/.test(mention.word) ? fromTo.exec(behind(mention, 160)) : null;
  if (!match) return [];
  const [whole, from, fromUnit = match[4], to, toUnit, stated] = match as unknown as [string, string, string | undefined, string, string, string];
  const scale = (units[toUnit.toLowerCase()] as number) / (units[(fromUnit as string).toLowerCase()] as number);
  const percent = (Number(to) * scale / Number(from) - 1) * 100;
  // whoever says that 2 s are 200 % of 1 s means it so
  if (!(percent > 0) || [percent, percent + 100].some((fair) => Number(stated) <= fair * slack && Number(stated) >= fair / slack)) return [];
  const end = mention.span.end + whole.length;
  return [{ span: { start: end - whole.length + whole.lastIndexOf(stated), end }, message: t('The values in front of it are an increase of about {0} %: correct the one or the other.', Math.round(percent)) }];
}

/** Both are rounded. */
const slack = 1.3;

/** So many times apart they cannot be the same measurement, rounded. */
const farOff = 2;

interface Claim {
  readonly span: Span;
  /** Percent. */
  readonly least: number;
  readonly most: number;
}
interface Ratio {
  readonly span: Span;
  /** The increase in percent that the values show at least and at most. */
  readonly least: number;
  readonly most: number;
}

/** What grows: times that something takes. */
const family = /\b(?:latenc\w+|response times?|query times?|quer(?:y|ies)|requests?|load(?:ing)? times?|durations?)\b[^.;]{0,60}$/i;
const byPercent = /^(?: \w+)? by (?:about |around |approximately |~|≈)?(\d{2,5})(?:\s?%?\s?[-–]\s?(\d{2,5}))?\s?%/;

function increaseAt(mention: Mention): Claim | null {
  if (!/^(?:increase|rose|grew)/.test(mention.word) || !family.test(before(mention))) return null;
  const match = byPercent.exec(behind(mention));
  if (!match) return null;
  const least = Number(match[1]);
  const at = mention.span.end + match[0].search(/[~≈]?\d/);
  return { span: { start: at, end: mention.span.end + match[0].length }, least, most: Number(match[2] ?? least) };
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, sec: 1, secs: 1, second: 1, seconds: 1, min: 60, mins: 60, minute: 60, minutes: 60 };
const unit = '(ms|s|secs?|seconds?|mins?|minutes?)\\b';
const fromTo = new RegExp(
  `^ from (?:about |around |some |roughly |[~≈])?(\\d+(?:\\.\\d+)?)[ -]?(?:${unit})? to (?:about |around |some |roughly |over |[~≈])?(\\d+(?:\\.\\d+)?)[ -]?${unit}(?:, (?:an? )?| \\(|: (?:an? )?| [–—-] (?:an? )?)(?:(?:increase|rise|jump|growth|surge) (?:of|by) |\\+|up )(?:about |around |roughly |[~≈])?(\\d{2,5}) ?%`,
  'i',
);
const value = new RegExp(`(\\d+(?:\\.\\d+)?)(?:\\s?[-–]\\s?(\\d+(?:\\.\\d+)?))?[ -]?${unit}[^.;\\d]{0,30}$`, 'i');
const usual = new RegExp(`^[ :a-z]{0,20}([<~≈]?)\\s?(\\d+(?:\\.\\d+)?)\\s?${unit}`, 'i');

/** "15-30 seconds (normally < 1 s)" in terms of an increase. */
function ratioAt(mention: Mention): Ratio | null {
  if (/^(?:increase|rose|grew)/.test(mention.word)) return null;
  const earlier = before(mention);
  const now = value.exec(earlier);
  const then = usual.exec(behind(mention));
  if (!now || !then || !/\b(?:latenc\w+|response|quer(?:y|ies)|select\w*|requests?|load\w*)\b/i.test(earlier)) return null;
  const scale = (units[(now[3] as string).toLowerCase()] as number) / (units[(then[3] as string).toLowerCase()] as number);
  const base = Number(then[2]);
  if (base === 0) return null;
  const percent = (amount: number): number => (amount * scale / base - 1) * 100;
  return {
    span: { start: mention.span.start - now[0].length, end: mention.span.end + then[0].length },
    least: percent(Number(now[1])),
    // Below a limit there is no saying how much more it is.
    most: then[1] === '<' ? Infinity : percent(Number(now[2] ?? now[1])),
  };
}
