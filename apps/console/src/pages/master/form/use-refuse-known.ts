import type { WholeEntryBody } from '@suyuan/api';
import { ApiProblem, useApi } from '../../../api.ts';
import { masterText } from '../../../i18n/master.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useSettings } from '../../../settings/use-settings.ts';
import { entryPath } from '../path.ts';

/** A hook that refuses to add what is there: an entry is whole, so that what was said of it would be said no more. */
export function useRefuseKnown(): (code: string) => Promise<void> {
  const api = useApi();
  const say = useText(masterText);
  const [{ language }] = useSettings();
  return async (code) => {
    const known = await api.get<WholeEntryBody>(entryPath(code)).catch(unlessUnknown);
    if (known === undefined) return;
    const title = say('there', { name: known.name?.[language] ?? known.code });
    throw new ApiProblem({ status: 409, code: 'registry.there', title });
  };
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof ApiProblem && error.code === 'resource.not-found') return undefined;
  throw error;
}
