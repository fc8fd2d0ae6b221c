import type { TlsListener } from '../../platform/http/tls-listener.ts';
import type { Logger } from '../../platform/log/index.ts';
import type { CertificateSource } from './source.ts';

/** A machine joins another network, or a file is renewed; looking costs less than a millisecond. */
const LOOK_AGAIN_MS = 60_000;

/** Shows the certificate that is due, from when it is, until stopped. What fails is logged, and tried again. */
export function keepFresh(
  source: CertificateSource,
  listener: Pick<TlsListener, 'renew'>,
  log: Logger,
): { stop(): void; look(): void } {
  const look = (): void => {
    try {
      if (!source.refresh()) return;
      listener.renew(source.credentials);
      log.info({ hosts: source.hosts() }, 'another certificate is shown to the local network');
    } catch (error) {
      log.warn({ err: error }, 'the certificate for the local network: will try again');
    }
  };
  const timer = setInterval(look, LOOK_AGAIN_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}
