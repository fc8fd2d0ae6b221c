/** Scanning on the public pages: by camera, or from a photo where there is none. Loaded when it begins. */
import { type CodeReader, openReader, openSignal, readPhoto } from '@suyuan/web-build/scan';
import { drawPanel, type Panel, pressed } from './draw-panel.ts';
import { plainCode } from './plain-code.ts';
import { showCamera } from './show-camera.ts';

interface Scan {
  readonly onCode: (code: string) => void;
  readonly onClosed: () => void;
}

type BarCodes = typeof import('./bar-codes.ts');
/** Where that did not load, each code is one of its own. */
const EACH_ALONE: BarCodes = { asOne: (texts) => [...new Set(texts)], lacksGoods: () => false };

/** A panel below the button, until a code was read or the person closes it. What is returned closes it. */
export function openScan(button: HTMLButtonElement, { onCode, onClosed }: Scan): () => void {
  const panel = drawPanel();
  const signal = openSignal();
  const barCodes: Promise<BarCodes> = import('./bar-codes.ts').catch(() => EACH_ALONE);
  let isClosed = false;
  let reader = startReader(panel);
  let endCamera = (): void => undefined;
  const close = (): void => {
    isClosed = true;
    endCamera();
    reader.then((opened) => opened.close()).catch(() => undefined);
    signal.close();
    window.removeEventListener('pagehide', close);
    panel.root.remove();
    button.setAttribute('aria-expanded', 'false');
    button.focus();
    onClosed();
  };
  const take = (code: string): void => {
    signal.give();
    close();
    onCode(code);
  };
  let lot: readonly string[] = [];
  const read = async (texts: readonly string[]): Promise<void> => {
    const { asOne, lacksGoods } = await barCodes;
    const [first, ...others] = asOne([...lot, ...texts]);
    if (first === undefined || isClosed) return;
    // On the page of a product the form says of which goods it is.
    const isOf = button.form?.elements.namedItem('of') instanceof HTMLInputElement;
    if (!isOf && [first, ...others].every(lacksGoods)) {
      if (others.length + 1 === lot.length) return;
      lot = [first, ...others];
      waitForGoods(panel, lot, take);
    } else if (others.length === 0) {
      take(first);
    } else {
      // Only the person knows which of the codes of a label is meant.
      endCamera();
      showChoices(panel, [first, ...others], take);
    }
  };
  const readerFailed = (): void => {
    endCamera();
    panel.told.reader.textContent = panel.say('reader.failed');
    panel.buttons.again.hidden = false;
    reader.then((opened) => opened.close()).catch(() => undefined);
    reader = Promise.reject(new Error('The reader broke'));
    reader.catch(() => undefined);
  };
  const watch = (): void => {
    endCamera();
    lot = [];
    panel.choices.hidden = panel.buttons.again.hidden = true;
    panel.buttons.again.textContent = panel.say('again');
    panel.told.reader.textContent = '';
    endCamera = showCamera(panel, { reader, onCodes: read, onFailed: readerFailed });
    reader.catch(readerFailed);
  };
  panel.buttons.close.addEventListener('click', close);
  panel.buttons.again.addEventListener('click', () => {
    reader = reader.catch(() => startReader(panel));
    watch();
  });
  readPhotos(panel, async (photo) => readPhoto(await reader, photo), { onCodes: read, onFailed: readerFailed });
  panel.root.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  // A page that is come back to has no camera that still runs.
  window.addEventListener('pagehide', close);
  button.after(panel.root);
  button.setAttribute('aria-expanded', 'true');
  panel.root.focus();
  watch();
  return close;
}

/** Its coming is shown, and waited for. */
async function startReader({ progress, told, say }: Panel): Promise<CodeReader> {
  const opened = await openReader((part) => {
    progress.hidden = false;
    progress.value = part;
    told.reader.textContent = say('loading');
  });
  try {
    await opened.ready;
  } catch (cause) {
    opened.close();
    throw cause;
  } finally {
    progress.hidden = true;
    if (told.reader.textContent === say('loading')) told.reader.textContent = '';
  }
  return opened;
}

interface Photos {
  readonly onCodes: (texts: readonly string[]) => void;
  readonly onFailed: () => void;
}

function readPhotos(
  { say, file, told, buttons }: Panel,
  read: (photo: File) => Promise<readonly string[] | undefined>,
  { onCodes, onFailed }: Photos,
): void {
  buttons.photo.addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const photo = file.files?.[0];
    if (photo === undefined) return;
    told.reader.textContent = say('photo.reading');
    read(photo).then((texts) => {
      if (texts === undefined) told.reader.textContent = say('photo.unreadable');
      else told.reader.textContent = texts.length === 0 ? say('photo.none') : '';
      onCodes(texts ?? []);
    }, onFailed);
    // The same file may be chosen again.
    file.value = '';
  });
}

/** The camera goes on: the number of the goods stands in another bar code beside it. */
function waitForGoods(panel: Panel, codes: readonly string[], take: (code: string) => void): void {
  panel.told.reader.textContent = panel.say('rest');
  offer(panel, codes, take);
}

function offer({ choices }: Panel, codes: readonly string[], take: (code: string) => void): void {
  choices.replaceChildren(
    ...codes.map((code) => {
      const choice = pressed(plainCode(code));
      choice.addEventListener('click', () => take(code));
      return choice;
    }),
  );
  choices.hidden = false;
}

function showChoices(panel: Panel, codes: readonly string[], take: (code: string) => void): void {
  const { say, choices, told, buttons } = panel;
  told.camera.textContent = say('choose');
  told.reader.textContent = '';
  offer(panel, codes, take);
  buttons.again.textContent = say('rescan');
  buttons.again.hidden = false;
  choices.querySelector('button')?.focus();
}
