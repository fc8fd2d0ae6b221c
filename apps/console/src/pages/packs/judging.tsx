import type { Compliance } from '@suyuan/api';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../api.ts';
import { packsText } from '../../i18n/packs.ts';
import { useText } from '../../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../../settings/language.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { COMPLIANCE_PATH } from '../compliance/path.ts';

/** Also while none waits: records are marked a moment after a pack has changed. */
const AGAIN_MS = 2_000;

/** How many records wait to be judged, of all organisations; nothing where none does. */
export function Judging(): ReactNode {
  const say = useText(packsText);
  const [{ language }] = useSettings();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [COMPLIANCE_PATH],
    queryFn: () => api.get<Compliance>(COMPLIANCE_PATH),
    staleTime: 0,
    refetchInterval: AGAIN_MS,
  });
  const count = data?.waiting ?? 0;
  return (
    <div role="status" className="judging">
      {count === 0 ? null : (
        <Alert
          type="info"
          showIcon
          title={say('judging')}
          description={say('judging.text', { count: count.toLocaleString(LANGUAGE_TAGS[language]) })}
        />
      )}
    </div>
  );
}
