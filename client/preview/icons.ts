import type { Tree } from './tree';

/** Outlines on a grid of 16, drawn with round strokes. */
const PATHS = {
  owner: ['M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z', 'M3 13.5c.4-2.3 2.4-3.6 5-3.6s4.6 1.3 5 3.6'],
  due: ['M2.8 4.2h10.4v9H2.8Z', 'M2.8 7h10.4', 'M5.6 2.4v2.8', 'M10.4 2.4v2.8'],
  ticket: ['M2.6 2.6h5l6 6-5 5-6-6Z', 'M5.3 5.3h.01'],
  problems: ['M8 2.4 14 13H2Z', 'M8 6.4v3', 'M8 11.2h.01'],
  untracked: ['M8 13.2A5.2 5.2 0 1 0 8 2.8a5.2 5.2 0 0 0 0 10.4Z'],
  done: ['M3.2 8.6 6.4 11.6 12.8 4.6'],
  open: ['M8 12.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4Z'],
  chevron: ['M6 3.8 10.2 8 6 12.2'],
  blocked: ['M8 13.6A5.6 5.6 0 1 0 8 2.4a5.6 5.6 0 0 0 0 11.2Z', 'M8 5.2v3.4', 'M8 10.8h.01'],
  locked: ['M3.6 7.2h8.8v6H3.6Z', 'M5.4 7.2V5.4a2.6 2.6 0 0 1 5.2 0v1.8'],
  unlocked: ['M3.6 7.2h8.8v6H3.6Z', 'M5.4 7.2V5a2.6 2.6 0 0 1 5-.8'],
  move: ['M2.6 4h6.8', 'M2.6 8h4.2', 'M2.6 12h4.2', 'M10 7.4 12.8 10.4 10 13.4', 'M12.6 10.4H8.8'],
  issue: ['M13.2 8.8v4.4H2.8V2.8h4.4', 'M9.6 2.8h3.6v3.6', 'M13.2 2.8 7.6 8.4'],
  checklist: ['M2.4 4.4 3.6 5.6 5.8 3.2', 'M8 4.4h5.6', 'M2.4 10.8 3.6 12 5.8 9.6', 'M8 10.8h5.6'],
  add: ['M8 3.2v9.6', 'M3.2 8h9.6'],
  zoomOut: ['M3.2 8h9.6'],
  fit: ['M2.6 5V2.6H5', 'M11 2.6h2.4V5', 'M13.4 11v2.4H11', 'M5 13.4H2.6V11'],
  search: ['M7 11.4a4.4 4.4 0 1 0 0-8.8 4.4 4.4 0 0 0 0 8.8Z', 'M10.2 10.2 13.6 13.6'],
  hint: ['M5.6 12.2h4.8', 'M6.4 14h3.2', 'M6 10.4c0-1.4-1.8-2-1.8-4.4a3.8 3.8 0 0 1 7.6 0c0 2.4-1.8 3-1.8 4.4Z'],
} as const;

/** A small drawing beside words; it says nothing of its own. */
export function icon(name: keyof typeof PATHS): Tree {
  return drawings[name];
}

/** Made once: what is the same tree is not compared again. */
const drawings = Object.fromEntries(
  Object.entries(PATHS).map(([name, paths]) => [
    name,
    {
      tag: 'svg',
      key: `icon ${name}`,
      attributes: { viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' },
      children: paths.map((d) => ({ tag: 'path', attributes: { d } })),
    } satisfies Tree,
  ]),
) as unknown as Readonly<Record<keyof typeof PATHS, Tree>>;
