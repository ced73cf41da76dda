/** One thing the provider's machine heard, complete. */
export interface LiveResult {
  /** Its place among what was told of the same transcription. */
  sequence: number;
  text: string;
  /** 0 to 1; null when the machine does not say how sure it is. */
  confidence: number | null;
}

/** A whole utterance with less than this has several words wrong. */
const leastConfidence = 0.7;

/** What was heard as one text, an utterance a line, in order; `(?)` follows what the machine doubts. */
export function liveText(results: readonly LiveResult[]): string {
  return [...results]
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap(({ text, confidence }) => {
      const said = text.trim();
      if (said === "") return [];
      return [confidence !== null && confidence < leastConfidence ? `${said} (?)` : said];
    })
    .join("\n");
}
