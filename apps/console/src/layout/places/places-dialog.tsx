import type { PlaceBody } from '@suyuan/api';
import { Input, type InputRef, Modal } from 'antd';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { manageText } from '../../i18n/manage.ts';
import { switchText } from '../../i18n/switch.ts';
import { useText } from '../../i18n/use-text.ts';
import { ClearIcon } from '../../manage/clear-icon.tsx';
import { Loaded } from '../../manage/loaded.tsx';
import { useReturnFocus } from '../../manage/use-return-focus.ts';
import { ProblemAlert } from '../../pages/problem-alert.tsx';
import { PlaceList } from './place-list.tsx';
import { useGoToPlace } from './use-go-to-place.ts';
import { usePlaces } from './use-places.ts';

interface PlacesDialogProps {
  readonly current: PlaceBody | undefined;
  readonly onClose: () => void;
}

/** For which organisation one works from here on: looked for by name or code, and chosen. */
export function PlacesDialog({ current, onClose }: PlacesDialogProps): ReactNode {
  const say = useText(switchText);
  const sayButton = useText(manageText);
  const field = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const query = usePlaces(useDeferredValue(text.trim()));
  const going = useGoToPlace();
  useReturnFocus();
  return (
    <Modal
      open
      title={say('switch')}
      closable={{ 'aria-label': sayButton('cancel') }}
      footer={null}
      width={520}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <div className="dialog-body">
        <ProblemAlert error={going.error} />
        <Input.Search
          ref={field}
          value={text}
          allowClear={{ clearIcon: <ClearIcon /> }}
          maxLength={100}
          placeholder={say('search')}
          aria-label={say('search')}
          onChange={({ target }) => setText(target.value)}
        />
        <Loaded query={query}>
          {({ places, more }) => (
            <>
              <PlaceList
                places={places}
                current={current}
                isGoing={going.isPending}
                onChosen={(place) => going.mutate(place, { onSuccess: onClose })}
              />
              {more ? <p className="soft">{say('more')}</p> : null}
            </>
          )}
        </Loaded>
      </div>
    </Modal>
  );
}
