import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const CHROMIUM = "/usr/bin/chromium";
const FONTS = "/usr/share/fonts";

/** Installs, from Debian's packages, the browser, the fonts and the Java that the checks need and are not there. */
export function ensureDebianPackages() {
  const missing = [
    ...(existsSync(CHROMIUM) ? [] : ["chromium"]),
    ...(hasFont("NotoSansCJK") ? [] : ["fonts-noto-cjk"]),
    ...(hasFont("NotoSansThai") ? [] : ["fonts-noto-core"]),
    // The Nu HTML checker runs on it.
    ...(spawnSync("java", ["-version"]).status === 0 ? [] : ["default-jre-headless"]),
  ];
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  process.stderr.write(`Installing ${missing.join(", ")} …\n`);
  const done = [
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-qq", "-y", "--no-install-recommends", ...missing],
  ].every(([...command]) => {
    const [program, ...args] = [...asRoot, ...command];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(program, args, { stdio: ["ignore", 2, 2], env }).status === 0;
  });
  if (!done) process.stderr.write(`Install them by hand: apt-get install ${missing.join(" ")}\n`);
}

function hasFont(name) {
  return (
    existsSync(FONTS) && readdirSync(FONTS, { recursive: true }).some((file) => String(file).includes(name))
  );
}
