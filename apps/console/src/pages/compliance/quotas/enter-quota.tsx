import type { NewQuota, Quota, Quotas } from '@suyuan/api';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useApi } from '../../../api.ts';
import { quotasText } from '../../../i18n/quotas.ts';
import { useText } from '../../../i18n/use-text.ts';
import { FormDialog } from '../../../manage/form-dialog.tsx';
import { TextField } from '../../../manage/text-field.tsx';
import { useSettings } from '../../../settings/use-settings.ts';
import { QUOTAS_PATH } from '../path.ts';
import { useQuotas } from './use-quotas.ts';

/** Those that quotas are usually given in. */
const UNITS = ['TNE', 'KGM', 'LTR', 'MTQ', 'C62', 'MTR', 'MTK'] as const;

interface Given extends Readonly<Record<'product' | 'from' | 'until' | 'amount' | 'basis' | 'uom', string>> {
  /** Of {@link keyOf}. */
  readonly book: string | undefined;
}

type Book = Quotas['books'][number];
const keyOf = ({ pack, balance }: Pick<Book, 'pack' | 'balance'>): string => `${pack} ${balance}`;

export function EnterQuota({ onClose }: { onClose: () => void }): ReactNode {
  const say = useText(quotasText);
  const api = useApi();
  const queries = useQueryClient();
  const books = useQuotas().data?.books ?? [];
  const [only, another] = books;
  const onDone = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: [QUOTAS_PATH] });
  };
  return (
    <FormDialog<Given, Quota>
      title={say('enter')}
      doing={say('enter')}
      initial={{
        book: only !== undefined && another === undefined ? keyOf(only) : undefined,
        ...{ product: '', from: '', until: '', amount: '', uom: 'TNE', basis: '' },
      }}
      onSend={(given) => api.send('POST', QUOTAS_PATH, quotaOf(given))}
      onDone={onDone}
      onClose={onClose}
    >
      <QuotaFields books={books} />
    </FormDialog>
  );
}

function QuotaFields({ books }: { books: readonly Book[] }): ReactNode {
  const say = useText(quotasText);
  const [{ language }] = useSettings();
  const bookOptions = books.map((book) => ({
    value: keyOf(book),
    label: say('account.of', { name: book.name[language], pack: book.packName[language] }),
  }));
  return (
    <>
      <Form.Item name="book" label={say('account')} rules={[{ required: true, message: say('account.missing') }]}>
        <Select options={bookOptions} />
      </Form.Item>
      <TextField name="product" label={say('product')} help={say('product.help')} maxLength={500} />
      <TextField name="from" label={say('from')} missing={say('from.missing')} maxLength={10} kind="day" />
      <TextField
        name="until"
        label={say('until')}
        help={say('until.help')}
        missing={say('until.missing')}
        maxLength={10}
        kind="day"
      />
      <TextField
        name="amount"
        label={say('amount')}
        missing={say('amount.form')}
        maxLength={20}
        form={{ pattern: /^\s*(\d{1,12}(\.\d{1,6})?)?\s*$/, message: say('amount.form') }}
      />
      <Form.Item name="uom" label={say('uom')} rules={[{ required: true, message: say('uom.missing') }]}>
        <Select options={UNITS.map((value) => ({ value, label: say(`uom.${value}`) }))} />
      </Form.Item>
      <TextField
        name="basis"
        label={say('basis')}
        help={say('basis.help')}
        missing={say('basis.missing')}
        maxLength={200}
      />
    </>
  );
}

/** As the server wants it; a pack's ids have no spaces. */
function quotaOf({ book = '', product, from, until, amount, uom, basis }: Given): NewQuota {
  const [pack = '', balance = ''] = book.split(' ');
  return {
    ...{ pack, balance, from, until, amount: Number(amount), uom, basis: basis.trim() },
    ...(product.trim() === '' ? {} : { product: product.trim() }),
  };
}
