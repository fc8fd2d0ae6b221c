/** The part of the Barcode Detection API (W3C WICG draft) that is used; TypeScript's DOM types do not have it. */
interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeReaderClass {
  new (options: { formats: readonly string[] }): BarcodeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}
declare global {
  interface Window {
    readonly BarcodeDetector?: BarcodeReaderClass;
  }
}

/** The carriers in use on packages in China: QR, Data Matrix and the linear codes of shops and cases. */
const FORMATS = ['qr_code', 'data_matrix', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'itf'];
/** Often enough to feel immediate, seldom enough for a cheap phone. */
const LOOK_EVERY_MS = 150;

/** Shows the scan button where the browser has a camera and can read barcodes. */
export async function offerScan(root: ParentNode): Promise<void> {
  const Reader = window.BarcodeDetector;
  if (Reader === undefined || navigator.mediaDevices?.getUserMedia === undefined) return;
  const supported = await Reader.getSupportedFormats().catch((): string[] => []);
  const formats = FORMATS.filter((format) => supported.includes(format));
  if (formats.length === 0) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-scan]')) {
    button.hidden = false;
    button.addEventListener('click', () => void scan(button, new Reader({ formats })));
  }
}

async function scan(button: HTMLButtonElement, reader: BarcodeReader): Promise<void> {
  const words = button.dataset;
  const dialog = document.createElement('dialog');
  const video = document.createElement('video');
  const message = document.createElement('p');
  const close = document.createElement('button');
  dialog.className = 'scan';
  dialog.setAttribute('aria-label', words.scanTitle ?? '');
  video.muted = true;
  video.playsInline = true;
  message.textContent = words.scanAim ?? '';
  message.setAttribute('role', 'status');
  close.textContent = words.scanClose ?? '';
  close.addEventListener('click', () => dialog.close());
  dialog.append(video, message, close);
  document.body.append(dialog);
  let camera: MediaStream | undefined;
  dialog.addEventListener('close', () => {
    for (const track of camera?.getTracks() ?? []) track.stop();
    dialog.remove();
    button.focus();
  });
  dialog.showModal();
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    camera = stream;
    if (!dialog.open) return stopAll(stream);
    video.srcObject = stream;
    await video.play();
    const code = await firstCode(video, { reader, dialog });
    if (code !== undefined) ask(button, code);
  } catch {
    message.textContent = words.scanDenied ?? '';
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function firstCode(
  video: HTMLVideoElement,
  { reader, dialog }: { reader: BarcodeReader; dialog: HTMLDialogElement },
): Promise<string | undefined> {
  while (dialog.open) {
    const [found] = await reader.detect(video);
    if (found !== undefined && found.rawValue !== '') return found.rawValue;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

/** A scanned address is never opened by itself: it is looked up here, so that a forged code cannot lead away. */
function ask(button: HTMLButtonElement, code: string): void {
  const form = button.closest('form');
  const input = form?.querySelector<HTMLInputElement>('input[name=code]');
  if (!form || !input) return;
  input.value = code;
  form.requestSubmit();
}
