/**
 * Approval numbers of maps (审图号): `GS（2024）1234号` of the ministry, `GS京（2024）1234号` by a province on its behalf,
 * `京S（2024）012号` of a province, `粤BS（2024）012号` of a city. Brackets of either width, and spaces, pass.
 */
const FORM = /^(GS\p{Script=Han}?|\p{Script=Han}{1,3}[A-Z]?S)（(19|20)\d{2}）\d{1,5}号$/u;

/** With brackets of full width, as it is printed; undefined where it has another form. */
export function readApprovalNumber(given: string): string | undefined {
  const number = given.normalize('NFKC').replace(/\s+/g, '').toUpperCase().replace('(', '（').replace(')', '）');
  return FORM.test(number) ? number : undefined;
}
