/** Reads a posted form as it streams in, with hard limits, so that a wrong file never costs the person their words. */
import { once } from "node:events";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { limits } from "../../domain/intake/limits.ts";
import type { FieldIssue } from "../../domain/intake/public-page.ts";
import type { SentFile } from "./deps.ts";
import type { UploadRoom } from "./upload-room.ts";

export interface SentForm {
  /** The last value of a field, with line ends as `\n`; empty when it was not sent. */
  one(name: string): string;
  all(name: string): string[];
  files: SentFile[];
  /** What is wrong with the files, in the order they came. */
  issues: FieldIssue[];
  /** `cut`: larger than we read to the end; `broken`: not a form, or it stopped half-way. Neither may be filed. */
  end: "whole" | "cut" | "broken";
  /** Gives the room of the files back; call it when they are no longer needed. */
  release(): void;
}

/** Words far beyond the limit are still read, so that they can be given back with the error. */
const fieldBytes = 8 * limits.text * 2;
/** Bytes beyond the limits are read and dropped, because most browsers show no answer while they still send. */
const readBytes = 5 * limits.multipartBytes;

/** Reads fields and files; at most five files of 20 MB are kept, and only while `room` has space. */
export async function readForm(request: Request, room: UploadRoom): Promise<SentForm> {
  const fields = new Map<string, string[]>();
  const kept = new KeptFiles(room);
  const busboy = open(request);
  busboy?.on("field", (name, value) => {
    fields.set(name, [...(fields.get(name) ?? []), value.replaceAll("\r\n", "\n")]);
  });
  // The parser gives no name at all where a browser sent an empty one.
  busboy?.on("file", (field, stream, name) => kept.collect(stream, (field === "files" && name) || ""));
  busboy?.on("filesLimit", () => kept.tooMany());
  const end = busboy && request.body ? await pump(request.body, busboy) : "broken";
  return {
    one: (name) => fields.get(name)?.at(-1) ?? "",
    all: (name) => fields.get(name) ?? [],
    files: kept.files,
    issues: kept.issues,
    end,
    release: () => kept.release(),
  };
}

function open(request: Request): BusboyInstance | undefined {
  const type = request.headers.get("content-type") ?? "";
  try {
    return new Busboy({
      headers: { "content-type": type },
      // One more file part than allowed: a browser sends an empty one when no file was chosen.
      limits: {
        fieldSize: fieldBytes,
        fields: 100,
        fileSize: limits.fileBytes,
        files: limits.files + 1,
        parts: 120,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    return undefined;
  }
}

async function pump(body: ReadableStream<Uint8Array>, busboy: BusboyInstance): Promise<SentForm["end"]> {
  const finished = once(busboy, "finish");
  finished.catch(() => undefined);
  let read = 0;
  try {
    for await (const chunk of body) {
      read += chunk.length;
      if (read > readBytes) return "cut";
      if (!busboy.write(chunk)) await Promise.race([once(busboy, "drain"), finished]);
    }
    busboy.end();
    await finished;
    return "whole";
  } catch {
    return "broken";
  } finally {
    busboy.destroy();
  }
}

class KeptFiles {
  readonly files: SentFile[] = [];
  readonly issues: FieldIssue[] = [];
  #taken = 0;
  #opened = 0;
  readonly #room: UploadRoom;

  constructor(room: UploadRoom) {
    this.#room = room;
  }

  /** Collects one file part; one without a name is the empty part of a form with no file chosen. */
  collect(stream: BusboyFileStream, name: string): void {
    const chunks: Buffer[] = [];
    // Counted as it opens: a part before it may not have told its end yet.
    let refused = name === "" || ++this.#opened > limits.files;
    if (refused && name !== "") this.tooMany();
    stream.on("error", () => undefined);
    stream.on("data", (chunk: Buffer) => {
      if (refused) return;
      if (this.#room.take(chunk.length)) {
        this.#taken += chunk.length;
        chunks.push(chunk);
      } else {
        refused = true;
        this.issues.push({ field: "files", code: "busy", file: name });
      }
    });
    stream.on("end", () => {
      if (refused) return;
      if (stream.truncated) this.issues.push({ field: "files", code: "too_large", file: name });
      else if (chunks.length === 0) this.issues.push({ field: "files", code: "broken", file: name });
      else this.files.push({ name, bytes: Buffer.concat(chunks) });
    });
  }

  tooMany(): void {
    if (!this.issues.some((issue) => issue.code === "too_many"))
      this.issues.push({ field: "files", code: "too_many" });
  }

  release(): void {
    this.#room.giveBack(this.#taken);
    this.#taken = 0;
    this.files.length = 0;
  }
}
