import { useEffect, useEffectEvent } from 'react';

/** What lies over a page on a phone is left by going back as well, which leaves the page where it is. Gives what closes it. */
export function useCloseByBack(onClose: () => void): () => void {
  const onBack = useEffectEvent(onClose);
  useEffect(() => {
    // The same address once more, with what the router keeps of it.
    history.pushState(history.state, '');
    const left = (): void => onBack();
    addEventListener('popstate', left);
    return () => removeEventListener('popstate', left);
  }, []);
  return () => history.back();
}
