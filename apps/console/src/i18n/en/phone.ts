import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/phone.ts';

export const en: SameWords<typeof zh> = {
  title: 'Open on a phone',
  lead: 'Connect the phone to the same wireless network as this computer, then scan. Each phone trusts the certificate once.',
  'lead.known': 'Connect the phone to the same wireless network as this computer, then scan.',
  trust: 'Trust the certificate of this machine',
  'trust.scan':
    'Scan, and download the certificate in the phone’s browser. In WeChat choose “Open in browser”. The browser warns once: go on.',
  'trust.qr': 'QR code: address of the certificate',
  'trust.compare':
    'Compare the SHA-256 fingerprint in the details of the certificate on the phone. Where it is another one, do not trust it, and remove what you installed:',
  'trust.install': 'Install it:',
  'trust.iphone': 'iPhone',
  'trust.iphone.how':
    'Install the profile in Settings, then switch it on under Settings → General → About → Certificate Trust Settings.',
  'trust.android': 'Android, HarmonyOS',
  'trust.android.how':
    'Settings → Security → Encryption & credentials → Install CA certificate, and choose the file. Names differ a little by brand.',
  open: 'Open',
  'open.scan': 'Scan, and sign in with your own account.',
  'open.qr': 'QR code: address of this place',
  'open.others': 'Where it does not open, type another address into the phone’s browser:',
  alone: 'This computer is in no local network. Connect it to the wireless network, then load this page again.',
  closed: 'Phones cannot open this yet. To let in those of the local network, start the program with this setting: ',
};
