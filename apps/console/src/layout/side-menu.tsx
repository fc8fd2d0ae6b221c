import { HomeOutlined, SearchOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { ManageLinks } from './manage-links.tsx';

/** Where one can go: at the side, or in the drawer of a phone, which closes by `onChosen`. */
export function SideMenu({ onChosen }: { onChosen?: () => void }): ReactNode {
  const say = useText(shellText);
  return (
    <nav className="side-menu" aria-label={say('menu')}>
      <ul>
        <li>
          <NavLink to="/" end onClick={onChosen}>
            <HomeOutlined aria-hidden />
            {say('home')}
          </NavLink>
        </li>
        <ManageLinks onChosen={onChosen} />
        <li>
          <NavLink to="/help" onClick={onChosen}>
            {/* A letter for a picture: one more icon would weigh on the first page. */}
            <span className="anticon help-sign" aria-hidden>
              ?
            </span>
            {say('help')}
          </NavLink>
        </li>
        <li>
          <a href="/">
            <SearchOutlined aria-hidden />
            {say('publicSearch')}
          </a>
        </li>
      </ul>
    </nav>
  );
}
