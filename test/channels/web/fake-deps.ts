import type { SentFile, WebDoorDeps } from "../../../functions/channels/web/deps.ts";
import { webDoor } from "../../../functions/channels/web/web-door.ts";
import type { PublicPageLocals } from "../../../functions/domain/intake/public-page.ts";
import type { TipRequest } from "../../../functions/domain/intake/report.ts";
import type { EvidenceRef, LogFields } from "../../../functions/service/ports.ts";

type Addition = Parameters<WebDoorDeps["addMessage"]>[0];

/** The door between fakes: what reached the verbs, what was drawn, and what was logged. */
export interface DoorAtWork {
  post(path: string, body: FormData | URLSearchParams, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  send(request: Request): Promise<Answer>;
  submitted: { request: TipRequest; evidence: EvidenceRef[] }[];
  files: { files: SentFile[]; keepOriginal: boolean }[];
  looked: string[];
  added: Addition[];
  logged: LogFields[];
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What the page was given to show; dates as text. */
  page: PublicPageLocals;
}

/** Verbs that all succeed, but for the ones given; the page "drawn" is its own locals as JSON. */
export function doorWith(given: Partial<WebDoorDeps> = {}): DoorAtWork {
  let keys = 0;
  const work: Pick<DoorAtWork, "submitted" | "files" | "looked" | "added" | "logged"> = {
    submitted: [],
    files: [],
    looked: [],
    added: [],
    logged: [],
  };
  const log = (fields: LogFields) => {
    work.logged.push(fields);
  };
  const door = webDoor({
    async submit(request, evidence) {
      work.submitted.push({ request, evidence });
      return { receipt: "1234567890123456", acceptedAt: new Date("2026-11-20T13:10:00Z"), again: false };
    },
    async acceptFiles(files, { keepOriginal }) {
      // The door drops its own list once it has answered.
      work.files.push({ files: [...files], keepOriginal });
      return {
        evidence: files.map((_, index) => evidenceRef(`evidence-${index}`)),
        notes: files.map((_, index) => ({ index, removed: "metadata" })),
      };
    },
    async followUp(receipt) {
      work.looked.push(receipt);
      return { status: "received", messages: [] };
    },
    statusWords: async (status, locale) => ({ label: `${status} ${locale}`, text: "" }),
    async addMessage(addition) {
      work.added.push(addition);
    },
    render: async (path, { page }) => new Response(JSON.stringify({ path, page })),
    random: (count) => new Uint8Array(count).fill(++keys),
    log: { info: log, warn: log, error: log },
    publicUrl: "https://line.example",
    ...given,
  });
  const send = async (request: Request): Promise<Answer> => {
    const answer = await door.request(request);
    const { status, headers } = answer;
    const text = await answer.text();
    return {
      status,
      headers,
      text,
      page: headers.get("content-type")?.startsWith("text/html") ? JSON.parse(text).page : null,
    };
  };
  return {
    ...work,
    send,
    get: (path) => send(new Request(`https://line.example${path}`)),
    post: (path, body, headers = {}) =>
      send(new Request(`https://line.example${path}`, { method: "POST", body, headers })),
  };
}

export function evidenceRef(id: string): EvidenceRef {
  return { id, kind: "view", mediaType: "image/webp", bytes: 1000, sha256: "0".repeat(64) };
}

export const issuedKey = "issued-with-the-form-1";

/** A form as a browser posts it, the empty file part included. */
export function reportForm(fields: Record<string, string | string[]> = {}, files: File[] = []): FormData {
  const form = new FormData();
  const all = { idempotencyKey: issuedKey, text: "夜の港で見ました", place: "", contact: "", ...fields };
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) form.append(name, one);
  for (const file of files.length > 0 ? files : [new File([], "")]) form.append("files", file);
  return form;
}

export function fileOf(bytes: number, name: string): File {
  return new File([new Uint8Array(bytes).fill(1)], name, { type: "image/jpeg" });
}
