import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import type { Theme } from '../settings/settings.ts';
import { useSettings } from '../settings/use-settings.ts';

const ICONS: Readonly<Record<Theme, ReactNode>> = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
};
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

interface ThemeSwitchProps {
  /** Where its menu opens. */
  readonly placement?: 'bottomRight' | 'topRight';
}

export function ThemeSwitch({ placement = 'bottomRight' }: ThemeSwitchProps): ReactNode {
  const [{ theme }, change] = useSettings();
  const say = useText(shellText);
  const items = THEMES.map((key) => ({
    key,
    icon: ICONS[key],
    label: say(`theme.${key}`),
    onClick: () => change({ theme: key }),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [theme] }} placement={placement}>
      <Button
        type="text"
        icon={ICONS[theme]}
        aria-label={`${say('theme')}: ${say(`theme.${theme}`)}`}
        aria-haspopup="menu"
      />
    </Dropdown>
  );
}
