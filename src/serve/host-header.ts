// Decides whether a request was meant for this server: a web page elsewhere must not reach it by pointing its own name at the loopback address (DNS rebinding).

/** Whether only this machine can reach a server that is bound to `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** `host` as it stands in an address: IPv6 in brackets (RFC 3986, section 3.2.2). */
export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Whether the `Host` header of a request names the server bound to `boundHost`. Any port will do, since a tunnel may change it.
 * A server that the network can reach goes by names that it can't know, so there every header passes.
 */
export function isOwnHost(header: string | undefined, boundHost: string): boolean {
  if (!isLoopback(boundHost)) return true;
  const name = /^(\[[0-9a-f:]+\]|[^:/?#@\\[\]\s]+)(?::\d{1,5})?$/i.exec(header ?? '')?.[1]?.toLowerCase();
  return name !== undefined && [hostInUrl(boundHost), 'localhost', '127.0.0.1', '[::1]'].includes(name);
}

/** The address under which a server bound to `host` at `port` is reached from this machine. */
export function ownUrl(host: string, port: number): string {
  // Nobody types 0.0.0.0 into a browser, and not every system takes it for itself.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : hostInUrl(host);
  return `http://${name}:${port}/`;
}
