/** Colours of a file, of paper, and of a map. By level: ground and text, as `regions.css` has them in the light; each pair keeps 4.5:1. */
const LEVEL_LOOK = [
  { ground: '#ffffff', text: '#50615b' },
  { ground: '#dff1eb', text: '#14211d' },
  { ground: '#a9dccb', text: '#14211d' },
  { ground: '#6fc0a9', text: '#14211d' },
  { ground: '#0b6b57', text: '#ffffff' },
] as const;
export const lookOf = (level: number) => LEVEL_LOOK[level] ?? LEVEL_LOOK[0];
