// Takes files along: a chart as PNG, which is drawn here from its SVG, and all files where a token must go with the
// question (see sign-in.js). Without this script the other links still work wherever no token is asked.

/** Of the picture in pixels: sharp on a screen and in a report. */
const SCALE = 2;

/** What went wrong, named as the sentence about it in the page. */
export class Failure extends Error {}

/** How a file is asked for; undefined: as a link does. */
let ask;

/** Asks for files with `get(url, types)` from now on, which resolves to the response or fails with a Failure. */
export function askWith(get) {
  ask = get;
}

export function tell(failure) {
  say(failure instanceof Failure ? failure.message : "unavailable");
}

export function say(name) {
  const status = document.getElementById("status");
  status.textContent = status.getAttribute(`data-${name}`);
  status.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[download]");
  const isPng = link?.classList.contains("png");
  if (!link || link.protocol === "blob:" || !(ask || isPng)) return;
  event.preventDefault();
  download(link.href, isPng).catch(tell);
});

async function download(url, isPng) {
  const response = await (ask ?? get)(url, ["text/csv", "image/svg+xml"]);
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition"))?.[1] ?? "trends";
  if (isPng) save(await toPng(await response.text()), name.replace(/\.svg$/, ".png"));
  else save(await response.blob(), name);
}

async function get(url) {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new Failure("unavailable");
  return response;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** As a data address, because the policy of the page lets no other image in. */
async function toPng(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Failure("unavailable"))), "image/png");
  });
}
