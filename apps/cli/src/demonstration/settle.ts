/** What a person does first in a demonstration is done already: its organisation has a name and deals in whatever packs are there for. */
interface Signing {
  readonly loginName: string;
  readonly password: string;
}

/** @throws Error where something is refused */
export async function settle(url: string, { loginName, password }: Signing): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: url };
  const ask = async (method: string, path: string, more: { cookie?: string; body?: object }): Promise<Response> => {
    const { cookie, body } = more;
    const answer = await fetch(url + path, {
      method,
      headers: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  };
  const signedIn = await ask('POST', '/v1/session', { body: { name: loginName, password } });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { packs } = Object(await (await ask('GET', '/v1/standards/packs', { cookie })).json());
  const categories = packs.flatMap((pack: { readonly categories: readonly string[] }) => pack.categories);
  await ask('PATCH', '/v1/organisation', { cookie, body: { name: '演示企业', categories: [...new Set(categories)] } });
}
