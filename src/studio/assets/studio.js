// The script of the pages of the studio. All pages are made on the server. This script signs in through Teams, sends
// links and forms with the token, saves what is typed, and keeps what is being typed where it is.

/** Outside Teams, or where TeamsJS is blocked, Teams never answers. */
const TEAMS_WITHIN_MS = 10_000;
/** After the last key. */
const SAVE_AFTER_MS = 800;
/** Who waits longer than this is told so. */
const TELL_AFTER_MS = 1_500;
/** Between two looks at a check that is going on, and how often: it ends within two minutes, also when it is not its turn yet. */
const LOOK_AGAIN_MS = 2_500;
const MOST_LOOKS = 60;

/** The server takes no more in one request. */
const MOST_BYTES = 1024 * 1024;

/** Between two looks whether a colleague published. */
const LOOK_FOR_VERSION_MS = 10_000;

const SAID = {
  busy: "Ik meld je aan met Teams. Even geduld.",
  "no-teams": "Ik krijg geen contact met Teams. Open deze pagina als tabblad in Teams.",
  "signed-out":
    "Je aanmelding is verlopen. Wat je typt, staat hier nog. Ik probeer het opnieuw; blijft dit staan, open het tabblad dan opnieuw.",
  unavailable: "Bewaren of openen lukte nu niet. Wat je typt, staat hier nog. Probeer het over een minuut opnieuw.",
  "too-big":
    "Dit is te groot om te bewaren: samen meer dan 1 MB. Maak het korter. Wat je typt, staat hier nog, maar is niet bewaard.",
  saved: "Bewaard in je concept.",
  saving: "Bewaren…",
  newer:
    "Een collega publiceerde net een nieuwe versie. Wat je hier typt, gaat niet verloren: veranderen jullie hetzelfde, dan kies je straks wat blijft.",
  slow: "De controle duurt langer dan gewoonlijk. Laad de pagina opnieuw om te zien of hij klaar is.",
  waiting: "Even geduld. Na een wijziging kan dit een minuut duren.",
};

const main = () => document.querySelector("main");
const signsIn = () => document.getElementById("sign-in") !== null;

let saveTimer;
let lookTimer;
/** Saves go one after another, so that none overtakes another. */
let saving = Promise.resolve();
/** Why the last save did not work. */
let failure;

start().catch(() => say("no-teams"));

async function start() {
  if (signsIn()) {
    const waits = document.getElementById("sign-in").textContent !== "";
    await untilTeams();
    if (waits) {
      say("busy");
      return go(location.href);
    }
  }
  arrive();
}

async function untilTeams() {
  const teams = globalThis.microsoftTeams;
  if (!teams) throw new Error("no-teams");
  const tooLate = new Promise((_, reject) => setTimeout(() => reject(new Error("no-teams")), TEAMS_WITHIN_MS));
  const greet = async () => {
    await teams.app.initialize();
    const { app } = await teams.app.getContext();
    show(app.theme);
    teams.app.registerOnThemeChangeHandler(show);
  };
  await Promise.race([greet(), tooLate]);
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
}

function say(name, text = SAID[name]) {
  const status = document.getElementById("said") ?? document.getElementById("sign-in");
  if (status) status.textContent = text ?? "";
}

/** Asks our own server, with the token when somebody has to sign in. */
async function ask(url, form) {
  const headers = {};
  if (signsIn()) headers.Authorization = `Bearer ${await globalThis.microsoftTeams.authentication.getAuthToken()}`;
  const options = form ? { method: "POST", body: form, headers } : { headers };
  return fetch(url, options);
}

async function askPage(url, form) {
  if (form && new Blob([form]).size > MOST_BYTES) throw new Error("too-big");
  const response = await ask(url, form).catch(() => undefined);
  if (response?.status === 401) throw new Error("signed-out");
  const isPage = response?.headers.get("content-type")?.startsWith("text/html");
  if (!isPage) throw new Error("unavailable");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // A proxy on the way can answer with a page of its own.
  if (!page.querySelector("main[data-page='inhoud']")) throw new Error("unavailable");
  // What is refused is told beside what was typed, which stays.
  const refusal = form && !response.ok && page.querySelector("[role='alert']");
  if (refusal)
    throw Object.assign(new Error("refused"), { said: `${refusal.textContent} Wat je typte, staat hier nog.` });
  return { page, url: response.url };
}

function tell(error) {
  say(error.message in SAID ? error.message : "unavailable", error.said);
}

/** Another page in the place of this one. */
async function go(url, form, keepsPlace = false) {
  await settle();
  const name = document.activeElement?.getAttribute("name");
  const answer = await untouched(() => askPage(url, form));
  // A button of a form can lead to another page.
  const stays = keepsPlace && new URL(answer.url).pathname === location.pathname;
  const focused = stays ? name : undefined;
  document.title = answer.page.title;
  const top = scrollY;
  main().replaceWith(answer.page.querySelector("main"));
  if (answer.url !== location.href) history.pushState(null, "", answer.url);
  const hash = new URL(url, location.href).hash;
  if (stays) scrollTo(0, top);
  else if (hash) document.querySelector(hash)?.scrollIntoView();
  else scrollTo(0, 0);
  if (focused) document.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  else if (!stays) focusTitle();
  arrive();
}

