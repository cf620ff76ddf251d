// Runs in a Teams tab only: signs in through Teams, asks for the page with the token, and puts it in the place of what
// is there. The page itself is made on the server; without this script it only cannot sign in.

import { askWith, Failure, say, tell } from "./download.js";

/** Outside Teams, or where TeamsJS is blocked, Teams never answers. */
const TEAMS_WITHIN_MS = 10_000;

askWith((url, types) => ask(url, types, [200]));
start().catch((failure) => tell(failure instanceof Failure ? failure : new Failure("failed")));

async function start() {
  const { teams, context } = await untilTeams();
  teams.app.registerOnThemeChangeHandler(show);
  if (!isSigningIn()) return;
  say("busy");
  await open(wanted(context) ?? location.href);
}

/** A link from the chat carries the choices of its card, as the query of this page (Teams: deep links to a tab). */
function wanted({ page }) {
  if (!page?.subPageId) return undefined;
  const query = new URLSearchParams(page.subPageId);
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme) query.set("theme", theme);
  return `${location.origin}/trends?${query}`;
}

/** The page for who is not signed in yet; the other pages have nothing to say at first. */
function isSigningIn() {
  return document.getElementById("status")?.textContent !== "";
}

/** TeamsJS, once Teams has answered, and what it says of this tab. */
async function untilTeams() {
  const teams = globalThis.microsoftTeams;
  if (!teams) throw new Failure("no-teams");
  const tooLate = new Promise((_, reject) => {
    setTimeout(() => reject(new Failure("no-teams")), TEAMS_WITHIN_MS);
  });
  const greet = async () => {
    await teams.app.initialize();
    const context = await teams.app.getContext();
    show(context.app.theme);
    return context;
  };
  return { teams, context: await Promise.race([greet(), tooLate]) };
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
}

/** Asks with the token of who is looking; the answer is of a kind asked for, and from our own server. */
async function ask(url, types, statuses) {
  const token = await globalThis.microsoftTeams.authentication.getAuthToken().catch(() => {
    throw new Failure("failed");
  });
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } }).catch(() => undefined);
  if (response?.status === 401) throw new Failure("failed");
  const type = response?.headers.get("content-type") ?? "";
  const isAnswer = statuses.includes(response?.status) && types.some((one) => type.startsWith(one));
  if (!isAnswer) throw new Failure("unavailable");
  return response;
}

async function open(url) {
  const response = await ask(url, ["text/html"], [200, 403]);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // A proxy on the way can answer with a page of its own.
  if (!page.querySelector("main[data-page='trends']")) throw new Failure("unavailable");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  history.replaceState(null, "", url);
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

// A form and a link cannot carry the token by themselves.
document.addEventListener("submit", (event) => {
  event.preventDefault();
  const url = new URL(event.target.action);
  url.search = new URLSearchParams(new FormData(event.target)).toString();
  open(url.href).catch(tell);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.page");
  if (!link) return;
  event.preventDefault();
  open(link.href).catch(tell);
});
