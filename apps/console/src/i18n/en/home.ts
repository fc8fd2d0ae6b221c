import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/home.ts';

export const en: SameWords<typeof zh> = {
  title: 'Home',
  hello: 'Hello, {name}',
  person: 'Signed in as',
  organisation: 'Organisation',
  name: 'Name',
  code: 'Code',
  role: 'My role',
  none: 'You belong to no organisation yet. Ask an administrator of yours for an invitation.',
  rights: 'What I can do here',
  unnamed: 'Not named yet',
};
