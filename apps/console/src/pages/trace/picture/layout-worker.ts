/** A worker of its own for each picture: whoever waits too long for it ends it. */
import { type Graph, layered } from './layered.ts';

self.onmessage = ({ data }: MessageEvent<Graph>) => self.postMessage(layered(data));