/** While a page is on its way nothing can be typed on the old one: that would be lost with it. */
async function untouched(work) {
  const old = main();
  old.inert = true;
  const timer = setTimeout(() => say("waiting"), TELL_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    old.inert = false;
  }
}

/** Who uses a screen reader hears which page came. */
function focusTitle() {
  const title = document.querySelector("h1");
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

function arrive() {
  globalThis.studioCards?.arrive(ask);
  lookAgain();
}

/** While the check of the draft goes on, its place is refreshed. */
function lookAgain(looks = 1) {
  clearTimeout(lookTimer);
  if (!document.querySelector("[data-busy]")) return;
  if (looks > MOST_LOOKS) {
    say("slow");
    return;
  }
  lookTimer = setTimeout(async () => {
    const answer = await askPage(location.href).catch(() => undefined);
    if (answer) refresh(answer.page, false);
    lookAgain(looks + 1);
  }, LOOK_AGAIN_MS);
}

/** Only what nobody types in: marks, mistakes and what the check says. After a save also what was saved, and that it was. */
function refresh(page, afterSave = true) {
  for (const fresh of page.querySelectorAll(`[data-live]${afterSave ? "" : ":not(#said, #was)"}`)) {
    const old = document.getElementById(fresh.id);
    if (old && !old.isEqualNode(fresh) && !old.contains(document.activeElement)) old.replaceWith(fresh);
  }
}

// What a colleague publishes is seen at once, also by who is typing.

setInterval(() => lookForVersion().catch(() => {}), LOOK_FOR_VERSION_MS);

async function lookForVersion() {
  const seen = document.querySelector("[data-version]");
  if (!seen || document.hidden || main().inert) return;
  const response = await ask("/inhoud/stand");
  const { latest } = await response.json();
  if (!latest || String(latest) === seen.dataset.version || !seen.isConnected) return;
  seen.dataset.version = latest;
  const { page } = await askPage(location.href);
  const fresh = page.getElementById("overtaken");
  const old = document.getElementById("overtaken");
  if (fresh?.textContent.trim()) old?.replaceWith(fresh);
  else if (document.querySelector("form[data-autosave]")) say("newer");
}

// Saving as it is typed.

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-autosave]");
  if (!form || event.target.hasAttribute("data-reload")) return;
  // What is typed for something new is kept when its button is pressed, and what has no name is no field of the form.
  if (event.target.name === "" || /\.new$/.test(event.target.name)) return;
  form.dataset.dirty = "";
  clearTimeout(saveTimer);
  saveTimer = setTimeout(() => save(form), SAVE_AFTER_MS);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosave]");
  if (!form || !event.target.hasAttribute("data-reload")) return;
  go(form.action, fieldsOf(form), true).catch(tell);
});

function save(form) {
  saving = saving.then(async () => {
    if (!form.isConnected || !("dirty" in form.dataset)) return;
    delete form.dataset.dirty;
    say("saving");
    try {
      const { page } = await askPage(form.action, fieldsOf(form));
      refresh(page);
      lookAgain();
      say("saved");
      globalThis.studioCards?.arrive(ask);
      failure = undefined;
    } catch (error) {
      form.dataset.dirty = "";
      failure = error;
      tell(error);
      // What is refused will be refused again, until something else is typed.
      if (!["refused", "too-big"].includes(error.message)) saveTimer = setTimeout(() => save(form), 5 * SAVE_AFTER_MS);
    }
  });
  return saving;
}

/** What is still to be saved is saved before another page comes; when that does not work, no other page comes. */
async function settle() {
  clearTimeout(saveTimer);
  const form = document.querySelector("form[data-autosave][data-dirty]");
  if (form) await save(form);
  else await saving;
  if (form && "dirty" in form.dataset) throw failure ?? new Error("unavailable");
}

addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-autosave][data-dirty]")) event.preventDefault();
});

function fieldsOf(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}

// Links and forms cannot carry the token by themselves.

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("data-type")) return;
  event.preventDefault();
  const fields = fieldsOf(form, event.submitter);
  if (form.method === "get") {
    const url = new URL(form.action);
    url.search = fields.toString();
    go(url.href).catch(tell);
    return;
  }
  delete form.dataset.dirty;
  clearTimeout(saveTimer);
  const isEdit = form.hasAttribute("data-autosave");
  go(form.action, fields, isEdit)
    .then(() => isEdit && say("saved"))
    .catch((error) => {
      if (isEdit) form.dataset.dirty = "";
      tell(error);
    });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isOwn = link && link.origin === location.origin && link.pathname.startsWith("/inhoud") && !link.target;
  if (!isOwn || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isHere = link.pathname === location.pathname && link.search === location.search && link.hash;
  if (isHere) return;
  event.preventDefault();
  go(link.href).catch(tell);
});

addEventListener("popstate", () => {
  settle()
    .then(() => askPage(location.href))
    .then(({ page }) => {
      main().replaceWith(page.querySelector("main"));
      arrive();
    })
    .catch(tell);
});
