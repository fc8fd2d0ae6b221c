/** What the page asks of the server: the trace of a code, and what the things in it are called. */
import type { NamesAnswer, TraceAnswer } from '@suyuan/api';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Api, useApi } from '../../api.ts';
import { useSettings } from '../../settings/use-settings.ts';

/** As many as one question may name: `NAMED_CODES_MAX` of `@suyuan/api`. */
const NAMES_OF_ONE_QUESTION = 50;
/** What has no name among so many is shown by its code. */
const NAMED_MAX = 200;

export type NameOf = (code: string) => string;

/** Sentences about anomalies come in the language of whoever asks. */
export function useTrace(code: string): UseQueryResult<TraceAnswer> {
  const api = useApi();
  const [{ language }] = useSettings();
  return useQuery({
    queryKey: ['trace', code, language],
    queryFn: () => api.get<TraceAnswer>(`/v1/trace?${new URLSearchParams({ code })}`),
  });
}

/** A hook that names parties, places and products; a code stands for itself until its name is there. */
export function useNames({ units, events, custody }: TraceAnswer): NameOf {
  const api = useApi();
  const [{ language }] = useSettings();
  const codes = new Set<string>();
  for (const { product, holder } of units) add(codes, product, holder);
  for (const { party, bizLocation, readPoint } of events) add(codes, party, bizLocation ?? readPoint);
  for (const { party } of custody) add(codes, party);
  const asked = [...codes].slice(0, NAMED_MAX);
  const { data } = useQuery({
    queryKey: ['names', ...asked],
    queryFn: () => namesOf(api, asked),
    enabled: asked.length > 0,
  });
  return (code) => data?.get(code)?.[language] ?? code;
}

function add(codes: Set<string>, ...more: readonly (string | undefined)[]): void {
  for (const code of more) if (code !== undefined) codes.add(code);
}

async function namesOf(
  api: Api,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NamesAnswer['names'][number]['name']>> {
  const found: NamesAnswer['names'] = [];
  for (let at = 0; at < codes.length; at += NAMES_OF_ONE_QUESTION) {
    const asked = new URLSearchParams(codes.slice(at, at + NAMES_OF_ONE_QUESTION).map((code) => ['code', code]));
    found.push(...(await api.get<NamesAnswer>(`/v1/codes/names?${asked}`)).names);
  }
  return new Map(found.map(({ code, name }) => [code, name]));
}
