/** Has the browser keep the console's page and files, so that it opens without a line; over https, or on this machine, where browsers allow it. */
export function beginWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  // After the page itself: what it needs comes first.
  const begin = (): void => {
    navigator.serviceWorker.register('/console/worker.js', { scope: '/console' }).catch(() => undefined);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
