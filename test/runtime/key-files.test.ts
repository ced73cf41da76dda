import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter } from "age-encryption";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNewFile } from "../../functions/vault/durable-file.ts";
import { ensureKeyFiles, readIdentity, readKey, readRecipients } from "../../functions/vault/key-files.ts";

let data: string;
let drawn = 0;
const random = (count: number): Uint8Array => {
  drawn += 1;
  return new Uint8Array(count).fill(drawn);
};
const at = (name: string): string => join(data, "keys", name);
const snapshot = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at("."), { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(at(name)).isFile())
      .map((name) => [name, readFileSync(at(name), "utf8")]),
  );

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "shirokuro-keys-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test("the first run makes each role's keys, for their owner's eyes only", async () => {
  expect(await ensureKeyFiles(data, random)).toEqual({
    madeNow: true,
    recoveryToMove: at("recovery/identity.txt"),
  });
  expect(readdirSync(at("public")).sort()).toEqual([
    "index.key",
    "lookup.key",
    "receipt.key",
    "recipients.txt",
    "sender.key",
  ]);
  expect(readdirSync(at("staff")).sort()).toEqual([
    "auth.key",
    "identity.txt",
    "index.key",
    "lookup.key",
    "recipients.txt",
  ]);
  expect(readdirSync(at("worker")).sort()).toEqual(["index.key", "recipients.txt"]);
  for (const name of Object.keys(snapshot())) expect(statSync(at(name)).mode & 0o777, name).toBe(0o600);
  for (const folder of ["public", "staff", "worker", "owner", "recovery"]) {
    expect(statSync(at(folder)).mode & 0o777, folder).toBe(0o700);
  }
});

test("what is sealed to the public role's recipients opens with the desk's identity, and with the recovery's", async () => {
  await ensureKeyFiles(data, random);
  const encrypter = new Encrypter();
  for (const recipient of await readRecipients(at("public"))) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt("a tip");
  for (const identity of [await readIdentity(at("staff")), await readIdentity(at("recovery"))]) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(sealed, "text")).toBe("a tip");
  }
});

test("both sides of the search share one key for words and one for receipts, and no other two keys are the same", async () => {
  await ensureKeyFiles(data, random);
  expect(await readKey(at("public"), "lookup")).toEqual(await readKey(at("staff"), "lookup"));
  expect(await readKey(at("public"), "index")).toEqual(await readKey(at("staff"), "index"));
  const others = [
    readKey(at("public"), "receipt"),
    readKey(at("public"), "sender"),
    readKey(at("staff"), "auth"),
    readKey(at("staff"), "lookup"),
  ];
  const hex = (await Promise.all(others)).map((key) => Buffer.from(key).toString("hex"));
  expect(new Set([...hex, Buffer.from(await readKey(at("public"), "index")).toString("hex")]).size).toBe(5);
  expect(hex[0]).toHaveLength(64);
});

test("a later run changes no byte of any file", async () => {
  await ensureKeyFiles(data, random);
  const before = snapshot();
  expect((await ensureKeyFiles(data, random)).madeNow).toBe(false);
  expect(snapshot()).toEqual(before);
});

test("the recovery identity, once moved away, is neither missed nor made again", async () => {
  await ensureKeyFiles(data, random);
  rmSync(at("recovery"), { recursive: true });
  expect(await ensureKeyFiles(data, random)).toEqual({ madeNow: false, recoveryToMove: null });
  expect(readdirSync(at("."))).not.toContain("recovery");
});

test.each(["staff/identity.txt", "public/receipt.key", "staff/recipients.txt", "worker/recipients.txt"])(
  "a lost %s stops the start and is never replaced by a new one",
  async (name) => {
    await ensureKeyFiles(data, random);
    rmSync(at(name));
    await expect(ensureKeyFiles(data, random)).rejects.toThrow(`${at(name)} is missing`);
    expect(() => statSync(at(name))).toThrow("ENOENT");
  },
);

test("a key that a newer program needs is made at its next start beside the old ones, and from then on missed", async () => {
  await ensureKeyFiles(data, random);
  const before = snapshot();
  const names = ["public/lookup.key", "staff/lookup.key"];
  // As an installation from before that key lies on the disk.
  for (const name of names) rmSync(at(name));
  const made = readFileSync(at("made.txt"), "utf8").split("\n");
  writeFileSync(at("made.txt"), made.filter((name) => !names.includes(name)).join("\n"));
  expect((await ensureKeyFiles(data, random)).madeNow).toBe(false);
  const after = snapshot();
  for (const name of Object.keys(before).filter((name) => !names.includes(name) && name !== "made.txt"))
    expect(after[name], name).toBe(before[name]);
  expect(after["public/lookup.key"]).toMatch(/^[0-9a-f]{64}$/);
  expect(after["staff/lookup.key"]).toBe(after["public/lookup.key"]);
  expect(Object.keys(after)).not.toContain("worker/lookup.key");
  rmSync(at("staff/lookup.key"));
  await expect(ensureKeyFiles(data, random)).rejects.toThrow("staff/lookup.key is missing");
});

test("a first run that was interrupted is finished with the keys it had made", async () => {
  await ensureKeyFiles(data, random);
  const before = snapshot();
  for (const name of ["made.txt", "worker/recipients.txt", "public/recipients.txt", "staff/recipients.txt"])
    rmSync(at(name));
  await ensureKeyFiles(data, random);
  expect(snapshot()).toEqual(before);
});

test("a key file with anything but 64 hexadecimal digits is refused without being quoted", async () => {
  await ensureKeyFiles(data, random);
  writeFileSync(at("public/receipt.key"), "short-and-secret");
  await expect(readKey(at("public"), "receipt")).rejects.toThrow(
    /^receipt\.key must hold 64 hexadecimal digits$/,
  );
});

test("writing a new file never touches one that is there, and leaves no draft", async () => {
  const path = join(data, "once");
  expect(await writeNewFile(path, "first")).toBe(true);
  expect(await writeNewFile(path, "second")).toBe(false);
  expect(readFileSync(path, "utf8")).toBe("first");
  expect(readdirSync(data)).toEqual(["once"]);
});
