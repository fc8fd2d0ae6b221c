import type { zhScan } from './zh-scan.ts';

export const enScan: Readonly<Record<keyof typeof zhScan, string>> = {
  title: 'Scan a trace code',
  close: 'Close',
  private: 'Pictures are read on your device alone and are not uploaded.',
  asking: 'Please allow this page to use the camera.',
  aim: 'Hold the bar code or QR code in the middle, close and in good light.',
  camera: 'What the camera shows',
  torch: 'Light on',
  'torch.off': 'Light off',
  again: 'Try again',
  rescan: 'Scan again',
  loading: 'Loading the code reader (about 0.4 MB, only this once)',
  photo: 'Take or choose a photo',
  'photo.reading': 'Reading the photo…',
  'photo.none': 'No code was found in the photo. Take another from closer, with the whole code sharp.',
  'photo.unreadable': 'This file cannot be opened. Choose a JPG or PNG photo.',
  rest: 'A lot, a serial number or a date was read; the number of the goods is missing. Scan the other bar code of the same item, or press the code below to look it up alone.',
  choose: 'There are several codes. Choose the one to look up',
  refused:
    'The camera was not allowed. Allow it for this site in the settings of your browser and try again; or take or choose a photo, or type the code.',
  missing: 'No camera was found. Choose a photo, or type the code.',
  busy: 'Another program is using the camera. Close it and try again, or choose a photo.',
  insecure:
    'This address does not begin with https, and browsers allow no camera then. Take or choose a photo, or type the code.',
  unable: 'This browser lets no page use the camera. Take or choose a photo, or type the code.',
  failed: 'The camera did not open. Try again; or take or choose a photo, or type the code.',
  'reader.failed': 'The code reader did not load. Check your connection and try again, or type the code.',
};
