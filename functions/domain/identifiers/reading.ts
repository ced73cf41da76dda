import type { Cell } from "../text/code-cells.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { readCode } from "../text/read-code.ts";
import { type Cues, findCues } from "./cues.ts";

/** One text, made ready once for all recognisers. */
export type Reading = { readonly light: Normalised; readonly cells: readonly Cell[]; readonly cues: Cues };

/** Normalises a text and reads its cells and cue words. */
export function read(text: string): Reading {
  const light = normalise(text);
  const cells = readCode(light);
  return { light, cells, cues: findCues(light, cells) };
}
