import { en } from './en/agents.ts';
import { zh } from './zh/agents.ts';

export const agentsText = { zh, en };
