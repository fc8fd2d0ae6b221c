import { PictureOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { productPictureText } from '../../../i18n/product-picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { makeSmall, type SmallPicture, type Unfit } from './make-small.ts';

interface PictureFieldProps {
  /** What is sent, by the form: none until a file was found to be a picture. */
  readonly onChange?: (bytes: string | undefined) => void;
}

/** A file is chosen or dropped, made small at once, and seen as others will see it. */
export function PictureField({ onChange }: PictureFieldProps): ReactNode {
  const say = useText(productPictureText);
  const [small, setSmall] = useState<SmallPicture>();
  const [name, setName] = useState<string>();
  const [unfit, setUnfit] = useState<Unfit>();
  const choose = async (file: File): Promise<void> => {
    const made = await makeSmall(file);
    const isFit = typeof made !== 'string';
    setName(file.name);
    setUnfit(isFit ? undefined : made);
    setSmall(isFit ? made : undefined);
    onChange?.(isFit ? made.bytes : undefined);
  };
  return (
    <div className="dialog-body">
      <Upload.Dragger
        // Of what is dropped none is left out in silence: what is no picture is said to be none.
        accept={{ format: 'image/*', filter: 'native' }}
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file);
          return false;
        }}
      >
        <PictureOutlined className="drop-icon" aria-hidden />
        <span className="drop-name">{name ?? say('file.choose')}</span>
        <span className="means">{say(name === undefined ? 'file.bounds' : 'file.another')}</span>
      </Upload.Dragger>
      {unfit === undefined ? null : <Alert type="error" showIcon title={say(`file.unfit.${unfit}`)} />}
      <div role="status" className="outcome">
        {small === undefined ? null : (
          <figure className="own-picture">
            <img src={small.url} alt={say('preview')} width={small.width} height={small.height} />
            <figcaption className="soft">
              {say('size', {
                width: small.width,
                height: small.height,
                kb: Math.ceil(small.byteCount / 1000),
              })}
            </figcaption>
          </figure>
        )}
      </div>
    </div>
  );
}
