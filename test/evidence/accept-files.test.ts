import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanImage } from "../../functions/evidence/clean-image.ts";
import { sniffFile } from "../../functions/evidence/sniff.ts";
import { BadInput } from "../../functions/service/errors.ts";
import { acceptFiles } from "../../functions/service/evidence/accept-files.ts";
import type { EvidenceContext } from "../../functions/service/evidence/ports.ts";
import { createEvidenceFolder } from "../../functions/store/evidence-folder.ts";
import { createOpener } from "../../functions/vault/open.ts";
import { createSealer } from "../../functions/vault/seal.ts";

let folder: string;
let ctx: EvidenceContext;
let opener: ReturnType<typeof createOpener>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shirokuro-evidence-"));
  const identity = await generateX25519Identity();
  opener = createOpener(identity);
  ctx = {
    clock: () => new Date(),
    random: (count) => randomBytes(count),
    sealer: createSealer([await identityToRecipient(identity)]),
    evidence: createEvidenceFolder(folder),
    cleanImage,
    sniffFile,
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A photograph as a telephone makes it: turned, with a place, a camera and a time. */
function photo(format: "jpeg" | "png" | "webp" | "tiff" = "jpeg"): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 200, channels: 3, background: "#4466aa" } })
    .withExif({
      IFD0: { Make: "INVENTED-CAMERA", Model: "SECRET-MODEL" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "35/1 26/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "139/1 38/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();
}

const file = (bytes: Uint8Array) => ({ name: "secret-name.jpg", bytes });
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Author (SECRET-AUTHOR) >>\nendobj\n%%EOF\n");

async function opened(id: string): Promise<Buffer> {
  return Buffer.from(await opener.open(await ctx.evidence.get(id)));
}

async function issuesOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof BadInput ? error.issues : error;
}

describe("pictures", () => {
  it.each(["jpeg", "png", "webp", "tiff"] as const)(
    "of kind %s lose place, camera and turning before they are kept",
    async (format) => {
      const sent = await photo(format);
      const { evidence, notes } = await acceptFiles(ctx, [file(sent)], { keepOriginal: false });
      expect(notes).toEqual([{ index: 0, removed: "metadata" }]);
      expect(evidence).toMatchObject([{ kind: "view", mediaType: "image/jpeg" }]);
      const view = await opened(evidence[0]?.id ?? "");
      const meta = await sharp(view).metadata();
      expect(meta.exif).toBeUndefined();
      expect(meta.icc).toBeUndefined();
      expect(meta.xmp).toBeUndefined();
      expect(meta.orientation).toBeUndefined();
      expect(view.includes("INVENTED-CAMERA")).toBe(false);
      expect(evidence[0]?.sha256).toBe(createHash("sha256").update(view).digest("hex"));
    },
  );

  it("are kept upright, though the note that said so is gone", async () => {
    const { evidence } = await acceptFiles(ctx, [file(await photo())], { keepOriginal: false });
    const meta = await sharp(await opened(evidence[0]?.id ?? "")).metadata();
    expect([meta.width, meta.height]).toEqual([200, 300]);
  });

  it("keep their original, sealed, only when the sender says that it may matter", async () => {
    const sent = await photo();
    const { evidence } = await acceptFiles(ctx, [file(sent)], { keepOriginal: true });
    expect(evidence.map((each) => each.kind)).toEqual(["view", "original"]);
    expect((await opened(evidence[1]?.id ?? "")).equals(sent)).toBe(true);
  });

  it("that are cut short or unfold without end are refused, and nothing of the others is kept", async () => {
    const sent = await photo();
    const before = (await readdir(folder, { recursive: true })).length;
    const cut = sent.subarray(0, sent.length - 200);
    const work = acceptFiles(ctx, [file(sent), file(cut)], { keepOriginal: false });
    expect(await issuesOf(work)).toEqual([{ path: "files.1", code: "broken" }]);
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await issuesOf(acceptFiles(ctx, [file(bomb)], { keepOriginal: false }))).toEqual([
      { path: "files.0", code: "broken" },
    ]);
    expect((await readdir(folder, { recursive: true })).length).toBe(before);
  });
});

describe("other files", () => {
  it("cannot be cleaned, so they are taken only when the sender says so", async () => {
    expect(await issuesOf(acceptFiles(ctx, [file(pdf)], { keepOriginal: false }))).toEqual([
      { path: "files.0", code: "not_cleanable" },
    ]);
    const { evidence, notes } = await acceptFiles(ctx, [file(pdf)], { keepOriginal: true });
    expect(evidence).toMatchObject([{ kind: "file", mediaType: "application/pdf" }]);
    expect(notes).toEqual([{ index: 0, removed: "nothing" }]);
    expect((await opened(evidence[0]?.id ?? "")).equals(pdf)).toBe(true);
  });

  it.each([
    ["a program", Buffer.concat([Buffer.from("MZ"), randomBytes(400)])],
    ["an archive", Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), randomBytes(400)])],
    ["a page with script", Buffer.from("\x00<script>alert(1)</script>")],
    ["noise", randomBytes(500)],
  ])("of a kind that nobody should open are refused: %s", async (_what, bytes) => {
    expect(await issuesOf(acceptFiles(ctx, [file(bytes)], { keepOriginal: true }))).toEqual([
      { path: "files.0", code: "unsupported_type" },
    ]);
  });

  it("are known by their content, not by their name", async () => {
    const { evidence } = await acceptFiles(ctx, [{ name: "holiday.jpg", bytes: pdf }], {
      keepOriginal: true,
    });
    expect(evidence[0]?.mediaType).toBe("application/pdf");
  });

  it("are at most five of at most 20 MB", async () => {
    const six = Array.from({ length: 6 }, () => file(pdf));
    expect(await issuesOf(acceptFiles(ctx, six, { keepOriginal: true }))).toEqual([
      { path: "files", code: "too_many_files" },
    ]);
    const large = file(Buffer.alloc(20 * 1024 * 1024 + 1, 32));
    expect(await issuesOf(acceptFiles(ctx, [large], { keepOriginal: true }))).toEqual([
      { path: "files.0", code: "too_large" },
    ]);
    expect(await issuesOf(acceptFiles(ctx, [file(Buffer.alloc(0))], { keepOriginal: true }))).toEqual([
      { path: "files.0", code: "broken" },
    ]);
  });
});

describe("the evidence folder", () => {
  it("holds nothing that can be read without the key: no content, no name", async () => {
    await acceptFiles(ctx, [file(pdf), file(await photo())], { keepOriginal: true });
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const entry of names) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");
      for (const secret of ["SECRET", "secret-name", "%PDF", "INVENTED"])
        expect(bytes.includes(secret)).toBe(false);
      expect(entry.name).toMatch(/^[0-9a-f-]{36}\.age$/);
    }
  });

  it("puts the same file twice without harm and forgets what it was told to remove", async () => {
    const id = "01900000-0000-7000-8000-000000000001";
    await ctx.evidence.put(id, Buffer.from("one"));
    await ctx.evidence.put(id, Buffer.from("one"));
    expect([await ctx.evidence.has(id), Buffer.from(await ctx.evidence.get(id)).toString()]).toEqual([
      true,
      "one",
    ]);
    await ctx.evidence.remove(id);
    await ctx.evidence.remove(id);
    expect(await ctx.evidence.has(id)).toBe(false);
    await expect(ctx.evidence.get(id)).rejects.toThrow("not found");
  });

  it("reaches no file outside itself", async () => {
    await expect(ctx.evidence.get("../../../../etc/passwd")).rejects.toThrow(TypeError);
  });
});
