/** Scanning on the public pages: by camera, or from a photo where there is none. Loaded when it begins. */
import { type CodeReader, openReader, openSignal, readPhoto } from '@suyuan/web-build/scan';
import { drawPanel, type Panel, pressed } from './draw-panel.ts';
import { plainCode } from './plain-code.ts';
import { showCamera } from './show-camera.ts';

interface Scan {
  readonly onCode: (code: string) => void;
  readonly onClosed: () => void;
}

/** A panel below the button, until a code was read or the person closes it. What is returned closes it. */
export function openScan(button: HTMLButtonElement, { onCode, onClosed }: Scan): () => void {
  const panel = drawPanel();
  const signal = openSignal();
  let reader = startReader(panel);
  let endCamera = (): void => undefined;
  const close = (): void => {
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
  const read = (texts: readonly string[]): void => {
    const [first, ...others] = new Set(texts);
    if (first === undefined) return;
    if (others.length === 0) return take(first);
    // Only the person knows which of the codes of a label is meant.
    endCamera();
    showChoices(panel, [first, ...others], take);
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

function showChoices({ say, choices, told, buttons }: Panel, codes: readonly string[], take: (code: string) => void) {
  told.camera.textContent = say('choose');
  choices.replaceChildren(
    ...codes.map((code) => {
      const choice = pressed(plainCode(code));
      choice.addEventListener('click', () => take(code));
      return choice;
    }),
  );
  choices.hidden = false;
  buttons.again.textContent = say('rescan');
  buttons.again.hidden = false;
  choices.querySelector('button')?.focus();
}
