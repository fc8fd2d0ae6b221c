/**
 * Which guide, and which of its headings, speaks of a page. A path stands for itself and what is below it; the longest one counts.
 * Headings are named in English, and hold in both languages.
 */
export const HELP_PLACES: Readonly<Record<string, string>> = {
  '/record': 'record',
  '/record/import': 'record#from-a-file',
  '/orders': 'record#shipping-from-an-order',
  '/labels': 'labels',
  '/trace': 'trace-picture',
  '/drill': 'drill',
  '/compliance': 'compliance',
  '/compliance/findings': 'compliance#mending-a-finding',
  '/compliance/duties': 'compliance#what-is-due',
  '/compliance/ledgers': 'compliance#ledgers-for-an-inspector',
  '/compliance/years': 'compliance#ledgers-for-an-inspector',
  '/compliance/balances': 'compliance#stocks-and-balances',
  '/compliance/quotas': 'compliance#quotas',
  '/compliance/filings': 'compliance#filings',
  '/compliance/filed': 'compliance#filings',
  '/drafts': 'organisations#drafts-and-release-four-eyes',
  '/countersign': 'organisations#countersignature-somebody-of-another-organisation-confirms',
  '/disputes': 'organisations#disputes-you-say-otherwise',
  '/organisation': 'organisations#what-an-organisation-says-of-itself',
  '/sites': 'compliance#licences',
  '/master-data': 'master-data',
  '/master-data/unknown': 'master-data#describe-what-is-missing',
  '/openings': 'organisations#who-sees-what',
  '/looks': 'organisations#who-sees-what',
  '/shares': 'organisations#links-for-somebody-without-an-account',
  '/exports': 'organisations#taking-the-records-back',
  '/people': 'organisations#people-and-roles',
  '/roles': 'organisations#people-and-roles',
  '/keys': 'organisations#programs-keys',
  '/audit': 'organisations#what-happened',
  '/branches': 'organisations#branches',
  '/partners': 'organisations#partners-see-more-of-each-other',
  '/spaces': 'organisations#shared-spaces-partners-of-a-whole-consortium',
  '/mandates': 'organisations#mandates-somebody-acts-for-you',
  '/supervision': 'organisations#regulators',
  '/readings': 'organisations#confidential-reading-in-a-case',
  '/operator': 'organisations#the-operator',
  '/operator/map': 'organisations#a-map-of-the-provinces',
  '/packs': 'packs',
  '/backup': 'backup',
  '/demonstration': 'first-start',
  '/me': 'first-start#forgotten-password-lost-telephone',
};

/** Below `/console`, where help with the page is; the list, where no guide speaks of it. */
export function helpOf(page: string): string {
  const steps = page.split('/').filter((step) => step !== '');
  for (let count = steps.length; count > 0; count -= 1) {
    const path = `/${steps.slice(0, count).join('/')}`;
    if (Object.hasOwn(HELP_PLACES, path)) return `/help/${HELP_PLACES[path]}`;
  }
  return '/help';
}
