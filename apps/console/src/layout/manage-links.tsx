import { AuditOutlined, BankOutlined, KeyOutlined, SafetyOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { useMay } from '../manage/use-may.ts';
import { useSession } from '../session.ts';

/** The pages of the organisation, as entries of the menu: those that the person's rights open. */
export function ManageLinks({ onChosen }: { onChosen?: (() => void) | undefined }): ReactNode {
  const say = useText(manageText);
  const hasPlace = useSession().data?.organisation !== undefined;
  const mayManage = useMay('manage');
  const mayAudit = useMay('audit');
  const links = [
    { page: 'organisation', icon: <BankOutlined aria-hidden />, isShown: hasPlace },
    { page: 'people', icon: <TeamOutlined aria-hidden />, isShown: mayManage },
    { page: 'roles', icon: <SafetyOutlined aria-hidden />, isShown: mayManage },
    { page: 'keys', icon: <KeyOutlined aria-hidden />, isShown: mayManage },
    { page: 'audit', icon: <AuditOutlined aria-hidden />, isShown: mayAudit },
  ] as const;
  return links
    .filter(({ isShown }) => isShown)
    .map(({ page, icon }) => (
      <li key={page}>
        <NavLink to={`/${page}`} onClick={onChosen}>
          {icon}
          {say(`menu.${page}`)}
        </NavLink>
      </li>
    ));
}
