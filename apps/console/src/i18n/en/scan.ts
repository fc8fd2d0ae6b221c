import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/scan.ts';

export const en: SameWords<typeof zh> = {
  scan: 'Scan',
  'scan.of': 'Scan: {what}',
  title: 'Scan: {what}',
  aim: 'Hold the bar code or QR code in the middle, close and in good light.',
  'aim.many': 'Hold one code after another in the middle, then press Done. The same code counts once.',
  asking: 'Please allow the camera.',
  camera: 'What the camera shows',
  torch: 'Light on',
  'torch.off': 'Light off',
  photo: 'Take or choose a photo',
  'photo.reading': 'Reading the photo…',
  'photo.none': 'No code was found in the photo. Take another from closer, with the whole code sharp.',
  'photo.unreadable': 'This file cannot be opened. Choose a JPG or PNG photo.',
  choose: 'There are several codes; choose one',
  count: '{count} scanned',
  taken: 'Added: {code}',
  again: '{code} was scanned before and counts once',
  joined: 'Put to the code before, as of one item: {code}',
  done: 'Done',
  cancel: 'Cancel',
  refused:
    'The camera is not allowed. Allow it in the browser’s settings of this site and try again, or take or choose a photo.',
  missing: 'No camera was found. Choose a photo, or use a scanner or type the code.',
  busy: 'Another program is using the camera. Close it and try again, or choose a photo.',
  insecure:
    'This address is not https, and browsers allow no camera then. Open it over https, or take or choose a photo.',
  unable: 'This browser cannot use a camera. Take or choose a photo, or use another browser.',
  failed: 'The camera did not open. Try again, or take or choose a photo.',
  'reader.failed': 'The reader did not load. Check the connection and try again, or use a scanner or type the code.',
};
