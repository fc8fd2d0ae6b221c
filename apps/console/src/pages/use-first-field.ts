import type { InputRef } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';

/** For the field a person types into first: it has the focus once its form is drawn. */
export function useFirstField(): RefObject<InputRef | null> {
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}
