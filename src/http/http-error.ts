import { AppError } from "../errors.ts";

/** A request that is answered with an error: the caller sees `code`, `message` and `fix`. */
export class HttpError extends AppError {
  readonly status: number;

  constructor(status: number, code: string, message: string, fix: string, options?: ErrorOptions) {
    super(code, message, fix, options);
    this.status = status;
  }
}
