// Who the reader is: what a listed proxy says, or nobody; on loopback without a proxy, whoever the item names.
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../host-header.ts';

/** `named`: the item's own word stands. `refused`: somebody who may not claims to be a proxy. */
export type ReaderIdentity =
  | { readonly kind: 'reader'; readonly reader: string }
  | { readonly kind: 'nobody' | 'named' | 'refused' };

/** Whether `address` belongs to one of the listed addresses and networks. */
export type IsProxy = (address: string | undefined) => boolean;

/** A check against `trusted_proxies` of the configuration. */
export function createProxyCheck(networks: readonly string[]): IsProxy {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const family = isIP(address ?? '');
    return address !== undefined && family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

export interface IdentityTerms {
  /** Address of the other end of the connection, not one that a header names. */
  readonly peer: string | undefined;
  /** Value of the header in which a proxy names the reader. */
  readonly header: string | readonly string[] | undefined;
  readonly isProxy: IsProxy;
  /** Whether the configuration lists any proxy. */
  readonly hasProxies: boolean;
  /** The address that the server listens on. */
  readonly host: string;
}

/** A name as `roster.yaml` may have it: printable, and no longer than an item's `reader`. */
const namePattern = /^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/;

/** Decides who the reader of a request is. */
export function identifyReader({ peer, header, isProxy, hasProxies, host }: IdentityTerms): ReaderIdentity {
  if (header !== undefined && !isProxy(peer)) return { kind: 'refused' };
  if (header !== undefined && header !== '') {
    const name = typeof header === 'string' && namePattern.test(header) ? header : undefined;
    return name === undefined ? { kind: 'refused' } : { kind: 'reader', reader: name };
  }
  return { kind: !hasProxies && isLoopback(host) ? 'named' : 'nobody' };
}
