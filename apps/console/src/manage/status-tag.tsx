import type { BranchBody } from '@suyuan/api';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { organisationText } from '../i18n/organisation.ts';
import { useText } from '../i18n/use-text.ts';

const COLOURS = {
  pending: 'warning',
  active: 'success',
  suspended: 'error',
  merged: 'default',
  closed: 'default',
} as const;

/** How an organisation stands. */
export function StatusTag({ status }: Pick<BranchBody, 'status'>): ReactNode {
  const say = useText(organisationText);
  return <Tag color={COLOURS[status]}>{say(`status.${status}`)}</Tag>;
}
