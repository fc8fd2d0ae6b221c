/** A small OpenID provider on loopback that signs whoever comes in, and can be told to misbehave. */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';

export const CLIENT = { clientId: 'suyuan', clientSecret: 's3cret: of/suyuan' };

/** What the next tokens are like; `undefined` in a claim leaves it out. */
interface Behaviour {
  claims: Record<string, unknown>;
  /** How the token is signed: rightly, by a key that is not published, or not at all. */
  signature: 'right' | 'foreign' | 'none';
  metadata: Record<string, unknown>;
  /** In place of an answer, by path. */
  instead: Map<string, (response: ServerResponse) => void>;
}

interface Flow {
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirectUri: string | null;
}

interface Key {
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
}

export interface FakeIssuer {
  readonly issuer: string;
  readonly behaviour: Behaviour;
  /** Paths that were asked, in order. */
  readonly asked: string[];
  /** What a browser does: follows the address of `start`, signs in, and comes back to this address. */
  signIn(url: string): URL;
  changeKeys(options?: { sameKid: boolean }): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeIssuer(): Promise<FakeIssuer> {
  const behaviour: Behaviour = { claims: {}, signature: 'right', metadata: {}, instead: new Map() };
  const [flows, asked] = [new Map<string, Flow>(), [] as string[]];
  let key = await newKey('one');
  const foreign = await newKey('one');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', issuer).pathname;
    asked.push(path);
    const instead = behaviour.instead.get(path);
    if (instead !== undefined) return instead(response);
    const body = path === '/token' ? await token(request) : path === '/jwks' ? { keys: [key.jwk] } : metadata();
    response.writeHead('error' in body ? 400 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  function metadata(): Record<string, unknown> {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...behaviour.metadata,
    };
  }

  async function token(request: IncomingMessage): Promise<Record<string, unknown>> {
    const form = new URLSearchParams(await text(request));
    const flow = flows.get(form.get('code') ?? '');
    flows.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = flow?.challenge === challenge && flow.redirectUri === form.get('redirect_uri');
    if (!isRight || !isClient(request.headers.authorization)) return { error: 'invalid_grant' };
    const seconds = Math.floor(Date.now() / 1000);
    const rest = { iss: issuer, aud: CLIENT.clientId, sub: 'person-7', iat: seconds, exp: seconds + 300 };
    const id_token = await sign({ ...rest, nonce: flow.nonce, ...behaviour.claims });
    return { access_token: 'unused', token_type: 'Bearer', id_token };
  }

  async function sign(claims: Record<string, unknown>): Promise<string> {
    if (behaviour.signature === 'none') return new UnsecuredJWT(claims).encode();
    const { jwk, privateKey } = behaviour.signature === 'foreign' ? foreign : key;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '' }).sign(privateKey);
  }

  return {
    issuer,
    behaviour,
    asked,
    signIn(url) {
      const { searchParams: asked } = new URL(url);
      const code = randomUUID();
      const [nonce, challenge, redirectUri] = ['nonce', 'code_challenge', 'redirect_uri'].map((name) =>
        asked.get(name),
      );
      flows.set(code, { nonce: nonce ?? null, challenge: challenge ?? null, redirectUri: redirectUri ?? null });
      const back = new URL(redirectUri ?? '');
      for (const [name, value] of Object.entries({ code, state: asked.get('state') ?? '', iss: issuer })) {
        back.searchParams.set(name, value);
      }
      return back;
    },
    async changeKeys({ sameKid } = { sameKid: false }) {
      key = await newKey(sameKid ? 'one' : randomUUID());
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }, privateKey };
}

/** RFC 6749 §2.3.1: both parts are form-encoded before they are put together. */
function isClient(header = ''): boolean {
  const [id, secret] = Buffer.from(header.replace('Basic ', ''), 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return id === CLIENT.clientId && secret === CLIENT.clientSecret;
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
