import { lookUp } from './look-up.ts';

/** Between two letters of a scanner, which types them by itself; a hand is slower for most. */
const GAP_MS_MAX = 100;
/** Shorter than this is no code, but keys that were struck in passing. */
const LETTERS_MIN = 6;
/** As keyboards name FNC1: Control and the bracket that closes (ASCII 29). */
const FNC1 = '\u001d';

/** A scanner is a keyboard that ends with Enter: what it types is looked up also where nobody chose the field. */
export function hearScanner(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('form.search');
  if (form === null) return;
  let heard = '';
  let lastMs = 0;
  root.addEventListener('keydown', (event) => {
    const { key, target, timeStamp } = event;
    if (timeStamp - lastMs > GAP_MS_MAX) heard = '';
    lastMs = timeStamp;
    const letter = isFnc1(event) ? FNC1 : key;
    if (target instanceof HTMLInputElement) {
      // A field takes no control letters by itself, and without them the parts of a code run together.
      if (letter !== FNC1 || target.selectionStart === null) return;
      event.preventDefault();
      target.setRangeText(FNC1, target.selectionStart, target.selectionEnd ?? target.selectionStart, 'end');
    } else if (letter === 'Enter' && heard.length >= LETTERS_MIN) {
      // It presses no button that happens to have the focus.
      event.preventDefault();
      lookUp(form, heard);
    } else if (letter.length === 1 && (letter === FNC1 || !(event.ctrlKey || event.altKey || event.metaKey))) {
      heard += letter;
    }
  });
}

const isFnc1 = ({ key, ctrlKey }: KeyboardEvent): boolean => key === FNC1 || (ctrlKey && key === ']');
