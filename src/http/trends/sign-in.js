// Runs in a Teams tab only: signs in through Teams, asks for the page with the token, and puts it in the place of what
// is there. The page itself is made on the server; without this script it only cannot sign in.
const { app, authentication } = globalThis.microsoftTeams;

start();

async function start() {
  const status = document.getElementById("sign-in");
  try {
    await app.initialize();
    const { app: host } = await app.getContext();
    show(host.theme);
    app.registerOnThemeChangeHandler(show);
    if (!status) return;
    status.textContent = status.dataset.busy;
    await open(location.href);
  } catch {
    if (status) status.textContent = status.dataset.failed;
  }
}

function show(theme) {
  document.documentElement.dataset.theme = theme;
}

/** Asks with the token of who is looking. */
async function ask(url) {
  const token = await authentication.getAuthToken();
  return fetch(url, { headers: { Authorization: `Bearer ${token}` } });
}

async function open(url) {
  const response = await ask(url);
  if (response.status === 401) throw new Error("not signed in");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  history.replaceState(null, "", url);
}

async function download(url) {
  const response = await ask(url);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "trends.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}

// A form and a link cannot carry the token by themselves.
document.addEventListener("submit", (event) => {
  event.preventDefault();
  const url = new URL(event.target.action);
  url.search = new URLSearchParams(new FormData(event.target)).toString();
  open(url.href).catch(() => location.reload());
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[download]");
  if (!link || link.protocol === "blob:") return;
  event.preventDefault();
  download(link.href).catch(() => location.reload());
});
