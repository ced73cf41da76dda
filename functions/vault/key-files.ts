import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { RandomBytes } from "../service/ports.ts";
import { makePrivateDirectory, readIfThere, replaceFile, writeNewFile } from "./durable-file.ts";

const ROLES = ["public", "staff", "worker"] as const;

const RECOVERY_NOTE = `identity.txt in this folder opens every tip, also when this program and its other keys are gone.

1. Copy it to two media that are never connected to this machine (print one), and keep them in two safes.
2. Try it there: age --decrypt --identity identity.txt SEALED-FILE
3. Delete this folder from this machine. The program never reads it and does not make it again.
`;

export type KeyFiles = {
  /** True when the recovery identity lies on this machine and must still be moved off it. */
  recoveryToMove: string | null;
  madeNow: boolean;
};

/**
 * Makes the keys of each role below `dataDir/keys` on first run, and later checks that they are all there.
 * Keys hand a role only what it needs: recipients seal; only `staff` holds an identity, which opens.
 *
 * @throws naming the file when a key that was made once is missing: a new one would open nothing sealed before
 */
export async function ensureKeyFiles(dataDir: string, random: RandomBytes): Promise<KeyFiles> {
  const root = join(dataDir, "keys");
  for (const folder of [...ROLES, "owner"]) await makePrivateDirectory(join(root, folder));
  const made = new Set((await readIfThere(join(root, "made.txt")))?.split("\n").filter(Boolean) ?? []);
  const madeNow = made.size === 0;

  const write = async (name: string, make: () => string | Promise<string>): Promise<string> => {
    const path = join(root, name);
    const kept = await readIfThere(path);
    if (kept !== undefined) return kept;
    if (made.has(name))
      throw new Error(`${path} is missing: put it back from your backup; a new key cannot replace it`);
    const text = await make();
    await writeNewFile(path, text);
    return text;
  };
  const bytes = () => Buffer.from(random(32)).toString("hex");

  await write("public/receipt.key", bytes);
  await write("public/sender.key", bytes);
  await write("staff/auth.key", bytes);
  // Both sides hash the words with the same key: one files them, the other searches.
  const index = await write("public/index.key", bytes);
  await write("staff/index.key", () => index);
  // One files a tip under its receipt, the other finds it.
  const lookup = await write("public/lookup.key", bytes);
  await write("staff/lookup.key", () => lookup);
  const identity = await write("staff/identity.txt", makeIdentity);
  const recipients = await write("staff/recipients.txt", async () => {
    const recovery = await makeRecovery(root);
    return `${await recipientOf(identity)}\n${await recipientOf(recovery)}\n`;
  });
  await write("public/recipients.txt", () => recipients);
  await write("worker/recipients.txt", () => recipients);
  // A transcript is searched like any other words.
  await write("worker/index.key", () => index);
  await recordMade(root, made);

  const recovery = join(root, "recovery", "identity.txt");
  return { madeNow, recoveryToMove: (await readIfThere(recovery)) === undefined ? null : recovery };
}

const KEY_NAMES = [
  "public/receipt.key",
  "public/sender.key",
  "public/index.key",
  "public/lookup.key",
  "public/recipients.txt",
  "staff/auth.key",
  "staff/index.key",
  "staff/lookup.key",
  "staff/identity.txt",
  "staff/recipients.txt",
  "worker/recipients.txt",
  "worker/index.key",
] as const;

/** Remembers which keys exist, so that a lost one is told from one that a newer program adds. */
async function recordMade(root: string, made: ReadonlySet<string>): Promise<void> {
  const missing = KEY_NAMES.filter((name) => !made.has(name));
  if (missing.length === 0) return;
  await replaceFile(join(root, "made.txt"), `${[...made, ...missing].join("\n")}\n`);
}

async function makeRecovery(root: string): Promise<string> {
  const folder = join(root, "recovery");
  await makePrivateDirectory(folder);
  await writeNewFile(join(folder, "README.txt"), RECOVERY_NOTE);
  const path = join(folder, "identity.txt");
  // An interrupted first run left one that nothing was sealed to yet: use it.
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  const identity = await makeIdentity();
  await writeNewFile(path, identity);
  return identity;
}

async function makeIdentity(): Promise<string> {
  return `${await generateX25519Identity()}\n`;
}

function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity.trim());
}

/** Reads a key of 32 bytes. @throws when the file is missing or holds anything else */
export async function readKey(
  keysDir: string,
  name: "receipt" | "sender" | "index" | "lookup" | "auth",
): Promise<Uint8Array> {
  const text = (await readRequired(join(keysDir, `${name}.key`))).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`${name}.key must hold 64 hexadecimal digits`);
  return Buffer.from(text, "hex");
}

/** The age recipients to seal to: the desk's, then the off-line recovery's. */
export async function readRecipients(keysDir: string): Promise<string[]> {
  return (await readRequired(join(keysDir, "recipients.txt"))).split("\n").filter(Boolean);
}

/** The age identity that opens what was sealed to the desk; only the staff role's folder holds one. */
export async function readIdentity(keysDir: string): Promise<string> {
  return (await readRequired(join(keysDir, "identity.txt"))).trim();
}

async function readRequired(path: string): Promise<string> {
  const text = await readIfThere(path);
  if (text === undefined) throw new Error(`${path} is missing`);
  return text;
}
