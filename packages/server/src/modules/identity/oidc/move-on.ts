import type { FastifyReply } from 'fastify';

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/**
 * A page that goes on to a path by itself. The browser came from another site: a redirect would count as that site's request, and
 * go without the session's cookie; what a page of ours asks for goes with it.
 */
export function sendOn(reply: FastifyReply, path: string): FastifyReply {
  const address = escaped(path);
  return reply
    .headers(HEADERS)
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}">` +
        `<title>溯源 Suyuan</title><p><a href="${address}">继续 · Continue</a></p></html>`,
    );
}

function escaped(path: string): string {
  return path.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
