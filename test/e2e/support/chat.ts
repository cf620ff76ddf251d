import type { Locator, Page } from "playwright-core";
import type { Content } from "../../../src/content/content.ts";
import type { Question } from "../../../src/content/schema/question.ts";
import { photoFile, TAKES_PHOTOS } from "./photos.ts";
import { until } from "./until.ts";

/** Height in pixels of what the Playground shows above and below a card. */
const AROUND_CARD = 300;

/** Lets the Playground, which is made for wide windows, be as narrow as a phone. */
const PHONE_STYLE = `
  div:has(.ac-adaptiveCard) { min-width: 0 !important; max-width: 100% !important; margin-inline: 0 !important; }
`;

/** The chat as a person uses it: reads the newest card, presses its buttons, and types. */
export class Chat {
  readonly #page: Page;
  readonly #content: Content;

  constructor(page: Page, content: Content) {
    this.#page = page;
    this.#content = content;
  }

  async open(url: string): Promise<void> {
    await this.#connect(() => this.#page.goto(url));
  }

  async reload(): Promise<void> {
    await this.#connect(() => this.#page.reload());
  }

  async beNarrow(): Promise<void> {
    await this.#page.addStyleTag({ content: PHONE_STYLE });
  }

  /** The newest card. */
  get card(): Locator {
    return this.#page.locator(".ac-adaptiveCard").last();
  }

