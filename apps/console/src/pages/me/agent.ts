/** What a browser says of itself (RFC 9110 `User-Agent`), as far as it tells a person which of their devices it is. */

const BROWSERS = [
  ['wechat', /MicroMessenger\//],
  ['dingtalk', /DingTalk/i],
  ['huawei', /HuaweiBrowser\//],
  ['xiaomi', /MiuiBrowser\//],
  ['qq', /M?QQBrowser\//],
  ['uc', /UC?Browser\/|UCWEB/],
  ['edge', /Edg(?:A|iOS)?\//],
  ['opera', /OPR\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  // Every browser above names Safari too.
  ['safari', /Safari\//],
] as const;

const SYSTEMS = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['windows', /Windows NT/],
  ['mac', /Macintosh/],
  ['linux', /Linux/],
] as const;

export interface Agent {
  readonly browser: (typeof BROWSERS)[number][0];
  readonly system: (typeof SYSTEMS)[number][0];
}

/** Undefined where it is no browser that we know. */
export function readAgent(agent: string): Agent | undefined {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(agent))?.[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0];
  return browser === undefined || system === undefined ? undefined : { browser, system };
}
