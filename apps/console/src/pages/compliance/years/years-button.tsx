import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../../i18n/use-text.ts';
import { yearsText } from '../../../i18n/years.ts';
import { yearsPage } from '../path.ts';
import { lastTwoYears } from './last-two-years.ts';

/** To the ledgers of the last two years, which is what an inspector asks for. */
export function YearsButton(): ReactNode {
  const say = useText(yearsText);
  const navigate = useNavigate();
  return <Button onClick={() => void navigate(yearsPage(lastTwoYears(Date.now())))}>{say('open')}</Button>;
}
