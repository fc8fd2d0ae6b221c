/** By which names and addresses a phone on the local network reaches this machine. */
import { BlockList, isIPv6 } from 'node:net';
import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** What the operating system says of the machine, as `node:os` gives it. */
export interface Machine {
  readonly hostname: string;
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}

export function thisMachine(): Machine {
  return { hostname: hostname(), interfaces: networkInterfaces() };
}

/**
 * The networks that are nobody's in particular: RFC 1918, RFC 6598 (a carrier's, or a private overlay), RFC 4193. The
 * authority vouches for these alone, so that whoever steals its key cannot pose as a site of the internet.
 */
export const PRIVATE_NETWORKS: readonly string[] = [
  '192.168.0.0/16',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '100.64.0.0/10',
  'fc00::/7',
];

export const LOOPBACK_NETWORK = '127.0.0.0/8';

/** Networks between programs of this machine, or over a tunnel: seldom what a phone in the shop is in. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|zt|tailscale)/i;

/** Private addresses of this machine, those that a phone most likely reaches first; IPv4 before IPv6. */
export function localAddresses({ interfaces }: Machine): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal, address }) => !internal && isPrivate(address))
      .map(({ address }) => ({ name, address })),
  );
  const rank = ({ name, address }: { readonly name: string; readonly address: string }): number =>
    (isIPv6(address) ? PRIVATE_NETWORKS.length : 0) +
    (VIRTUAL.test(name) ? 2 * PRIVATE_NETWORKS.length : 0) +
    PRIVATE_NETWORKS.findIndex((network) => isWithin(address, network));
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
  return [...new Set(sorted.map(({ address }) => address))];
}

/** The machine's name as its neighbours find it by multicast DNS (RFC 6762); undefined where it is no name of DNS. */
export function localName({ hostname: name }: Machine): string | undefined {
  const label = name.split('.')[0]?.toLowerCase() ?? '';
  return /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label) && label !== 'localhost' ? `${label}.local` : undefined;
}

/** Whether the authority of this installation vouches for an address: one of this machine alone, or a private one. */
export function isVouchedFor(address: string): boolean {
  return isPrivate(address) || isWithin(address, LOOPBACK_NETWORK) || address === '::1';
}

function isPrivate(address: string): boolean {
  return PRIVATE_NETWORKS.some((network) => isWithin(address, network));
}

function isWithin(address: string, network: string): boolean {
  const [base = '', bits] = network.split('/');
  const family = isIPv6(base) ? 'ipv6' : 'ipv4';
  if (isIPv6(address) !== isIPv6(base)) return false;
  const list = new BlockList();
  list.addSubnet(base, Number(bits), family);
  return list.check(address, family);
}
