import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSealer } from "../../functions/vault/seal.ts";

const command = resolve(import.meta.dirname, "../../functions/cli/open.ts");
const plain = randomBytes(200_000);

let folder: string;
let sealed: string;
let desk: string;
let recovery: string;
let stranger: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shirokuro-open-"));
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
  [desk, recovery, stranger, sealed] = ["desk.txt", "recovery.txt", "stranger.txt", "file.age"].map(path) as [
    string,
    string,
    string,
    string,
  ];
  await writeFile(desk, `${first}\n`);
  await writeFile(recovery, `# printed and kept in the safe\n${second}\n`);
  await writeFile(stranger, `${third}\n`);
  const recipients = [await identityToRecipient(String(first)), await identityToRecipient(String(second))];
  await writeFile(sealed, await createSealer(recipients).seal(plain));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { maxBuffer: 1e7 });

describe("opening a sealed file by hand", () => {
  it.each(["desk", "recovery"])("writes what was sealed to standard output, with the %s key", (whose) => {
    const { status, stdout, stderr } = open(sealed, "--identity", whose === "desk" ? desk : recovery);
    expect(stderr.toString()).toBe("");
    expect(status).toBe(0);
    expect(stdout.equals(plain)).toBe(true);
  });

  it("agrees with the standard age tool", () => {
    const age = spawnSync("age", ["--decrypt", "--identity", desk, sealed], { maxBuffer: 1e7 });
    const ours = open(sealed, "--identity", desk).stdout;
    expect(ours.equals(plain)).toBe(true);
    // Where the tool is not installed, the library alone must have opened it.
    if (age.error) expect(age.error).toMatchObject({ code: "ENOENT" });
    else expect(age.stdout.equals(ours)).toBe(true);
  });

  it("writes to a file that only its owner may read, and never over another", async () => {
    const out = path("opened.bin");
    expect(open(sealed, "--identity", desk, "--out", out).status).toBe(0);
    expect((await readFile(out)).equals(plain)).toBe(true);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const again = open(sealed, "--identity", desk, "--out", out);
    expect(again.status).toBe(1);
    expect(again.stderr.toString()).toMatch(/must not be there yet/);
  });

  it("says so when the key is another's, and when the file was changed or cut short", async () => {
    const changed = await readFile(sealed);
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    await writeFile(path("changed.age"), changed);
    await writeFile(path("cut.age"), changed.subarray(0, 500));
    for (const args of [
      [sealed, "--identity", stranger],
      [path("changed.age"), "--identity", desk],
      [path("cut.age"), "--identity", desk],
    ]) {
      const { status, stdout, stderr } = open(...args);
      expect(status).toBe(1);
      expect(stdout).toHaveLength(0);
      expect(stderr.toString()).toMatch(/does not open with/);
    }
  });

  it("says what it needs, and shows no key", async () => {
    await writeFile(path("broken.txt"), "AGE-SECRET-KEY-1NOTWHOLE\n");
    for (const [args, sentence] of [
      [[], /^usage: /],
      [[sealed], /^usage: /],
      [[sealed, "--identity", desk, "--loud"], /^usage: /],
      [[path("nothing.age"), "--identity", desk], /cannot be read/],
      [[sealed, "--identity", path("nothing.txt")], /cannot be read/],
      [[sealed, "--identity", sealed], /holds no identity/],
      [[sealed, "--identity", path("broken.txt")], /not whole/],
    ] as const) {
      const { status, stderr } = open(...args);
      expect(status).toBe(1);
      expect(stderr.toString()).toMatch(sentence);
      expect(stderr.toString()).not.toContain("NOTWHOLE");
    }
  });
});
