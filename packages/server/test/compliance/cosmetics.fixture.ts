/** A category that no pack of the program knows, as data alone. */
export function cosmetics(version: string, more: object = {}): object {
  const law = { source: 'law', clause: '§31', confidence: 'B' };
  const words = (zh: string, en: string) => ({ zh, en });
  const element = (zh: string, en: string, at: string, type = 'text') => ({
    ...{ name: words(zh, en), type, level: 'public', at: [at] },
  });
  return {
    ...{ id: 'cosmetics', version, name: words('化妆品', 'Cosmetics'), goods: { categories: ['cosmetics'] } },
    sources: { law: { title: words('化妆品监督管理条例', 'Regulation on cosmetics'), number: '国务院令第 727 号' } },
    elements: {
      filing: element('备案编号', 'Filing number', 'event/filingNo'),
      lot: element('批号', 'Lot', 'lot'),
      quantity: element('数量', 'Quantity', 'quantity', 'number'),
      soldOn: element('销售日期', 'Day of sale', 'eventTime', 'date'),
      useBy: element('限用日期', 'Use by', 'ilmd/itemExpirationDate', 'date'),
    },
    codeLists: {},
    stages: [
      {
        ...{ id: 'sale', name: words('销售', 'Sale') },
        ...{ event: { types: ['ObjectEvent'], bizSteps: ['retail_selling'] }, ...law },
      },
    ],
    requirements: [
      { stage: 'sale', element: 'filing', need: 'required', within: { amount: 3, unit: 'workday' }, ...law },
    ],
    rules: [
      {
        ...{ id: 'past-date', name: words('不卖过期的', 'Nothing past its date is sold'), stages: ['sale'] },
        ...{ when: 'has(it.useBy) && days(it.useBy, event.time) > 0', effect: 'refuse' },
        ...{
          message: words('已超过限用日期', 'it is past its date'),
          wayOut: words('下架并登记', 'Take it off the shelf'),
          ...law,
        },
      },
    ],
    ...{ licences: [], clocks: [], filings: [], retention: [], recallClasses: [], absent: [] },
    ledgers: [
      {
        id: 'sales',
        name: words('销售台账', 'Sales'),
        stages: ['sale'],
        columns: ['filing', 'lot', 'quantity', 'soldOn', 'useBy'],
        ...law,
      },
    ],
    publicPage: {
      groups: [{ id: 'filing', name: words('备案信息', 'Filing'), elements: ['filing', 'lot', 'useBy'], ...law }],
      marks: [],
    },
    ...more,
  };
}
