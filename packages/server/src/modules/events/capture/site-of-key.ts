/** A key of a store records what happens in that store. */
import type { Finding } from '@suyuan/epcis';
import type { Interlock } from './interlock.ts';

/** What another interlock forbids, and for a key that is bound to a site, events that name another place. */
export function withSites(interlock: Interlock): Interlock {
  return async (tx, facts, actor) => {
    const { site } = actor;
    const more = await interlock(tx, facts, actor);
    if (site === undefined) return more;
    const elsewhere = facts.flatMap(({ readPoint, bizLocation }, eventIndex): Finding[] => {
      const places = [readPoint, bizLocation].filter((place) => place !== undefined);
      if (places.some((place) => isAt(place, site))) return [];
      return [{ eventIndex, pointer: '/bizLocation', rule: 'key.site', value: site, message: ELSEWHERE }];
    });
    return [...more, ...elsewhere];
  };
}

/** The place itself, or a part of it: a GLN with an extension (AI 254). */
function isAt(place: string, site: string): boolean {
  return place === site || place.startsWith(`${site}/254/`);
}

const ELSEWHERE: Finding['message'] = {
  en: 'this key records at its own site alone: name it as read point or business location',
  zh: '此密钥只能登记其所属场所的事件：请以该场所为读取点或业务地点',
};
