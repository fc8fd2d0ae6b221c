import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/start.ts';

export const en: SameWords<typeof zh> = {
  title: 'One-time link',
  opening: 'Opening the link',
  missing: 'The link is not complete, or was opened before. Open it again as you received it, or ask for another.',
  welcome: 'Hello, {name}',
  welcomeUnnamed: 'Hello',
  'purpose.first-start': 'This is the first account of this system. You are its administrator.',
  'purpose.invitation': 'You are invited to join an organisation.',
  'purpose.password': 'Choose a new password for your account.',
  'purpose.second-factor': 'Set up the second step of your account anew.',
  organisation: 'Organisation',
  signIn: 'Go to sign-in',
};
