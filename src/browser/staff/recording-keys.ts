/** The keys of a recording, wherever on the page the focus is; what is typed is left alone, and so is an open dialog. */
import { dialogOpen } from "./press.ts";

export interface Player {
  toggle(): void;
  act(name: string): boolean;
  write(): void;
  shift(by: 1 | -1): void;
}

const keys: Readonly<Record<string, (player: Player) => void>> = {
  p: (player) => player.toggle(),
  g: (player) => void player.act("skip"),
  l: (player) => void player.act("loop"),
  e: (player) => player.write(),
  "[": (player) => void player.act("from"),
  "]": (player) => void player.act("until"),
  "-": (player) => player.shift(-1),
  "+": (player) => player.shift(1),
};

const typed =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]';

export function listenForKeys(playerFor: (target: EventTarget | null) => Player | null): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialogOpen()) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.matches(typed)) return;
    const act = keys[event.key.toLowerCase()];
    const player = act && playerFor(target);
    if (!player) return;
    act(player);
    event.preventDefault();
  });
}
