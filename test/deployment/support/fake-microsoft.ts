import nock from "nock";
import { SERVICE_URL, TENANT } from "../../support/bot-credentials.ts";
import { giveTokens, publishKeys, stayOnThisMachine } from "../../support/microsoft.ts";
import type { Published } from "./with-microsoft.ts";

/**
 * Loaded into a process of the program before it starts (`withMicrosoft`): Microsoft as the program asks it, and Teams,
 * of which the calls arrive at the connector of the test.
 */
const { channel, entra, connector } = JSON.parse(process.env.FAKE_MICROSOFT ?? "") as Published;

stayOnThisMachine();
publishKeys({ published: channel }, { published: entra });
giveTokens();
nock("https://login.microsoftonline.com")
  .persist()
  .get(`/${TENANT}/discovery/v2.0/keys`)
  .reply(200, { keys: [entra] });
nock(new URL(SERVICE_URL).origin)
  .persist()
  .post(/^\/emea\/v3\/conversations\//)
  .reply(200, async (request: Request) => {
    const { pathname } = new URL(request.url);
    return (await fetch(`${connector}${pathname}`, { method: "POST", body: await request.text() })).json();
  });
