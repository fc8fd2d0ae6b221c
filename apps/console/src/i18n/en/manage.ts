import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/manage.ts';

export const en: SameWords<typeof zh> = {
  'menu.organisation': 'Organisation',
  'menu.people': 'People',
  'menu.roles': 'Roles',
  'menu.keys': 'Keys',
  'menu.audit': 'What happened',
  loading: 'Loading',
  retry: 'Load again',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Done',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: press Ctrl+C to copy',
  none: '—',
  never: 'Never',
  unseen: 'Signed in nowhere',
  actions: 'Actions',
  actionsOf: 'Actions: {name}',
  noRight: 'Your role does not show this page. Ask an administrator of your organisation if you need it.',
  'link.once':
    'The link is shown this once and cannot be seen again. Hand it over by a way you trust: whoever holds it can use it.',
  'link.url': 'One-time link',
  'link.qr': 'QR code of the link, to be scanned by a phone',
  'link.until': 'Good until',
};
