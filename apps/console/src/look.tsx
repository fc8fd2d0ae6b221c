import { LoadingOutlined, SearchOutlined } from '@ant-design/icons';
import { App as AntApp, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useLayoutEffect } from 'react';
import { ANTD_LOCALES } from './antd-locale.ts';
import { shellText } from './i18n/shell.ts';
import { useText } from './i18n/use-text.ts';
import { ClearIcon } from './manage/clear-icon.tsx';
import { LANGUAGE_TAGS } from './settings/language.ts';
import { useIsDark } from './settings/use-is-dark.ts';
import { useSettings } from './settings/use-settings.ts';
import { DARK, LIGHT, MOVES } from './theme.ts';

/** Language and theme, for Ant Design and for our own styles. */
export function Look({ nonce, children }: { nonce: string; children: ReactNode }): ReactNode {
  const [{ language }] = useSettings();
  const isDark = useIsDark();
  const say = useText(shellText);
  // Of its buttons that show a sign alone.
  const signs = { close: say('close'), show: say('show'), hide: say('hide') };
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
  useLayoutEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={{ ...ANTD_LOCALES[language], global: { ...ANTD_LOCALES[language].global, ...signs } }}
      theme={isDark ? DARK : LIGHT}
      wave={{ disabled: !MOVES }}
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label={say('search')} /> }}
      select={{ clearIcon: <ClearIcon /> }}
      getPopupContainer={landmarkOf}
      form={{ requiredMark: false, scrollToFirstError: { focus: true } }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}

/**
 * What opens at a button or field is part of where that stands: for a screen reader, and in the order of the keyboard.
 * Drawers and dialogs stand in a place of their own: in the body, Ant Design stops its scrolling by a style without the
 * nonce, which the content policy refuses; ours does it in style.css.
 */
function landmarkOf(trigger?: HTMLElement): HTMLElement {
  const landmark = trigger?.closest<HTMLElement>('main, header, [role="dialog"]');
  return landmark ?? document.getElementById('overlays') ?? document.body;
}
