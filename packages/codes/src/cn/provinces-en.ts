/** What the provinces of GB/T 2260 are called in English, by their first two digits. */
const PROVINCES: Readonly<Record<string, string | undefined>> = {
  ...{ 11: 'Beijing', 12: 'Tianjin', 13: 'Hebei', 14: 'Shanxi', 15: 'Inner Mongolia' },
  ...{ 21: 'Liaoning', 22: 'Jilin', 23: 'Heilongjiang', 31: 'Shanghai', 32: 'Jiangsu' },
  ...{ 33: 'Zhejiang', 34: 'Anhui', 35: 'Fujian', 36: 'Jiangxi', 37: 'Shandong' },
  ...{ 41: 'Henan', 42: 'Hubei', 43: 'Hunan', 44: 'Guangdong', 45: 'Guangxi', 46: 'Hainan' },
  ...{ 50: 'Chongqing', 51: 'Sichuan', 52: 'Guizhou', 53: 'Yunnan', 54: 'Xizang' },
  ...{ 61: 'Shaanxi', 62: 'Gansu', 63: 'Qinghai', 64: 'Ningxia', 65: 'Xinjiang' },
  ...{ 71: 'Taiwan, China', 81: 'Hong Kong, China', 82: 'Macao, China' },
};

/** Of two, four or six digits; undefined where they begin with no province that there is. */
export function provinceNameEn(code: string): string | undefined {
  return PROVINCES[code.slice(0, 2)];
}
