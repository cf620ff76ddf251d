/** What a server of the bench tells about itself. */
export interface ServerUsage {
  rssBytes: number;
  cpuMs: number;
  storeCalls: number;
}
