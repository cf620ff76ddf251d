import { BlockList, isIP } from "node:net";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

/**
 * Whether a name or address is that of this machine itself.
 * @param host as in a setting, a URL (`[::1]`) or of a connection (`::ffff:127.0.0.1`)
 */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, "$1");
  if (isIP(address) === 0) return host === "localhost";
  return LOOPBACK.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");
}
