import type { DrillParty } from '@suyuan/api/drills';
import type { ReactNode } from 'react';
import { useSettings } from '../../settings/use-settings.ts';
import { UnitLink } from '../compliance/record-links.tsx';

interface NamedProps {
  readonly of: Pick<DrillParty, 'code' | 'name'>;
  /** Goods have a trace to go to; a party has none. */
  readonly isGoods?: boolean;
}

/** By its name, where it has one, and by its code. */
export function Named({ of: { code, name }, isGoods = false }: NamedProps): ReactNode {
  const [{ language }] = useSettings();
  return (
    <>
      {name === undefined ? null : <strong>{name[language]}</strong>}
      {isGoods ? <UnitLink unit={code} /> : <code className="code">{code}</code>}
    </>
  );
}
