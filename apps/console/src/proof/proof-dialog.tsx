import { Modal } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';
import { proofText } from '../i18n/proof.ts';
import { useText } from '../i18n/use-text.ts';
import { ProofForm } from './proof-form.tsx';
import type { ProofRequest } from './proof-request.ts';

/** Asks whoever is signed in to prove once more who it is, on whatever page that is needed. */
export function ProofDialog({ request }: { request: ProofRequest }): ReactNode {
  const say = useText(proofText);
  const isOpen = useSyncExternalStore(request.subscribe, request.isOpen);
  return (
    <Modal
      open={isOpen}
      title={say('title')}
      closable={{ 'aria-label': say('cancel') }}
      footer={null}
      destroyOnHidden
      width={420}
      onCancel={() => request.answer(false)}
    >
      <ProofForm onDone={() => request.answer(true)} onCancel={() => request.answer(false)} />
    </Modal>
  );
}
