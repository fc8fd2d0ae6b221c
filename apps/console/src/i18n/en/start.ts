import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/start.ts';

export const en: SameWords<typeof zh> = {
  title: 'One-time link',
  'missing.title': 'This link does not open',
  missing: 'The link is not complete, or was opened before. Open it again as you received it, or ask for another.',
  'invalid.used': 'A link works once. If your account is set up already, just sign in.',
  'invalid.ask':
    'Otherwise ask whoever gave it to you for a new one; the operator of this machine can run suyuan person reset.',
  signIn: 'Go to sign-in',
  'first.title': 'Welcome to Suyuan',
  'first.lead': 'Three questions and you can begin. All of it can be changed later.',
  'first.who': 'Who are you?',
  'first.organisation': 'What is your organisation called?',
  'first.what': 'What do you make or trade?',
  organisation: 'Name of the organisation',
  'organisation.missing': 'Enter the name of the organisation',
  code: 'Unified social credit code (optional)',
  'what.hint': 'Tick all that apply, or none.',
  'first.submit': 'Begin',
  'invitation.title': 'Hello, {name}',
  'invitation.lead': '{by} invites you to join {organisation} as {role}.',
  'invitation.leadNobody': 'You are invited to join {organisation} as {role}.',
  someOrganisation: 'an organisation',
  'invitation.joinAs': 'Join as {name}',
  'invitation.signedIn': 'You are signed in as {name}, and can join as you are.',
  'invitation.other': 'I am somebody else: make an account',
  'invitation.submit': 'Join',
  'invitation.have': 'You have an account? Sign in first, then open the link again.',
  'password.title': 'Choose a new password',
  'password.lead': '{name}, choose a new password. You will be signed out on your other devices.',
  'password.submit': 'Set the password',
  'factor.title': 'Take the second step away',
  'factor.lead':
    '{name}, from then on signing in needs the password alone, until you set up a second step anew. You will be signed out everywhere.',
  'factor.submit': 'Take it away',
  'factor.done': 'The second step is gone. Sign in with your password.',
};
