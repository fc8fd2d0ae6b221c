import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { useProblemText } from '../problem-text.ts';

/** What is told of a query, whether it is of one answer or of several pages. */
export interface Asked<Data> extends Pick<UseQueryResult<Data>, 'data' | 'isError' | 'error'> {
  readonly refetch: () => Promise<unknown>;
}

interface LoadedProps<Data> {
  readonly query: Asked<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked of the server: grey lines until it comes, what went wrong with a way to try again, or it. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>): ReactNode {
  const say = useText(manageText);
  const problemText = useProblemText();
  if (query.data !== undefined) return children(query.data);
  if (query.isError && query.error !== null) {
    const again = (
      <Button size="small" onClick={() => void query.refetch()}>
        {say('retry')}
      </Button>
    );
    return <Alert type="error" showIcon title={problemText(query.error)} action={again} />;
  }
  return (
    <div role="status">
      <span className="unseen">{say('loading')}</span>
      <Skeleton title={false} paragraph={{ rows: 5 }} active={false} aria-hidden="true" />
    </div>
  );
}