  /** Waits until the newest card holds `text`. */
  async see(text: string): Promise<void> {
    await until(`a card with "${text}"`, async () => ((await this.#read()).includes(plain(text)) ? true : undefined));
  }

  /** Whether the newest card holds `text` now. */
  async reads(text: string): Promise<boolean> {
    return (await this.#read()).includes(plain(text));
  }

  /** The question on the newest card; undefined when that card asks none. */
  async question(): Promise<Question | undefined> {
    const text = await this.#read();
    const asked = [...this.#content.questions.values()].filter((question) => text.includes(plain(question.text)));
    return asked.toSorted((a, b) => b.text.length - a.text.length)[0];
  }

  /** Waits until the question `id` is the open one. */
  async seeQuestion(id: string): Promise<void> {
    await until(`the question ${id}`, async () => ((await this.question())?.id === id ? true : undefined));
  }

  /** Answers the question `id` by the ids of its options, as soon as it is the open one. */
  async answer(id: string, ...options: string[]): Promise<void> {
    await this.seeQuestion(id);
    const question = this.#content.questions.get(id) as Question;
    if (question.kind === "ranking") return this.#rank(question, options);
    if (question.kind === "single") {
      const chosen = question.options.find((option) => options.includes(option.id));
      return this.press(chosen?.text ?? `${id}: ${options}`);
    }
    const card = await this.#read();
    // Of a question about each answer to another, the card has only what was chosen there.
    const offered = question.options.filter(({ text }) => card.includes(plain(text)));
    for (const [index, option] of offered.entries()) {
      await this.card.getByRole("checkbox").nth(index).setChecked(options.includes(option.id));
    }
    await this.press(this.text("question.next"));
  }

  async #rank(question: Question, ranked: readonly string[]): Promise<void> {
    const places = ["first", "second", "third"].slice(0, ranked.length);
    for (const [index, place] of places.entries()) {
      const option = question.options.find(({ id }) => id === ranked[index]);
      await this.choose(this.text(`question.places.${place}`), option?.text ?? "");
    }
    await this.press(this.text("question.next"));
  }

  /** Presses a button of the newest card, and waits until the bot has answered with another card. */
  async press(title: string): Promise<void> {
    const before = await this.#cardTexts();
    await this.click(title);
    await until(`an answer to "${title}"`, async () => {
      const now = await this.#cardTexts();
      return now.length >= before.length && now.join() !== before.join() ? true : undefined;
    });
  }

  /** Presses a button of the newest card; of more with the same title, the first. */
  async click(title: string): Promise<void> {
    await this.card.getByRole("button", { name: title, exact: true }).first().click();
  }

  /** Chooses in a drop-down list of the newest card, by the label of the list and the text of the choice. */
  async choose(label: string, choice: string): Promise<void> {
    await this.card.getByRole("combobox", { name: label }).click();
    await this.#page.getByRole("option", { name: choice, exact: true }).click();
  }

  /** Sends a message, and waits until the bot has answered with a card. */
  async type(message: string): Promise<void> {
    const before = await this.#cardTexts();
    await this.#page.getByRole("textbox").last().click();
    await this.#page.keyboard.type(message);
    await this.#page.keyboard.press("Enter");
    await until(`an answer to "${message}"`, async () =>
      (await this.#cardTexts()).length > before.length ? true : undefined,
    );
  }

  /** Sends a message, and waits until cards with these texts came, each text on a card of its own, in this order. */
  async typeAndSee(message: string, ...texts: string[]): Promise<void> {
    const before = (await this.#cardTexts()).length;
    await this.type(message);
    await until(`cards with ${texts.join(" | ")}`, async () => {
      // The answer to an earlier message may still be coming in, so other cards can be among them.
      const came = (await this.#cardTexts()).slice(before).map(plain);
      const seen = came.reduce((count, card) => count + Number(card.includes(plain(texts[count] ?? "\0"))), 0);
      return seen === texts.length || undefined;
    });
  }

  /** Everything on all cards of the chat. */
  async allCards(): Promise<string> {
    return plain((await this.#cardTexts()).join(" "));
  }

  /** Waits until the chat holds `text` as a message, outside the cards. */
  async seeMessage(text: string): Promise<void> {
    await this.#page.getByText(text).last().waitFor();
  }

  /** Titles of the buttons of the newest card that stick out of it or of the window. */
  async buttonsOutside(): Promise<string[]> {
    const frame = await this.card.boundingBox();
    const edge = Math.min((frame?.x ?? 0) + (frame?.width ?? 0), this.#page.viewportSize()?.width ?? 0);
    const buttons = await this.card.getByRole("button").all();
    const boxes = await Promise.all(buttons.map(async (button) => ({ button, box: await button.boundingBox() })));
    const outside = boxes.filter(({ box }) => box && box.x + box.width > edge);
    return Promise.all(outside.map(({ button }) => button.innerText()));
  }

  /** Keeps a screenshot in which the whole newest card fits. */
  async photo(name: string): Promise<void> {
    if (!TAKES_PHOTOS) return;
    const size = this.#page.viewportSize() ?? { width: 0, height: 0 };
    const card = await this.card.boundingBox();
    const height = Math.ceil((card?.height ?? 0) + AROUND_CARD);
    await this.#page.setViewportSize({ ...size, height: Math.max(size.height, height) });
    await this.#page.screenshot({ path: photoFile(name) });
    await this.#page.setViewportSize(size);
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  /** A sentence of `dialogs/texts/`, by its path. */
  text(path: string): string {
    const found = path
      .split(".")
      .reduce<unknown>((texts, key) => (texts as Record<string, unknown>)?.[key], this.#content.texts);
    if (typeof found !== "string") throw new Error(`no text ${path}`);
    return found;
  }

  async #read(): Promise<string> {
    return plain((await this.#cardTexts()).at(-1) ?? "");
  }

  #cardTexts(): Promise<string[]> {
    return this.#page.locator(".ac-adaptiveCard").allInnerTexts();
  }

  /** Loads the page and waits until it is connected: what is typed before that would be lost. */
  async #connect(load: () => Promise<unknown>): Promise<void> {
    const connected = this.#page.waitForEvent("websocket");
    await load();
    await connected;
    await this.#page.getByTitle("Hide log panel").click();
  }
}

/** Without markup and line breaks, as a card shows it in another way than the content writes it. */
function plain(text: string): string {
  return text.replaceAll(/[*_]/g, "").replaceAll(/\s+/g, " ").trim();
}
