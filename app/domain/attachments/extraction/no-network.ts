import type * as dgramModule from 'node:dgram';
import type * as dnsModule from 'node:dns';
import { createRequire } from 'node:module';
import type * as netModule from 'node:net';

/**
 * Takes the network away from this process: what a parser might be talked into fetching, it cannot. Node 20 knows no
 * permission for that; every connection of its own goes through these.
 */
export function closeNetwork(): void {
  const require = createRequire(import.meta.url);
  const refuse = (): never => {
    throw new Error('This process has no network.');
  };
  const net = require('node:net') as typeof netModule;
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  const dgram = require('node:dgram') as typeof dgramModule;
  dgram.Socket.prototype.send = refuse;
  dgram.Socket.prototype.bind = refuse;
  const dns = require('node:dns') as typeof dnsModule;
  dns.lookup = refuse as unknown as typeof dns.lookup;
  dns.resolve = refuse as unknown as typeof dns.resolve;
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
    Object.defineProperty(globalThis, name, { value: refuse, writable: false });
}
