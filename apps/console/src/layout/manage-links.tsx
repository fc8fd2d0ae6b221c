import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  ClusterOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  EditOutlined,
  EnvironmentOutlined,
  ExportOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  GlobalOutlined,
  KeyOutlined,
  LinkOutlined,
  MessageOutlined,
  NodeIndexOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SaveOutlined,
  SignatureOutlined,
  SwapOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { manageText } from '../i18n/manage.ts';
import { useText } from '../i18n/use-text.ts';
import { useMenuGroups } from './use-menu-groups.ts';

const ICONS = {
  trace: <NodeIndexOutlined aria-hidden />,
  drill: <FieldTimeOutlined aria-hidden />,
  compliance: <SafetyCertificateOutlined aria-hidden />,
  labels: <TagsOutlined aria-hidden />,
  record: <EditOutlined aria-hidden />,
  orders: <ProfileOutlined aria-hidden />,
  drafts: <FileDoneOutlined aria-hidden />,
  countersign: <SignatureOutlined aria-hidden />,
  disputes: <MessageOutlined aria-hidden />,
  organisation: <BankOutlined aria-hidden />,
  sites: <EnvironmentOutlined aria-hidden />,
  'master-data': <DatabaseOutlined aria-hidden />,
  branches: <ApartmentOutlined aria-hidden />,
  partners: <DeploymentUnitOutlined aria-hidden />,
  openings: <GlobalOutlined aria-hidden />,
  shares: <LinkOutlined aria-hidden />,
  looks: <EyeOutlined aria-hidden />,
  exports: <ExportOutlined aria-hidden />,
  mandates: <SwapOutlined aria-hidden />,
  people: <TeamOutlined aria-hidden />,
  roles: <SafetyOutlined aria-hidden />,
  keys: <KeyOutlined aria-hidden />,
  audit: <AuditOutlined aria-hidden />,
  supervision: <AimOutlined aria-hidden />,
  readings: <EyeInvisibleOutlined aria-hidden />,
  operator: <ClusterOutlined aria-hidden />,
  packs: <ProfileOutlined aria-hidden />,
  backup: <SaveOutlined aria-hidden />,
} as const;

/** The pages that the person's rights open, as groups of entries of the menu. */
export function ManageLinks({ onChosen }: { onChosen?: (() => void) | undefined }): ReactNode {
  const say = useText(manageText);
  const here = useLocation().pathname.split('/')[1];
  return useMenuGroups().map(({ name, pages, isFolded = false }) => {
    const links = (
      <ul aria-labelledby={`menu-${name}`}>
        {pages.map((page) => (
          <li key={page}>
            <NavLink to={`/${page}`} onClick={onChosen}>
              {ICONS[page]}
              {say(`menu.${page}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    );
    return (
      <li key={name} className="menu-group">
        {isFolded ? (
          <details open={pages.some((page) => page === here)}>
            <summary id={`menu-${name}`}>{say(`group.${name}`)}</summary>
            {links}
          </details>
        ) : (
          <>
            <span id={`menu-${name}`}>{say(`group.${name}`)}</span>
            {links}
          </>
        )}
      </li>
    );
  });
}
