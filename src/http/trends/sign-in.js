// Runs in a Teams tab only: signs in through Teams, asks for the page with the token, and puts it in the place of what
// is there. The page itself is made on the server; without this script it only cannot sign in.

/** Outside Teams, or where TeamsJS is blocked, Teams never answers. */
const TEAMS_WITHIN_MS = 10_000;

/** What went wrong, named as the sentence about it in the page. */
class Failure extends Error {}

start().catch(tell);

async function start() {
  const teams = await untilTeams();
  teams.app.registerOnThemeChangeHandler(show);
  if (!isSigningIn()) return;
  say("busy");
  await open(location.href);
}

/** The page for who is not signed in yet; the other pages have nothing to say at first. */
function isSigningIn() {
  return document.getElementById("sign-in")?.textContent !== "";
}

/** TeamsJS, once Teams has answered. */
async function untilTeams() {
  const teams = globalThis.microsoftTeams;
  if (!teams) throw new Failure("no-teams");
  const tooLate = new Promise((_, reject) => {
    setTimeout(() => reject(new Failure("no-teams")), TEAMS_WITHIN_MS);
  });
  const greet = async () => {
    await teams.app.initialize();
    const { app } = await teams.app.getContext();
    show(app.theme);
  };
  await Promise.race([greet(), tooLate]);
  return teams;
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
}

function tell(failure) {
  say(failure instanceof Failure ? failure.message : "failed");
}

function say(name) {
  const status = document.getElementById("sign-in");
  status.textContent = status.getAttribute(`data-${name}`);
  status.scrollIntoView({ block: "nearest" });
}

/** Asks with the token of who is looking; the answer is of the kind asked for, and from our own server. */
async function ask(url, type, statuses) {
  const token = await globalThis.microsoftTeams.authentication.getAuthToken();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } }).catch(() => undefined);
  if (response?.status === 401) throw new Failure("failed");
  const isAnswer = statuses.includes(response?.status) && response.headers.get("content-type")?.startsWith(type);
  if (!isAnswer) throw new Failure("unavailable");
  return response;
}

async function open(url) {
  const response = await ask(url, "text/html", [200, 403]);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // A proxy on the way can answer with a page of its own.
  if (!page.querySelector("main[data-page='trends']")) throw new Failure("unavailable");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  history.replaceState(null, "", url);
}

async function download(url) {
  const response = await ask(url, "text/csv", [200]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(response.headers.get("content-disposition"))?.[1] ?? "trends.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

// A form and a link cannot carry the token by themselves.
document.addEventListener("submit", (event) => {
  event.preventDefault();
  const url = new URL(event.target.action);
  url.search = new URLSearchParams(new FormData(event.target)).toString();
  open(url.href).catch(tell);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[download]");
  if (!link || link.protocol === "blob:") return;
  event.preventDefault();
  download(link.href).catch(tell);
});
