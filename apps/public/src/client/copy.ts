const DONE_SHOWN_MS = 2000;

/** Shows the copy buttons where the browser lets a page write to the clipboard (secure contexts only). */
export function offerCopy(root: ParentNode): void {
  if (navigator.clipboard === undefined) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset.copy ?? '').then(
        () => {
          button.textContent = button.dataset.done ?? words;
          setTimeout(() => {
            button.textContent = words;
          }, DONE_SHOWN_MS);
        },
        // Refused by the browser: the text beside the button can still be selected.
        () => {
          button.hidden = true;
        },
      );
    });
  }
}
