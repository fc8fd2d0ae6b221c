/** Words as they are compared: how wide, how large, how far apart their signs are is none of their meaning. */

/** Digits and letters of full width, and the space of Chinese, as they are elsewhere; other signs stay. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');

/** Nothing but letters and digits, small. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#%]/gu, '');

/** Without what stands in brackets, a unit or a remark. */
export const withoutBrackets = (text: string): string =>
  text.normalize('NFKC').replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>/g, '');
