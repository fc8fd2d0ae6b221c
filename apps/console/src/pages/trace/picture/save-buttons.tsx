import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { pictureText } from '../../../i18n/picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { keepFile } from '../../../manage/keep-file.ts';
import type { Drawing } from './drawing.ts';
import { pngOf } from './png-file.ts';
import { svgOf } from './svg-file.ts';

/** The whole picture as a file or on paper, whatever part of it is in view. */
export function SaveButtons({ drawing }: { drawing: Drawing }): ReactNode {
  const say = useText(pictureText);
  const [tooLarge, setTooLarge] = useState<Drawing>();
  const saveSvg = (): void => {
    const svg = svgOf(drawing, say('title'));
    keepFile(`${say('fileName')}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  };
  const savePng = async (): Promise<void> => {
    const png = await pngOf(drawing);
    if (png === undefined) setTooLarge(drawing);
    else keepFile(`${say('fileName')}.png`, png);
  };
  return (
    <>
      <div className="picture-tools">
        <Button onClick={saveSvg}>{say('save.svg')}</Button>
        <Button onClick={() => void savePng()}>{say('save.png')}</Button>
        <Button onClick={printAlone}>{say('print')}</Button>
      </div>
      {tooLarge === drawing ? <p role="status">{say('save.tooLarge')}</p> : null}
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
