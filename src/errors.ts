/** One known mistake: a stable code, what happened, and how a person mends it. */
export class AppError extends Error {
  readonly code: string;
  readonly fix: string;

  /**
   * @param code stable, upper snake case, for example `CONFIG_INVALID`; safe to log
   * @param message what happened, in words a person can read
   * @param fix what that person can do about it
   */
  constructor(code: string, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AppError";
    this.code = code;
    this.fix = fix;
  }
}
