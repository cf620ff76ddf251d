/** What a server of the bench tells about itself. */
export interface ServerUsage {
  rssBytes: number;
  cpuMs: number;
  storeCalls: number;
}

/** The longest that a server did one thing and nothing else. */
export interface Holds {
  ms: number;
  /** Of the processor, in its main thread: without what the machine did for others. */
  cpuMs: number;
}
