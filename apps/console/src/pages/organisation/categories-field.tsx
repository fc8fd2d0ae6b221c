import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { categoriesText } from '../../i18n/categories.ts';
import { organisationText } from '../../i18n/organisation.ts';
import { useText } from '../../i18n/use-text.ts';
import { CATEGORIES, useCategoryName } from '../../manage/use-category-name.ts';

const CATEGORIES_MAX = 50;
const CATEGORY_LENGTH_MAX = 60;

/** What an organisation deals in: the categories by their names, and words of its own. */
export function CategoriesField(): ReactNode {
  const say = useText(organisationText);
  const nameOf = useCategoryName();
  const areShort = (_: unknown, given: readonly string[]): Promise<void> =>
    given.length <= CATEGORIES_MAX && given.every(({ length }) => length <= CATEGORY_LENGTH_MAX)
      ? Promise.resolve()
      : Promise.reject(new Error(say('categories.long')));
  return (
    <Form.Item
      name="categories"
      label={say('categories')}
      extra={say('categories.help')}
      normalize={(given: readonly string[]) => [...new Set(given.map(categoryOf))]}
      rules={[{ validator: areShort }]}
    >
      <Select
        mode="tags"
        virtual={false}
        showSearch={{ optionFilterProp: 'label' }}
        tokenSeparators={[',', '，', '、']}
        options={CATEGORIES.map((value) => ({ value, label: nameOf(value) }))}
      />
    </Form.Item>
  );
}

/** Whoever types the name of a category means it: packs go by the category. */
function categoryOf(text: string): string {
  const named = CATEGORIES.find((each) => [categoriesText.zh[each], categoriesText.en[each]].includes(text.trim()));
  return named ?? text;
}
