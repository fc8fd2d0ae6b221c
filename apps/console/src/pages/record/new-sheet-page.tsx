import { type ReactNode, useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { newId } from './new-id.ts';
import { sheetPage } from './path.ts';

/** Begins a sheet under an id of its own: a reload goes on with the same. */
export function NewSheetPage(): ReactNode {
  const { pack = '', stage = '' } = useParams();
  const [search] = useSearchParams();
  const [id] = useState(newId);
  const of = { ...Object.fromEntries(search), pack, stage };
  return <Navigate replace to={`${sheetPage(id)}?${new URLSearchParams(of)}`} />;
}
