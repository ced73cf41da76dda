/**
 * The player of a recording: waveform, speeds, silence left out, a stretch again and again, words to hear again; all of
 * it by keyboard. Without it the browser's own player stands there.
 */
import { listenForKeys } from "./recording-keys.ts";
import { drawWave, type Outline, pastSilence, type Stretch, silences, toOutline } from "./recording-wave.ts";

let lastUsed: DeskRecording | undefined;

class DeskRecording extends HTMLElement {
  #audio: HTMLAudioElement | null = null;
  #outline: Outline | undefined;
  #asked = false;
  readonly #lost = new Set<"sound" | "outline">();
  #silences: Stretch[] = [];
  #skips = false;
  #from: number | null = null;
  #loop: Stretch | null = null;
  #watch: ResizeObserver | undefined;

  connectedCallback(): void {
    this.#audio = this.querySelector("audio");
    const audio = this.#audio;
    if (!audio) return;
    audio.controls = false;
    for (const part of this.querySelectorAll<HTMLElement>(".wave, .player")) part.hidden = false;
    for (const event of ["play", "pause", "ended", "seeked", "loadedmetadata", "timeupdate"])
      audio.addEventListener(event, () => this.#show());
    audio.addEventListener("play", () => {
      lastUsed = this;
      void this.#fetchOutline();
      this.#run();
    });
    audio.addEventListener("error", () => this.#tell("sound", true));
    audio.addEventListener("loadedmetadata", () => this.#tell("sound", false));
    this.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("input", (event) => this.#input(event));
    this.addEventListener("keydown", (event) => this.#keyInside(event));
    this.#readyWords();
    this.#watch = new ResizeObserver(() => this.#show());
    this.#watch.observe(this);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }

  toggle(): void {
    const audio = this.#audio;
    if (!audio) return;
    if (audio.paused) {
      for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
      // A sound that could not be fetched is asked for anew; of what cannot be heard the element tells by its error.
      if (audio.error) {
        const at = audio.currentTime;
        audio.load();
        audio.currentTime = at;
      }
      audio.play().catch(() => this.#show());
    } else audio.pause();
  }

  move(by: number): void {
    this.#goTo((this.#audio?.currentTime ?? 0) + by);
  }

  /** The next speed up or down the list. */
  shift(by: 1 | -1): void {
    const list = this.querySelector<HTMLSelectElement>('[data-do="speed"]');
    if (!list) return;
    list.selectedIndex = Math.min(list.options.length - 1, Math.max(0, list.selectedIndex + by));
    this.#setSpeed(list);
  }

  /** Opens the form beside it, where this officer may write. */
  write(): void {
    const form = this.querySelector<HTMLDetailsElement>(".transcribe");
    if (!form) return;
    form.open = true;
    form.querySelector("textarea")?.focus();
    lastUsed = this;
  }

  act(name: string | undefined): boolean {
    const audio = this.#audio;
    if (!audio) return false;
    const at = audio.currentTime;
    if (name === "play") this.toggle();
    else if (name === "back") this.move(-5);
    else if (name === "forward") this.move(5);
    else if (name === "again") this.#again();
    else if (name === "skip") {
      this.#skips = !this.#skips;
      void this.#fetchOutline();
    } else if (name === "from") {
      this.#from = at;
      this.#loop = null;
    } else if (name === "until") {
      const from = this.#from ?? 0;
      if (at > from) this.#loop = { from, until: at };
    } else if (name === "loop") {
      this.#loop = null;
      this.#from = null;
    } else return false;
    lastUsed = this;
    this.#show();
    return true;
  }

  get #seconds(): number {
    const known = this.#audio?.duration ?? Number.NaN;
    return Number.isFinite(known)
      ? known
      : Number(this.querySelector<HTMLInputElement>(".wave-at")?.max ?? 0);
  }

  #goTo(seconds: number): void {
    const audio = this.#audio;
    if (!audio) return;
    lastUsed = this;
    audio.currentTime = Math.min(Math.max(0, seconds), Math.max(0, this.#seconds - 0.05));
    void this.#fetchOutline();
    this.#show();
  }

  #setSpeed(list: HTMLSelectElement): void {
    if (this.#audio) this.#audio.playbackRate = Number(list.value) || 1;
    lastUsed = this;
  }

  #click(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>("button[data-do]");
    if (button) this.act(button.dataset.do);
    const word = target?.closest<HTMLElement>(".said [data-at]");
    if (word) this.#hear(word);
  }

  #input({ target }: Event): void {
    if (target instanceof HTMLInputElement && target.matches(".wave-at")) this.#goTo(Number(target.value));
    if (target instanceof HTMLSelectElement && target.dataset.do === "speed") this.#setSpeed(target);
  }

  #keyInside(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (!target.matches("textarea")) return;
      if (event.code === "KeyP") this.toggle();
      else if (event.code === "Comma") this.move(-5);
      else if (event.code === "Period") this.move(5);
      else return;
      event.preventDefault();
      return;
    }
    if (target.matches("textarea, select")) return;
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (target.matches(".said [data-at]")) {
      if (event.key === "Enter" || event.key === " ") this.#hear(target);
      else if (by !== 0) this.#step(target, by);
      else return;
    } else if (by !== 0) this.move(5 * by);
    else if (event.key === " " && target.matches(".wave-at")) this.toggle();
    else return;
    event.preventDefault();
  }

  /** The words are one stop of the Tab key; arrows go from word to word. */
  #readyWords(): void {
    this.#words.forEach((word, at) => {
      word.role = "button";
      word.tabIndex = at === 0 ? 0 : -1;
    });
  }

