import type { SameWords } from '../use-text.ts';
import type { zh } from '../zh/providers.ts';

export const en: SameWords<typeof zh> = {
  other: 'Or sign in with another account',
  with: 'Sign in with {name}',
  join: 'Or join with another account',
  joinWith: 'Join with {name}',
  home: 'To the home page',
  'oidc.unknown':
    'This account is nobody’s here yet. Sign in with your login name and password and link it in “My account”, or join by an invitation.',
  'oidc.flow':
    'This sign-in is older than ten minutes, was finished already, or began in another browser. Begin it once more.',
  'oidc.refused': 'The provider did not let you in, or you cancelled. Try again, or sign in another way.',
  'oidc.unavailable': 'The provider cannot be reached at the moment. Try again in a while, or sign in another way.',
  'oidc.disabled': 'There is no such way to sign in, or it was ended. Sign in another way.',
  'oidc.strength': 'The provider did not ask strongly enough. Sign in there once more, by stronger means.',
  'oidc.taken': 'This account is linked to somebody else, or you have linked another one of this provider.',
  'link.invalid': 'The invitation is not valid, was used, or has expired. Ask whoever gave it to you for a new one.',
  'person.already-member': 'You are in the organisation already: just sign in.',
  'session.missing': 'Your session has ended. Sign in once more, then link the account.',
  'sign-in.blocked': 'Too many tries. Wait some minutes, then try again.',
  'server.busy': 'The server is busy. Try again in a while.',
  'server.fault': 'The server made a mistake. Try again in a while; if it happens again, tell the operator.',
  else: 'Signing in did not succeed ({code}). Try again.',
};
