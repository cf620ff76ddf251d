import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../../errors.ts";

export interface ExchangeArguments {
  /** Address of a running bot, without a slash at the end. Absent: the store of the settings of this process. */
  url?: string;
  /** Absolute path of the folder with `dialogs/` and `cards/`. */
  folder: string;
  /** Token of a person, for a bot where people sign in. */
  token?: string;
  /** Why, of a push. */
  reason: string;
  /** Those who decide about the change agreed. */
  isAgreed: boolean;
}

/** @throws AppError `OPTIONS_INVALID` */
export function readExchangeOptions(args: readonly string[], folder: string): ExchangeArguments {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { folder: text, "token-file": text, reason: text, agreed: { type: "boolean" } },
      allowPositionals: true,
    });
    const [url] = positionals;
    if (positionals.length > 1 || (url !== undefined && !URL.canParse(url)))
      throw new Error("geef hooguit één webadres");
    const tokenFile = values["token-file"];
    return {
      folder: resolve(values.folder ?? folder),
      reason: values.reason ?? "",
      isAgreed: values.agreed ?? false,
      ...(url !== undefined && { url: url.replace(/\/+$/, "") }),
      ...(tokenFile !== undefined && { token: readFileSync(tokenFile, "utf8").trim() }),
    };
  } catch (cause) {
    const what = `De opties kloppen niet: ${(cause as Error).message}.`;
    const fix =
      "Bijvoorbeeld: npm run content:push -- https://<domein> --token-file token.txt --folder inhoud " +
      '--reason "Nieuw nummer". Zonder adres gaat het om de database van deze machine.';
    throw new AppError("OPTIONS_INVALID", what, fix, { cause });
  }
}
