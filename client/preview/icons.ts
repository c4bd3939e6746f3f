import type { Tree } from './tree';

/** Outlines on a grid of 16, drawn with round strokes. */
const PATHS = {
  owner: ['M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z', 'M3 13.5c.4-2.3 2.4-3.6 5-3.6s4.6 1.3 5 3.6'],
  due: ['M2.8 4.2h10.4v9H2.8Z', 'M2.8 7h10.4', 'M5.6 2.4v2.8', 'M10.4 2.4v2.8'],
  ticket: ['M2.6 2.6h5l6 6-5 5-6-6Z', 'M5.3 5.3h.01'],
  problems: ['M8 2.4 14 13H2Z', 'M8 6.4v3', 'M8 11.2h.01'],
  untracked: ['M8 7.98h.01'],
  done: ['M3.2 8.6 6.4 11.6 12.8 4.6'],
  open: ['M8 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4Z'],
  chevron: ['M6 3.8 10.2 8 6 12.2'],
} as const;

/** A small drawing beside words; it says nothing of its own. */
export function icon(name: keyof typeof PATHS): Tree {
  return {
    tag: 'svg',
    attributes: { viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' },
    children: PATHS[name].map((d) => ({ tag: 'path', attributes: { d } })),
  };
}
