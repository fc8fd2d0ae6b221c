import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { SideMenu } from './side-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The side menu of a phone, behind a button, with what the header has no room for there. */
export function MenuDrawer(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const say = useText(shellText);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={say('menu')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={isOpen}
        onClose={close}
        placement="left"
        size={280}
        title={<Brand />}
        closable={{ 'aria-label': say('closeMenu'), placement: 'end' }}
        styles={{ body: { padding: 12 } }}
        footer={
          <div className="tools">
            <LanguageSwitch />
            <ThemeSwitch placement="topRight" />
          </div>
        }
      >
        <SideMenu onChosen={close} />
      </Drawer>
    </>
  );
}
