import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { returnedError } from './returned-error.ts';

/** The code with which a provider sent somebody back; it is taken out of the address, so that loading anew forgets it. */
export function useReturnedError(): string | undefined {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const [code, setCode] = useState(() => returnedError(hash));
  useEffect(() => {
    const returned = returnedError(hash);
    if (returned === undefined) return;
    setCode(returned);
    void navigate(pathname + search, { replace: true });
  }, [navigate, pathname, search, hash]);
  return code;
}
