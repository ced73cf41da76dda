import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EvidenceStore } from "../../functions/service/ports.ts";
import { createEvidenceS3 } from "../../functions/store/evidence-s3.ts";
import { startS3, type TestS3 } from "../support/s3.ts";

const id = "01900000-0000-7000-8000-0000000000ab";
const sealed = randomBytes(100_000);

let s3: TestS3;
let store: EvidenceStore;
beforeEach(async () => {
  s3 = await startS3();
  store = createEvidenceS3(s3.url());
});
afterEach(() => s3.close());

describe("evidence in an S3-compatible store", () => {
  it("is put, found, read back and removed, each request signed over its content", async () => {
    expect(await store.has(id)).toBe(false);
    await store.put(id, sealed);
    expect([...s3.objects.keys()]).toEqual([`/bucket/tips/ab/${id}.age`]);
    expect(await store.has(id)).toBe(true);
    expect(Buffer.from(await store.get(id)).equals(sealed)).toBe(true);
    await store.remove(id);
    expect(await store.has(id)).toBe(false);
  });

  it("may be put twice and removed twice", async () => {
    await store.put(id, sealed);
    await store.put(id, sealed);
    expect(s3.objects.size).toBe(1);
    await store.remove(id);
    await store.remove(id);
  });

  it("that is not there is not found", async () => {
    await expect(store.get(id)).rejects.toThrow("not found");
  });

  it("is tried again while the store is busy", async () => {
    s3.fail.push(503, 500);
    await store.put(id, sealed);
    expect(s3.requests).toBe(3);
    expect(s3.objects.size).toBe(1);
  });

  it("is not taken for durable when the store keeps failing or refuses", async () => {
    s3.fail.push(503, 503, 503, 503);
    await expect(store.put(id, sealed)).rejects.toMatchObject({ code: "s3_503" });
    const stranger = createEvidenceS3(s3.url("another secret"));
    await expect(stranger.put(id, sealed)).rejects.toMatchObject({ code: "s3_403" });
    await expect(stranger.has(id)).rejects.toMatchObject({ code: "s3_403" });
    expect(s3.objects.size).toBe(0);
  });

  it("names no key, host or path when it fails", async () => {
    const error = await createEvidenceS3(s3.url("another secret"))
      .put(id, sealed)
      .catch((thrown: unknown) => thrown);
    expect(String(error)).not.toMatch(/INVENTED|127\.0\.0\.1|bucket|secret/);
    expect(JSON.stringify(error)).not.toMatch(/INVENTED|127\.0\.0\.1|bucket|another/);
  });

  it("is reached by its id only", async () => {
    await expect(store.get("../../other/bucket")).rejects.toThrow(TypeError);
    expect(s3.requests).toBe(0);
  });
});
