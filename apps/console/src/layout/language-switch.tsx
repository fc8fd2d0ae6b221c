import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { shellText } from '../i18n/shell.ts';
import { useText } from '../i18n/use-text.ts';
import { LANGUAGE_TAGS } from '../settings/language.ts';
import { useSettings } from '../settings/use-settings.ts';

/** The other language, in its own words. */
export function LanguageSwitch(): ReactNode {
  const [{ language }, change] = useSettings();
  const say = useText(shellText);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={LANGUAGE_TAGS[other]}
      onClick={() => change({ language: other })}
    >
      {say(other === 'zh' ? 'toChinese' : 'toEnglish')}
    </Button>
  );
}
