/** What was thought about each table, function and right: whoever adds one says so here. */

/** Tables without row security: what everybody shares is reached through functions, what is the operator's by nobody. */
export const UNSECURED: Readonly<Record<string, string>> = {
  'events.event': 'what events say, once for all who recorded them; no tenant may select it',
  'events.touch': 'which events touch what; no tenant may select it',
  'events.context': 'what prefixes mean, by hash; no tenant may select it',
  'events.derivation': 'one number: the version of the rules',
  'integrity.reader': 'how far readers of the log are; the operator’s',
  'integrity.reader_hold': 'whom a reader passes over for now; the operator’s',
  'integrity.reader_parked': 'what a reader could not handle; the operator’s',
  'identity.person': 'somebody may be in several organisations; who is in one is told by its memberships',
  'identity.login_name': 'of persons; whoever signs in is looked up before it is known where it belongs',
  'identity.password': 'of persons; read by the role `identity` alone',
  'identity.totp': 'of persons; read by the role `identity` alone',
  'identity.recovery_code': 'of persons; read by the role `identity` alone',
  'identity.link': 'whoever has one is in no organisation yet; read by the role `identity` alone',
  'identity.session': 'of persons; the program finds one by its token, by `find_session`',
  'identity.provider': 'the operator’s; read by the role `identity` alone',
  'identity.subject': 'of persons; read by the role `identity` alone',
  'identity.oidc_flow': 'of browsers on their way; read by the role `identity` alone',
  'identity.partnership':
    'a row is of two organisations; no role may select it, each of both is told by `identity.partners`',
  'identity.signing_key': 'public keys of the installation: everybody’s',
  'compliance.judged_by': 'digests of what records were judged by; no tenant may select it',
  'standards.pack': 'of the installation, and published',
  'compliance.due': 'which events wait to be judged; says nothing of them, and no tenant may select it',
  'identity.attempt': 'of whoever tries; read by the role `identity` alone',
};

/** Tables that hide no row from their owner. */
export const UNFORCED: Readonly<Record<string, string>> = {
  'identity.api_key': 'who calls is looked up before it is known on whose behalf, by `identity.find_key`',
  'identity.organisation': 'how it stands is looked at before it is known on whose behalf, by `identity.rights_for`',
  'identity.role': 'what a person may do is looked up before it is known on whose behalf, by `identity.find_session`',
  'identity.membership':
    'what a person may do is looked up before it is known on whose behalf, by `identity.find_session`',
  'identity.site': 'what a regulator sees of others it sees as them, by `identity.supervised_one`',
  'identity.licence': 'a regulator verifies one by `identity.verify_licence`',
  'identity.holding': 'whose a code is already is told by `identity.holding_taken`',
  'identity.jurisdiction': 'who watches over whom is looked at by `identity.supervises`',
  'identity.mandate': 'who acts for whom is looked at from both sides, by `identity.tie`',
  'shares.share': 'a link is found by its token before it is known on whose behalf, by `shares.find_share`',
};

/** Functions that run with the rights of who made them: who may call each. */
export const DEFINERS: Readonly<Record<string, string>> = {
  'events.contexts': 'suyuan_app',
  'events.held': 'suyuan_ingest',
  'events.own_among': 'suyuan_app',
  'events.own_events': 'suyuan_app',
  'events.own_in_blocks': 'suyuan_app',
  'events.own_touching': 'suyuan_app',
  'events.take_back': 'suyuan_ingest',
  'disclosure.confidential_about': 'suyuan_identity',
  'disclosure.directory': 'suyuan_chain',
  'disclosure.has_jurisdiction': 'suyuan_chain,suyuan_identity,suyuan_maintenance',
  'disclosure.own_openings': 'suyuan_identity',
  'disclosure.supervised_among': 'suyuan_chain',
  'identity.demands_on': 'suyuan_identity,suyuan_maintenance',
  'identity.find_key': 'suyuan_app',
  'identity.find_session': 'suyuan_app',
  'identity.give_roles': '', // a trigger
  'identity.home_of': 'suyuan_identity,suyuan_maintenance',
  'identity.is_only_here': 'suyuan_identity,suyuan_maintenance',
  'identity.leads_into': 'suyuan_identity,suyuan_maintenance',
  'identity.number_of': 'suyuan_identity,suyuan_maintenance',
  'identity.places': 'suyuan_identity,suyuan_maintenance',
  'identity.rights_for': '', // called by others of the owner
  'identity.add_branch': 'suyuan_identity',
  'identity.add_branches': 'suyuan_identity',
  'identity.branches': 'suyuan_identity',
  'identity.end_jurisdiction': 'suyuan_identity',
  'identity.end_mandate': 'suyuan_identity',
  'identity.give_jurisdiction': 'suyuan_identity',
  'identity.accept_partner': 'suyuan_identity',
  'identity.decline_partner': 'suyuan_identity',
  'identity.end_partner': 'suyuan_identity',
  'identity.invite_partner': 'suyuan_identity',
  'identity.partner_nos': 'suyuan_app,suyuan_chain,suyuan_identity',
  'identity.partner_sides': 'suyuan_identity',
  'identity.partners': 'suyuan_identity',
  'identity.holding_taken': 'suyuan_identity',
  'identity.jurisdictions_given': 'suyuan_identity',
  'identity.known_as': 'suyuan_identity',
  'identity.known_no': 'suyuan_identity',
  'identity.mandates': 'suyuan_identity',
  'identity.supervised': 'suyuan_identity',
  'identity.supervised_one': 'suyuan_identity',
  'identity.verify_licence': 'suyuan_identity',
  'identity.supervises': '',
  'identity.tie': '',
  'registry.said': 'suyuan_ingest',
  'shares.find_share': 'suyuan_identity',
};

