/** The schemes of codes that the server reads, with their names. */
import type { SchemeList } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api.ts';
import { placesText } from '../i18n/places.ts';
import { useText } from '../i18n/use-text.ts';
import { useSettings } from '../settings/use-settings.ts';

const LICENCES = 'cn-licence-';
/** A licence of a kind that no scheme describes. */
const OTHER = 'other';

export interface Schemes {
  readonly isPending: boolean;
  /** By their names, to be chosen from. */
  readonly all: readonly Choice[];
  /** Those of licences, and one for any other. */
  readonly licences: readonly Choice[];
  readonly nameOf: (scheme: string) => string;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function useSchemes(): Schemes {
  const api = useApi();
  const [{ language }] = useSettings();
  const say = useText(placesText);
  const { data, isPending } = useQuery({
    queryKey: ['schemes'],
    queryFn: () => api.get<SchemeList>('/v1/codes/schemes'),
    // They change with the program alone.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const all = (data?.schemes ?? []).map(({ id, name }) => ({ value: id, label: name[language] }));
  const other = { value: OTHER, label: say('scheme.other') };
  return {
    isPending,
    all,
    licences: [...all.filter(({ value }) => value.startsWith(LICENCES)), other],
    nameOf: (scheme) => [...all, other].find(({ value }) => value === scheme)?.label ?? scheme,
  };
}