  get #words(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".said [data-at]")];
  }

  #step(word: HTMLElement, by: number): void {
    const words = this.#words;
    const next = words[words.indexOf(word) + by];
    if (!next) return;
    word.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  #hear(word: HTMLElement): void {
    this.#goTo(Number(word.dataset.at));
    if (this.#audio?.paused) this.toggle();
  }

  /** Once, and only when the officer begins to listen: that it was opened is written down. */
  async #fetchOutline(): Promise<void> {
    const { outline } = this.dataset;
    if (this.#asked || !outline) return;
    this.#asked = true;
    try {
      const answer = await fetch(outline);
      if (!answer.ok) throw new Error("outline refused");
      this.#outline = toOutline(await answer.json());
      this.#tell("outline", false);
      this.#silences = this.#outline ? silences(this.#outline) : [];
      this.#show();
    } catch {
      this.#asked = false;
      this.#tell("outline", true);
    }
  }

  #run(): void {
    if (!this.isConnected || this.#audio?.paused !== false) return;
    this.#show();
    requestAnimationFrame(() => this.#run());
  }

  #show(): void {
    const audio = this.#audio;
    if (!audio) return;
    this.#jump(audio);
    const { currentTime: at } = audio;
    const seconds = this.#seconds;
    const canvas = this.querySelector("canvas");
    const marked = this.#from === null ? null : { from: this.#from, until: this.#from };
    if (canvas) drawWave(canvas, { outline: this.#outline, seconds, at, loop: this.#loop ?? marked });
    const range = this.querySelector<HTMLInputElement>(".wave-at");
    if (range) {
      if (Number.isFinite(audio.duration)) range.max = String(audio.duration);
      range.value = String(at);
      range.ariaValueText = `${clock(at)} / ${clock(seconds)}`;
    }
    const time = this.querySelector(".player-time");
    const told = `${clock(at)} / ${clock(seconds)}`;
    if (time && time.textContent !== told) time.textContent = told;
    const play = this.#button("play");
    const words = audio.paused ? play?.dataset.play : play?.dataset.pause;
    if (play && words && play.textContent !== words) play.textContent = words;
    if (play) play.ariaPressed = String(!audio.paused);
    const skip = this.#button("skip");
    if (skip) skip.ariaPressed = String(this.#skips);
    const loop = this.#button("loop");
    if (loop) {
      loop.disabled = this.#loop === null && this.#from === null;
      loop.ariaPressed = String(this.#loop !== null);
    }
    this.#markWord(at, !audio.paused || at > 0);
  }

  #jump(audio: HTMLAudioElement): void {
    if (audio.paused || audio.seeking) return;
    const loop = this.#loop;
    if (loop && (audio.currentTime >= loop.until || audio.currentTime < loop.from - 0.3)) {
      audio.currentTime = loop.from;
      return;
    }
    const on = this.#skips ? pastSilence(this.#silences, audio.currentTime) : null;
    if (on !== null && on < this.#seconds) audio.currentTime = on;
  }

  #markWord(at: number, begun: boolean): void {
    const spoken = [...this.querySelectorAll<HTMLElement>(".said-word[data-at]")];
    const here = begun ? spoken.findLast((word) => Number(word.dataset.at) <= at + 0.05) : undefined;
    for (const word of spoken) word.classList.toggle("said-now", word === here);
  }

  #button(name: string): HTMLButtonElement | null {
    return this.querySelector(`button[data-do="${name}"]`);
  }

  #again(): void {
    if (this.#lost.has("sound")) this.toggle();
    void this.#fetchOutline();
  }

  /** Says what could not be fetched, the sound before its outline, with a way to ask again. */
  #tell(what: "sound" | "outline", lost: boolean): void {
    if (lost) this.#lost.add(what);
    else this.#lost.delete(what);
    const { soundLost, outlineLost } = this.dataset;
    const words = this.#lost.has("sound") ? soundLost : this.#lost.has("outline") ? outlineLost : "";
    const note = this.querySelector(".wave-note");
    if (note && note.textContent !== words) note.textContent = words ?? "";
    const again = this.#button("again");
    if (again) again.hidden = this.#lost.size === 0;
  }
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** The recording that a key is for: the one around the focus, else the one last used, else the page's first. */
listenForKeys((target) => {
  const inside = target instanceof Element ? target.closest<DeskRecording>("desk-recording") : null;
  const used = lastUsed?.isConnected ? lastUsed : undefined;
  return inside ?? used ?? document.querySelector<DeskRecording>("desk-recording");
});

customElements.define("desk-recording", DeskRecording);
