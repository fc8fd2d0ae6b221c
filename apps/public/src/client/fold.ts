/** One button opens and closes the folded part of a section. */
export function offerUnfolding(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-unfold]')) {
    const fold = button.closest('[data-folds]')?.querySelector<HTMLDetailsElement>('details.fold');
    if (!fold) continue;
    const [closedWords, openWords] = [button.textContent, button.dataset.other ?? ''];
    const follow = (): void => {
      button.textContent = fold.open ? openWords : closedWords;
      button.setAttribute('aria-expanded', String(fold.open));
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      fold.open = !fold.open;
    });
    fold.addEventListener('toggle', follow);
    follow();
  }
}

/** Paper cannot be unfolded: open what is folded while printing, and leave it as it was afterwards. */
export function unfoldForPrint(page: Window): void {
  let opened: HTMLDetailsElement[] = [];
  page.addEventListener('beforeprint', () => {
    opened = [...page.document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of opened) fold.open = true;
  });
  page.addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
}
