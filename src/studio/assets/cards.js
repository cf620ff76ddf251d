// Draws cards with the renderer of Microsoft, and plays the chat to try. Nothing of it is kept.

const AC = globalThis.AdaptiveCards;

const HOST = {
  fontFamily: "inherit",
  textBlock: { headingLevel: 3 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  actions: {
    actionsOrientation: "vertical",
    actionAlignment: "stretch",
    maxActions: 30,
    showCard: { actionMode: "inline" },
  },
  containerStyles: {
    default: { backgroundColor: "#ffffff", foregroundColors: colors() },
    emphasis: { backgroundColor: "#f0f0f0", foregroundColors: colors() },
    attention: { backgroundColor: "#fde7e9", foregroundColors: colors() },
    warning: { backgroundColor: "#fff4ce", foregroundColors: colors() },
    accent: { backgroundColor: "#e8ebfa", foregroundColors: colors() },
    good: { backgroundColor: "#e7f2da", foregroundColors: colors() },
  },
};

/** Dark enough on each of the backgrounds above. */
function colors() {
  const tone = (color) => ({ default: color, subtle: color });
  return {
    default: tone("#242424"),
    dark: tone("#242424"),
    light: tone("#5c5c5c"),
    accent: tone("#3d3e78"),
    attention: tone("#8e192e"),
    warning: tone("#7a4b00"),
    good: tone("#0b5a08"),
  };
}

/** Bold, italics, links and lists, as Teams shows them; all else stays text. */
function markdown(text) {
  const safe = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const inline = safe.replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>").replace(/(^|[^*])\*([^*\s][^*]*)\*/g, "$1<i>$2</i>");
  // A link of a card is checked by the server; here it only has to be one.
  const linked = inline.replace(
    /\[([^\]]+)\]\((https:\/\/[^\s()]+)\)/g,
    '<a href="$2" target="_blank" rel="noopener">$1</a>',
  );
  const lines = linked.split("\n").map((line) => {
    const item = /^\s*- (.*)/.exec(line);
    return item ? `<li>${item[1]}</li>` : `${line}<br>`;
  });
  return lines
    .join("")
    .replace(/(?:<li>.*?<\/li>)+/g, "<ul>$&</ul>")
    .replace(/<br>$/, "");
}

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

function draw(card, onAction) {
  const drawn = new AC.AdaptiveCard();
  drawn.hostConfig = new AC.HostConfig(HOST);
  drawn.onExecuteAction = (action) => onAction(action, drawn);
  drawn.parse(card);
  const element = drawn.render() ?? document.createElement("p");
  const frame = document.createElement("div");
  frame.className = "card";
  frame.append(element);
  return frame;
}

globalThis.studioCards = {
  /** A page came, or was saved: its cards are drawn anew. */
  arrive(ask) {
    const place = document.getElementById("card");
    if (place) showCard(place, ask);
    const chat = document.getElementById("chat");
    if (chat && !chat.dataset.ready) startChat(chat, ask);
  },
};

async function showCard(place, ask) {
  const response = await ask(place.dataset.card).catch(() => undefined);
  const { card, why } = response?.ok ? await response.json() : {};
  const none = document.createElement("p");
  none.textContent = why ?? "De kaart laden lukte nu niet. Laad de pagina opnieuw.";
  place.replaceChildren(card ? draw(card, () => {}) : none);
  if (card) for (const control of place.querySelectorAll("button, input, select, a, [tabindex]")) control.inert = true;
}

function startChat(chat, ask) {
  chat.dataset.ready = "1";
  const log = chat.querySelector(".log");
  const wait = chat.querySelector("[data-wait]");
  let events = [];

  const say = (who, text) => {
    const line = document.createElement("p");
    line.className = who;
    line.textContent = text;
    log.append(line);
  };

  const keep = chat.querySelector("[data-keep]");
  /** What was done can be kept, by who wants to. */
  const setEvents = (all) => {
    events = all;
    if (!keep) return;
    keep.hidden = all.length === 0;
    keep.querySelector("[name=events]").value = JSON.stringify(all);
  };

  const take = async (event, clicked) => {
    const all = [...events, event];
    const timer = setTimeout(() => {
      wait.hidden = false;
    }, 1500);
    const form = new URLSearchParams({ events: JSON.stringify(all) });
    const response = await ask(chat.dataset.chat, form).catch(() => undefined);
    clearTimeout(timer);
    wait.hidden = true;
    const answer = await response?.json().catch(() => undefined);
    if (!response?.ok || !answer) return say("wrong", answer?.message ?? "Dit lukte nu niet. Probeer het opnieuw.");
    setEvents(all);
    for (const text of answer.texts) say("bot", text);
    answer.cards.forEach((card, index) => {
      const drawn = draw(card, onAction);
      if (index === 0 && answer.replaces && clicked?.isConnected) clicked.replaceWith(drawn);
      else log.append(drawn);
      drawn.querySelector("button, input, select")?.focus({ preventScroll: true });
      drawn.scrollIntoView({ block: "nearest" });
    });
  };

  const onAction = (action, card) => {
    if (action instanceof AC.OpenUrlAction) {
      if (action.url.startsWith("https://")) open(action.url, "_blank", "noopener");
      return;
    }
    const data = { ...action.data };
    const verb = action.verb ?? data.verb;
    if (verb) take({ action: { ...data, verb } }, card.renderedElement?.closest(".card"));
  };

  chat.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) {
      say("worker", button.textContent);
      take(JSON.parse(button.dataset.do));
    }
    if (event.target.closest("[data-again]")) {
      setEvents([]);
      log.replaceChildren();
    }
  });
  chat.querySelector("form[data-type]").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = event.target.querySelector("input");
    if (field.value.trim() === "") return;
    say("worker", field.value);
    take({ text: field.value });
    field.value = "";
  });

  const first = JSON.parse(chat.dataset.start);
  const last = first.pop();
  events = first;
  if (last) take(last);
}