/** What each role may do with tables; whoever adds one thinks about it here. */
export const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  suyuan_app: [
    'compliance.clock: SELECT',
    'compliance.due: INSERT',
    'compliance.due_code: INSERT',
    'compliance.due_code: SELECT',
    'compliance.filed_line: SELECT',
    'compliance.filing: SELECT',
    'compliance.finding: SELECT',
    'compliance.judged: SELECT',
    ...['block', 'capture_job', 'countersignature', 'received', 'record'].map((table) => `events.${table}: SELECT`),
    'identity.organisation: SELECT',
    'integrity.log: SELECT',
    'integrity.pending: SELECT',
    'registry.identifier: SELECT',
    'registry.version: SELECT',
  ],
  suyuan_ingest: [
    ...['block', 'capture_job', 'context', 'event', 'received', 'record', 'touch'].map(
      (table) => `events.${table}: INSERT`,
    ),
    'integrity.pending: INSERT',
    'registry.identifier: INSERT',
    'registry.version: INSERT',
  ],
  suyuan_chain: [
    'disclosure.dispute: SELECT',
    'disclosure.opening: SELECT',
    'events.event: SELECT',
    ...['block', 'org_no', 'received_at'].map((column) => `events.received.${column}: SELECT`),
    'events.record: SELECT',
    'events.touch: SELECT',
    'identity.organisation: SELECT',
    'integrity.log: SELECT',
    'registry.version: SELECT',
  ],
  suyuan_identity: [
    ...['DELETE', 'INSERT', 'SELECT', 'UPDATE'].flatMap((right) => [
      `compliance.filed_line: ${right}`,
      `compliance.filing: ${right}`,
    ]),
    'disclosure.held_look: INSERT',
    'disclosure.held_look: SELECT',
    ...['INSERT', 'SELECT', 'UPDATE'].flatMap((right) => [
      `disclosure.confidential_reading: ${right}`,
      `disclosure.dispute: ${right}`,
      `disclosure.opening: ${right}`,
    ]),
    ...['INSERT', 'SELECT', 'UPDATE'].map((right) => `events.draft: ${right}`),
    ...['INSERT', 'SELECT'].flatMap((right) => [`events.countersignature: ${right}`, `identity.signing_key: ${right}`]),
    'identity.jurisdiction: SELECT',
    ...[
      'api_key',
      'holding',
      'licence',
      'link',
      'mandate',
      'membership',
      'password',
      'person',
      'provider',
      'site',
    ].flatMap((table) => writing(table)),
    ...['attempt', 'login_name', 'recovery_code', 'role', 'session', 'totp'].flatMap((table) => [
      ...writing(table),
      `identity.${table}: DELETE`,
    ]),
    ...['oidc_flow', 'subject'].flatMap((table) =>
      ['SELECT', 'INSERT', 'DELETE'].map((right) => `identity.${table}: ${right}`),
    ),
    'identity.occurrence: INSERT',
    'identity.occurrence: SELECT',
    'identity.organisation: SELECT',
    ...['categories', 'code', 'kind', 'name', 'region', 'second_factor'].map(
      (column) => `identity.organisation.${column}: UPDATE`,
    ),
    'integrity.log: SELECT',
    'integrity.pending: INSERT',
    ...['INSERT', 'SELECT', 'UPDATE'].map((right) => `personal.datum: ${right}`),
    ...['INSERT', 'SELECT', 'UPDATE'].map((right) => `shares.share: ${right}`),
    ...['INSERT', 'SELECT', 'UPDATE'].map((right) => `standards.pack: ${right}`),
  ],
};

function writing(table: string): string[] {
  return ['SELECT', 'INSERT', 'UPDATE'].map((right) => `identity.${table}: ${right}`);
}
