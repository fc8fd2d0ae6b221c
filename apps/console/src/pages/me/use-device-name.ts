import { agentsText } from '../../i18n/agents.ts';
import { useText } from '../../i18n/use-text.ts';
import { readAgent } from './agent.ts';

const TOLD_MAX = 60; // what else a program says of itself is of its makers' length

/** A hook that names the device of a session: its browser and system, or as much as it said of itself. */
export function useDeviceName(): (agent: string | null) => string {
  const say = useText(agentsText);
  return (agent) => {
    const known = readAgent(agent ?? '');
    if (known !== undefined) return say('on', { browser: say(known.browser), system: say(known.system) });
    return agent?.slice(0, TOLD_MAX) || say('unknown');
  };
}
