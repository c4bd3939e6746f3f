import { horizonPhrases, phrases } from './vocabulary';
import type { Horizon } from './vocabulary';
import { remembered, wordsOf } from './words';

const horizons = (Object.entries(horizonPhrases) as [Horizon, string][]).flatMap(([horizon, list]) => phrases(list).map((phrase) => [phrase, horizon] as const));

/** The horizon that a label names, or null. */
export const horizonOf = remembered((label: string): Horizon | null => {
  const words = ` ${wordsOf(label.replace(/\([^)]*\)/g, ' '))} `;
  return horizons.find(([phrase]) => words.includes(` ${phrase} `) && words.length <= phrase.length + 24)?.[1] ?? null;
});
