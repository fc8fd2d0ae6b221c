import type { OwnPicture } from '@suyuan/api/pictures';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { productPictureText } from '../../../i18n/product-picture.ts';
import { useText } from '../../../i18n/use-text.ts';
import { AskButton } from '../../../manage/ask-button.tsx';
import { Loaded } from '../../../manage/loaded.tsx';
import { Section } from '../../../manage/section.tsx';
import { useMay } from '../../../manage/use-may.ts';
import { picturePath } from '../path.ts';
import { GivePicture } from './give-picture.tsx';

/** What a product looks like to whoever scans it. */
export function PictureSection({ code, name }: { code: string; name: string }): ReactNode {
  const say = useText(productPictureText);
  const api = useApi();
  const query = useQuery({
    queryKey: [picturePath(code)],
    queryFn: () => api.get<OwnPicture>(picturePath(code)),
  });
  return (
    <Section title={say('title')}>
      <Loaded query={query}>{({ picture }) => <Held code={code} name={name} picture={picture} />}</Loaded>
    </Section>
  );
}

function Held({ code, name, picture }: OwnPicture & { code: string; name: string }): ReactNode {
  const say = useText(productPictureText);
  const api = useApi();
  const queries = useQueryClient();
  const maySay = useMay('capture');
  const remove = async (): Promise<void> => {
    await api.send('DELETE', picturePath(code));
    queries.setQueryData<OwnPicture>([picturePath(code)], { picture: null });
  };
  if (picture === null)
    return (
      <>
        <p className="soft">{say('none')}</p>
        {maySay ? (
          <div className="picture-tools">
            <GivePicture code={code} doing={say('give')} />
          </div>
        ) : null}
      </>
    );
  return (
    <figure className="own-picture">
      <img src={picture.href} alt={say('alt', { name })} width={picture.width} height={picture.height} />
      <figcaption className="soft">{say('seen')}</figcaption>
      {maySay ? (
        <div className="picture-tools">
          <GivePicture code={code} doing={say('replace')} />
          <AskButton doing={say('remove')} title={say('remove.title')} onDo={remove}>
            {say('remove.then')}
          </AskButton>
        </div>
      ) : null}
    </figure>
  );
}
