/** What `src/main.ts` tells the process that started it, once it listens. */
export interface Ready {
  /** For example `http://127.0.0.1:3978`. */
  url: string;
  dataDir: string;
  /** A chat on this machine is wanted and can work: not in production, nor with a bot that Teams must sign for. */
  chat: boolean;
}
