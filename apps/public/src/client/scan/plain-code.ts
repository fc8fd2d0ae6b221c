import { shownCode } from '@suyuan/web-build/scan';

/** As it stands beside its symbol: without the mark of the symbol (ISO/IEC 15424), which tells a person nothing. Pure. */
export const plainCode = (code: string): string => shownCode(code.replace(/^\][A-Za-z]\d/, ''));
