import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import { helpText } from '../../i18n/help.ts';
import { shellText } from '../../i18n/shell.ts';
import { useText } from '../../i18n/use-text.ts';
import { helpOf } from './help-places.ts';
import { HelpText } from './help-text.tsx';
import { useCloseByBack } from './use-close-by-back.ts';
import { usePlaceBeside } from './use-place-beside.ts';
import './help-beside.css';

interface HelpBesideProps {
  /** The page that it is opened from. */
  readonly page: string;
  readonly onClose: () => void;
}

/** Help with a page, which stays as it is with all that was typed: beside it at a desk, over it on a phone. */
export function HelpBeside(props: HelpBesideProps): ReactNode {
  const [isBeside] = useState(() => matchMedia('(min-width: 1200px)').matches);
  return isBeside ? <Beside {...props} /> : <Over {...props} />;
}

/** The page is worked in meanwhile. */
function Beside({ page, onClose }: HelpBesideProps): ReactNode {
  const say = useText(helpText);
  const sayButton = useText(shellText);
  const place = usePlaceBeside(helpOf(page));
  const part = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text is read from its beginning
  useEffect(() => {
    part.current?.scrollTo(0, 0);
    part.current?.focus({ preventScroll: true });
  }, [place.key]);
  const closeByKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onClose();
  };
  return createPortal(
    <aside className="help-beside" aria-label={say('title')} tabIndex={-1} ref={part} onKeyDown={closeByKey}>
      <div className="help-bar">
        <AsPage guide={place.guide} hash={place.hash} />
        <Button type="text" icon={<CloseOutlined />} aria-label={sayButton('close')} onClick={onClose} />
      </div>
      <HelpText place={place} />
    </aside>,
    document.getElementById('overlays') ?? document.body,
  );
}

function Over({ page, onClose }: HelpBesideProps): ReactNode {
  const say = useText(helpText);
  const place = usePlaceBeside(helpOf(page));
  const part = useRef<HTMLElement>(null);
  const close = useCloseByBack(onClose);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text is read from its beginning
  useEffect(() => part.current?.scrollIntoView(), [place.key]);
  return (
    <Drawer
      open
      title={say('title')}
      placement="right"
      size="100%"
      closable={{ placement: 'end' }}
      extra={<AsPage guide={place.guide} hash={place.hash} />}
      onClose={close}
      rootClassName="help-over"
    >
      <section className="help-read" aria-label={say('title')} ref={part}>
        <HelpText place={place} />
      </section>
    </Drawer>
  );
}

/** In a tab of its own: the page stays here. */
function AsPage({ guide, hash }: { guide: string | undefined; hash: string }): ReactNode {
  const say = useText(helpText);
  return (
    <Link to={guide === undefined ? '/help' : `/help/${guide}${hash}`} target="_blank">
      {say('asPage')}
    </Link>
  );
}
