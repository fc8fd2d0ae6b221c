/**
 * Chinese text is set with full-width punctuation (GB/T 15834-2011). Looked at are the string literals of our sources and
 * the Chinese pages; comments, tests, code spans and the expressions of templates are not text for a reader.
 */
const SOURCE = /^(packages|apps|tools)\/.*\.tsx?$/;
const NO_TEXT = /\.(test|fixture)\.tsx?$|\/test\//;
const PAGE = /\.zh-CN\.md$/;
/** Comments first, so that an apostrophe in one begins no string. */
const TOKENS = /\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;
const NOT_TEXT_ON_PAGES = /```[\s\S]*?```|`[^`\n]*`|\]\([^)\n]*\)/g;
/** After a colon a Chinese character may stand: `cn-elevator:京A` is a code. The last two are brackets of two widths. */
const HALF_WIDTH = /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}|（[^（）()]*\)|\([^（）()]*）/u;

/** One text a fault, each beginning with its line number: `:12: …`. */
export function punctuationFaults(path: string, text: string): readonly string[] {
  if (PAGE.test(path)) return faultsIn(text.replace(NOT_TEXT_ON_PAGES, blank), 1);
  if (!SOURCE.test(path) || NO_TEXT.test(path)) return [];
  return [...text.matchAll(TOKENS)].flatMap((match) => {
    const [token] = match;
    if (token.startsWith('/')) return [];
    const line = text.slice(0, match.index).split('\n').length;
    return faultsIn(token.replace(/\$\{[^{}]*\}/g, blank), line);
  });
}

function faultsIn(text: string, firstLine: number): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = HALF_WIDTH.exec(line)?.[0];
    return found === undefined ? [] : [`:${firstLine + index}: half-width punctuation in Chinese text: ${found}`];
  });
}

/** Nothing that is text, on as many lines. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
