import { useEffect, useState } from 'react';
import { layOut } from './lay-out.ts';
import type { Graph, Laid } from './layered.ts';

/** The layout of the graph; `waiting` until it is there, `late` where there will be none. */
export function useLayout(graph: Graph): Laid | 'waiting' | 'late' {
  const [found, setFound] = useState<{ readonly graph: Graph; readonly laid: Laid | undefined }>();
  useEffect(() => layOut(graph, (laid) => setFound({ graph, laid })), [graph]);
  if (found?.graph !== graph) return 'waiting';
  return found.laid ?? 'late';
}
