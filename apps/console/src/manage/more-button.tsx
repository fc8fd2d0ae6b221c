import { Button } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import type { Found } from './use-found.ts';

/** Below a list that goes on. */
export function MoreButton({ found: { more, isMoreOnItsWay } }: { found: Found<unknown> }): ReactNode {
  const say = useText(manageText);
  if (more === undefined) return null;
  return (
    <div className="pager">
      <Button onClick={more} loading={isMoreOnItsWay}>
        {say('more')}
      </Button>
    </div>
  );
}
