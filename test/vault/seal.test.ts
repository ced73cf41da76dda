import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { SealBroken } from "../../functions/service/errors.ts";
import { createOpener } from "../../functions/vault/open.ts";
import { createSealer } from "../../functions/vault/seal.ts";
import { x25519Recipient } from "../../functions/vault/x25519-recipient.ts";

let desk: string;
let recovery: string;
let deskRecipient: string;
let recoveryRecipient: string;
beforeAll(async () => {
  [desk, recovery] = await Promise.all([generateX25519Identity(), generateX25519Identity()]);
  deskRecipient = await identityToRecipient(desk);
  recoveryRecipient = await identityToRecipient(recovery);
});

describe("a seal", () => {
  it("opens with the desk's key and with the recovery key alone, by the library itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (plain) => {
        const sealed = await createSealer([deskRecipient, recoveryRecipient]).seal(plain);
        for (const identity of [desk, recovery]) {
          const decrypter = new Decrypter();
          decrypter.addIdentity(identity);
          expect(Buffer.from(await decrypter.decrypt(sealed)).equals(Buffer.from(plain))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is opened by the library at every length about a chunk's, by each of many recipients", async () => {
    const reporter = await generateX25519Identity();
    const extra = [await identityToRecipient(reporter)];
    for (const length of [0, 1, 15, 16, 65_535, 65_536, 65_537, 131_072]) {
      const plain = Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 256));
      const sealed = await createSealer([deskRecipient, recoveryRecipient]).seal(plain, extra);
      for (const identity of [desk, recovery, reporter]) {
        const decrypter = new Decrypter();
        decrypter.addIdentity(identity);
        expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain), String(length)).toBe(true);
      }
    }
  });

  it("has no two alike: every key and nonce is new", async () => {
    const sealer = createSealer([deskRecipient]);
    const seals = await Promise.all(Array.from({ length: 50 }, () => sealer.seal(Buffer.from("same"))));
    const parts = seals.map((sealed) => Buffer.from(sealed).toString("latin1").split("\n"));
    for (const line of [1, 2, 3])
      expect(new Set(parts.map((lines) => lines[line])).size, `line ${line}`).toBe(50);
    expect(new Set(seals.map((sealed) => Buffer.from(sealed.slice(-36)).toString("hex"))).size).toBe(50);
  });

  it("opens what the library's own recipient sealed", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(deskRecipient);
    const sealed = await encrypter.encrypt(new Uint8Array([1, 2, 3]));
    expect([...(await createOpener(desk).open(sealed))]).toEqual([1, 2, 3]);
  });

  it("opens a long file, of several chunks, as it opens a short one", async () => {
    for (const length of [0, 60_000, 65_536, 65_537, 200_000]) {
      const plain = Buffer.alloc(length, 7);
      const sealed = await createSealer([recoveryRecipient, deskRecipient]).seal(plain);
      expect(Buffer.from(await createOpener(desk).open(sealed)).equals(plain)).toBe(true);
    }
  });

  it("opens only what is written as the format says", async () => {
    const sealed = await createSealer([deskRecipient]).seal(Buffer.from("harbour"));
    const text = Buffer.from(sealed).toString("latin1");
    for (const changed of [
      text.replace("age-encryption.org/v1", "age-encryption.org/v2"),
      text.replace("-> X25519 ", "->  X25519 "),
      text.replace("-> X25519 ", "-> X25519 AAAA "),
      text.replace("\n--- ", "\n---  "),
      text.replace("\n--- ", "\r\n--- "),
      text.replace("\n", "\n-> empty\n\n"),
      text.slice(0, text.indexOf("\n--- ")),
      "",
    ])
      await expect(createOpener(desk).open(Buffer.from(changed, "latin1"))).rejects.toThrow(SealBroken);
  });

  it("does not open for anyone else, and says nothing of why", async () => {
    const sealed = await createSealer([recoveryRecipient]).seal(new Uint8Array([1]));
    await expect(createOpener(desk).open(sealed)).rejects.toThrow(SealBroken);
  });

  it("breaks when any byte is changed or cut off", async () => {
    const sealed = await createSealer([deskRecipient]).seal(Buffer.from("今夜着く"));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Uint8Array.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ flip;
        await expect(createOpener(desk).open(changed)).rejects.toThrow(SealBroken);
        await expect(createOpener(desk).open(sealed.subarray(0, at))).rejects.toThrow(SealBroken);
      }),
      { numRuns: 60 },
    );
  });

  it("seals to a reporter's thread beside the desk when asked", async () => {
    const thread = await generateX25519Identity();
    const sealed = await createSealer([deskRecipient]).seal(new Uint8Array([7]), [
      await identityToRecipient(thread),
    ]);
    expect([...(await createOpener(thread).open(sealed))]).toEqual([7]);
    expect([...(await createOpener(desk).open(sealed))]).toEqual([7]);
  });

  it.each([
    "",
    "age1",
    "AGE-SECRET-KEY-1",
    "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
    "npub1x",
  ])("is refused at once for a recipient that is none: %j", (text) => {
    expect(() => createSealer([text])).toThrow();
  });

  it("is refused for a recipient of low order, which would make the secret public", () => {
    const zero = bech32.encodeFromBytes("age", new Uint8Array(32));
    expect(() => x25519Recipient(zero).wrapFileKey(new Uint8Array(16))).toThrow();
  });

  it("is refused without any recipient", () => {
    expect(() => createSealer([])).toThrow(TypeError);
  });

  it("opens with the standard age tool where the machine has it", async () => {
    const tool = ageTool();
    const sealed = await createSealer([deskRecipient, recoveryRecipient]).seal(
      Buffer.from("標準の道具で開く"),
    );
    // Without the tool the library's own decrypter stands for it: both read the same format.
    const opened = tool
      ? openWithTool(tool, sealed, recovery)
      : Buffer.from(await createOpener(recovery).open(sealed));
    expect(opened.toString()).toBe("標準の道具で開く");
  });
});

function ageTool(): string | undefined {
  try {
    execFileSync("age", ["--version"], { stdio: "ignore" });
    return "age";
  } catch {
    return undefined;
  }
}

function openWithTool(tool: string, sealed: Uint8Array, identity: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "shirokuro-age-"));
  try {
    writeFileSync(join(folder, "key.txt"), `${identity}\n`, { mode: 0o600 });
    return execFileSync(tool, ["--decrypt", "--identity", join(folder, "key.txt")], { input: sealed });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
