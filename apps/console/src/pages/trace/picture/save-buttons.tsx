import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { keepFile } from '../../../manage/keep-file.ts';

interface SaveButtonsProps {
  /** Without its ending. */
  readonly fileName: string;
  readonly svg: () => string;
  /** Undefined where it is too large to be read as a PNG. */
  readonly png: () => Promise<Blob | undefined>;
}

/** What is drawn as a file or on paper, whole, whatever part of it is in view. */
export function SaveButtons({ fileName, svg, png }: SaveButtonsProps): ReactNode {
  const say = useText(pictureText);
  const [isTooLarge, setTooLarge] = useState(false);
  const saveSvg = (): void => keepFile(`${fileName}.svg`, new Blob([svg()], { type: 'image/svg+xml' }));
  const savePng = async (): Promise<void> => {
    const drawn = await png();
    setTooLarge(drawn === undefined);
    if (drawn !== undefined) keepFile(`${fileName}.png`, drawn);
  };
  return (
    <>
      <div className="picture-tools">
        <Button onClick={saveSvg}>{say('save.svg')}</Button>
        <Button onClick={() => void savePng()}>{say('save.png')}</Button>
        <Button onClick={printAlone}>{say('print')}</Button>
      </div>
      {isTooLarge ? <p role="status">{say('save.tooLarge')}</p> : null}
    </>
  );
}

/** The style sheet leaves the rest of the page away while it is told so. */
function printAlone(): void {
  const root = document.documentElement;
  root.dataset.print = 'picture';
  window.addEventListener('afterprint', () => delete root.dataset.print, { once: true });
  window.print();
}
