/** What is drawn in a cell, as one line for a file. */

/** What is pressed or folds says nothing of the row; pictures have no words. */
const LEFT_OUT = 'button, summary, svg, [aria-hidden="true"]';
/** What stands on a line of its own. */
const OWN_LINE = 'div, p, li, dt, dd, .means, strong';

/** The words as they are read, a moment as RFC 3339; what stands on a line of its own is set off by a dot. */
export function cellText(cell: Element): string {
  return linesOf(cell)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join(' · ');
}

function linesOf(element: Element): readonly string[] {
  if (element.matches(LEFT_OUT)) return [];
  if (element instanceof HTMLTimeElement) return [element.dateTime];
  const lines = [''];
  let before: ChildNode | undefined;
  for (const child of element.childNodes) {
    const own = child instanceof Element ? linesOf(child) : [child.textContent ?? ''];
    const [first = '', ...others] = own;
    // Words that are put together of several come as several texts; elements stand apart by their margins.
    const isOneText = child instanceof Text && (before === undefined || before instanceof Text);
    const isOwnLine = [child, before].some((each) => each instanceof Element && each.matches(OWN_LINE));
    if (isOwnLine) lines.push(first);
    else lines.push(`${lines.pop() ?? ''}${isOneText ? '' : ' '}${first}`);
    lines.push(...others);
    before = child;
  }
  return lines;
}
