import { lookUp } from './look-up.ts';

/** Shows the scan button. Whatever scans is loaded when it is pressed: most people come by the camera of their phone. */
export function offerScan(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-scan]')) {
    const { form } = button;
    if (form === null) continue;
    let close: (() => void) | undefined;
    let isOpening = false;
    const opened = async (): Promise<void> => {
      isOpening = true;
      const { openScan } = await import('./scan/open-scan.ts');
      close = openScan(button, {
        onCode: (code) => lookUp(form, code),
        onClosed: () => {
          close = undefined;
        },
      });
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      if (close !== undefined) return close();
      if (isOpening) return undefined;
      opened()
        .catch(() => tellFailure(button))
        .finally(() => {
          isOpening = false;
        });
      return undefined;
    });
  }
}

function tellFailure(button: HTMLButtonElement): void {
  if (button.nextElementSibling?.getAttribute('role') === 'alert') return;
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = button.dataset.scan ?? '';
  button.after(told);
}
