/** What a GS1 resolver client asks for: links of a thing, RFC 9264 and GS1 Digital Link resolution 1.2 §6. */
import { type CodeReading, digitalLinkPath } from '@suyuan/codes';

interface Target {
  readonly href: string;
  readonly title: string;
  readonly type: string;
  readonly hreflang?: readonly string[];
}

const VOCABULARY = 'https://gs1.org/voc';

/** The linkset of a code, its addresses on `origin`. */
export function linksetOf({ canonical }: Pick<CodeReading, 'canonical'>, origin: string): Record<string, unknown> {
  const path = digitalLinkPath(canonical) ?? `/q/${encodeURIComponent(canonical)}`;
  const page: Target = {
    href: `${origin}${path}`,
    title: '追溯信息 · Traceability',
    type: 'text/html',
    hreflang: ['zh', 'en'],
  };
  const events = `${origin}/epcis/epcs/${encodeURIComponent(canonical)}/events`;
  return {
    linkset: [
      {
        anchor: `${origin}${path}`,
        itemDescription: canonical,
        [`${VOCABULARY}/defaultLink`]: [page],
        [`${VOCABULARY}/traceability`]: [page],
        [`${VOCABULARY}/pip`]: [page],
        [`${VOCABULARY}/epcis`]: [{ href: events, title: 'EPCIS 2.0', type: 'application/ld+json' }],
      },
    ],
  };
}

/** `/.well-known/gs1resolver`: what this resolver does (GS1 Digital Link resolution 1.2 §7). */
export function resolverDescription(origin: string): Record<string, unknown> {
  return {
    name: '溯源 Suyuan',
    resolverRoot: origin,
    supportedPrimaryKeys: ['all'],
    supportedLinkType: [{ namespace: `${VOCABULARY}/`, prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    validatesRequestURI: true,
  };
}
