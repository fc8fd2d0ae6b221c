import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/agents.ts';

export const en: SameWords<typeof zh> = {
  unknown: 'Unknown program',
  on: '{browser} on {system}',
  wechat: 'WeChat',
  dingtalk: 'DingTalk',
  huawei: 'Huawei Browser',
  xiaomi: 'Mi Browser',
  qq: 'QQ Browser',
  uc: 'UC Browser',
  edge: 'Edge',
  opera: 'Opera',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  harmony: 'HarmonyOS',
  android: 'Android',
  iphone: 'iPhone',
  ipad: 'iPad',
  windows: 'Windows',
  mac: 'Mac',
  linux: 'Linux',
};
