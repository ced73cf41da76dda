/**
 * `npm run --silent open -- FILE --identity KEYFILE [--out F]`: opens one sealed file with an identity, on any machine
 * that has this program; the standard `age` tool does the same. What was sealed goes to standard output, or to a new
 * file that only its owner may read.
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { SealBroken } from "../service/errors.ts";
import { createOpener } from "../vault/open.ts";

const usage = "usage: npm run --silent open -- FILE --identity KEYFILE [--out NEWFILE]";

/** What to tell the person at the keyboard. */
class Problem extends Error {}

async function main(args: string[]): Promise<void> {
  const { file, identity, out } = readArguments(args);
  const sealed = await readFile(file).catch(() => fail(`${file} cannot be read`));
  const identities = findIdentities(
    await readFile(identity, "utf8").catch(() => fail(`${identity} cannot be read`)),
  );
  if (identities.length === 0)
    fail(`${identity} holds no identity: a line that begins with AGE-SECRET-KEY-1`);
  const plain = await openWithAny(sealed, identities);
  if (!plain) fail(`${file} does not open with ${identity}: it was sealed to someone else, or changed since`);
  else if (out)
    // Never over something else.
    await writeFile(out, plain, { flag: "wx", mode: 0o600 }).catch(() =>
      fail(`${out} cannot be written; it must not be there yet`),
    );
  else process.stdout.write(plain);
}

function readArguments(args: string[]): { file: string; identity: string; out: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { identity: { type: "string", short: "i" }, out: { type: "string", short: "o" } },
    });
    const [file] = positionals;
    if (file && positionals.length === 1 && values.identity)
      return { file, identity: values.identity, out: values.out };
  } catch {
    // An option it does not know: the usage says which there are.
  }
  return fail(usage);
}

/** The identities of a key file; other lines of it are notes. */
function findIdentities(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("AGE-SECRET-KEY-1"));
}

async function openWithAny(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Uint8Array | undefined> {
  for (const identity of identities) {
    try {
      return await createOpener(identity).open(sealed);
    } catch (error) {
      if (!(error instanceof SealBroken)) return fail("the key file holds an identity that is not whole");
    }
  }
  return undefined;
}

function fail(message: string): never {
  throw new Problem(message);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
