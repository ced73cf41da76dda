import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseEncoding, type Encoding, fileCache } from "../../functions/static/file-cache.ts";
import { seasonOn } from "../../functions/static/seasons.ts";
import { staticSite } from "../../functions/static.ts";

let folder: string;
let app: Hono;
const css = "p{color:red}".repeat(50);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "static-"));
  const files: Record<string, string | Buffer> = {
    "site/ja/index.html": "<p>日本語",
    "site/ja/privacy/index.html": '<p>守る<link href="{address}/ja/">',
    "site/ja/404/index.html": "<p>ありません",
    "site/en/404/index.html": "<p>no such page",
    "site/ja/season/spring/index.html": "<p>春",
    "site/robots.txt": "Sitemap: {address}/sitemap.xml\n",
    "site/.well-known/security.txt": "Expires: {expires}\nCanonical: {address}/x {kept}\n",
    "site/sitemap.xml": "<loc>{address}/ja/</loc>",
    "site/_astro/a.HASH.css": css,
    "site/_astro/a.HASH.css.br": brotliCompressSync(css),
    "site/_astro/a.HASH.css.gz": gzipSync(css),
    "site/strange.bin": "?",
    "secret.html": "outside",
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const site = await staticSite({ folder: join(folder, "site") });
  app = new Hono();
  app.get("/", (c) => site.home(c));
  app.use(site.serve);
  app.notFound((c) => site.notFound(c));
});

afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(path, { headers, method });

describe("the built site", () => {
  it("is served page by page, to be asked about again each time", async () => {
    const answer = await get("/ja/");
    expect(await answer.text()).toBe("<p>日本語");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  });

  it("serves files whose name holds their hash for ever", async () => {
    const answer = await get("/_astro/a.HASH.css");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("serves the copy compressed at build that the browser takes best", async () => {
    const answer = await get("/_astro/a.HASH.css", { "accept-encoding": "gzip, deflate, br, zstd" });
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(brotliCompressSync(css));
    expect(
      (await get("/_astro/a.HASH.css", { "accept-encoding": "gzip" })).headers.get("content-encoding"),
    ).toBe("gzip");
    expect((await get("/_astro/a.HASH.css")).headers.get("content-encoding")).toBeNull();
  });

  it("answers 304 to whoever has exactly these bytes, and names others differently", async () => {
    const plain = (await get("/_astro/a.HASH.css")).headers.get("etag") ?? "";
    const zipped = (await get("/_astro/a.HASH.css", { "accept-encoding": "gzip" })).headers.get("etag");
    expect(plain).not.toBe(zipped);
    const again = await get("/_astro/a.HASH.css", { "if-none-match": `"x", W/${plain}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await get("/_astro/a.HASH.css", { "if-none-match": '"x"' })).status).toBe(200);
  });

  it("answers HEAD with the length and no body", async () => {
    const answer = await get("/ja/", {}, "HEAD");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-length")).toBe(String(Buffer.byteLength("<p>日本語")));
    expect(await answer.text()).toBe("");
  });

  it.each([
    "/../secret.html",
    "/ja/../../secret.html",
    "/%2e%2e/secret.html",
    "/..%2fsecret.html",
    "/ja/..%5c..%5csecret.html",
    "//secret.html",
    "/_astro/a.HASH.css.br",
    "/strange.bin",
  ])("does not serve %s", async (path) => {
    const answer = await app.request(new Request(`http://site.example${path}`));
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("outside");
  });

  it("sends a page's address without its slash to the one with, and never to another host", async () => {
    const answer = await get("/ja/privacy");
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe("/ja/privacy/");
    expect((await get("//evil.example/ja")).status).toBe(404);
    expect((await get("/ja//evil.example")).status).toBe(404);
  });

  it.each([
    ["/en/nothing/", {}, "<p>no such page"],
    ["/ja/nothing/", { "accept-language": "en" }, "<p>ありません"],
    ["/nothing.html", { "accept-language": "en-GB, ja;q=0.5" }, "<p>no such page"],
    ["/nothing.html", { "accept-language": "xx" }, "<p>ありません"],
    ["/ja/404/", {}, "<p>ありません"],
  ])("answers %s with the 404 page of the right language", async (path, headers, text) => {
    const answer = await get(path, headers);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(text);
  });

  it("does not answer a post", async () => {
    expect((await get("/ja/", {}, "POST")).status).toBe(404);
  });

  it("sends the bare address to the language the browser asks for, else Japanese", async () => {
    const english = await get("/", { "accept-language": "en-US,en;q=0.9" });
    expect([english.status, english.headers.get("location")]).toEqual([302, "/en/"]);
    expect((await get("/")).headers.get("location")).toBe("/ja/");
  });

  it("fills in its own address, and until when it may be relied on, where a file must name them, in every encoding", async () => {
    const site = await staticSite({
      folder: join(folder, "site"),
      publicUrl: "https://line.example/",
      securityExpires: new Date("2027-01-01T00:00:00Z"),
    });
    const named = new Hono().use(site.serve);
    const map = await named.request("/sitemap.xml");
    expect(await map.text()).toBe("<loc>https://line.example/ja/</loc>");
    expect(map.headers.get("content-type")).toBe("application/xml");
    const robots = await named.request("/robots.txt");
    expect(await robots.text()).toBe("Sitemap: https://line.example/sitemap.xml\n");
    const security = await named.request("/.well-known/security.txt");
    expect(await security.text()).toBe(
      "Expires: 2027-01-01T00:00:00.000Z\nCanonical: https://line.example/x {kept}\n",
    );
    const zipped = await named.request("/ja/privacy/", { headers: { "accept-encoding": "br" } });
    expect(zipped.headers.get("content-encoding")).toBe("br");
    const page = brotliDecompressSync(Buffer.from(await zipped.arrayBuffer())).toString();
    expect(page).toBe('<p>守る<link href="https://line.example/ja/">');
    const again = await named.request("/ja/privacy/", {
      headers: { "accept-encoding": "br", "if-none-match": zipped.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("shows a season's home page as the home page while it lasts, and never by its own address", async () => {
    let now: string | undefined = "spring";
    const site = await staticSite({ folder: join(folder, "site"), season: () => now });
    const seasonal = new Hono().use(site.serve);
    const inSeason = await seasonal.request("/ja/");
    expect(await inSeason.text()).toBe("<p>春");
    expect((await seasonal.request("/ja/season/spring/")).status).toBe(404);
    now = "unknown";
    expect(await (await seasonal.request("/ja/")).text()).toBe("<p>日本語");
    now = undefined;
    const after = await seasonal.request("/ja/", {
      headers: { "if-none-match": inSeason.headers.get("etag") ?? "" },
    });
    expect([after.status, await after.text()]).toEqual([200, "<p>日本語"]);
  });

  it("serves only what a role is allowed to", async () => {
    const site = await staticSite({
      folder: join(folder, "site"),
      allow: (path) => path.startsWith("/_astro/"),
    });
    const desk = new Hono().use(site.serve);
    expect((await desk.request("/_astro/a.HASH.css")).status).toBe(200);
    expect((await desk.request("/ja/")).status).toBe(404);
  });
});

describe("a season", () => {
  const seasons = [
    { code: "spring", from: "05-07", to: "06-06" },
    { code: "newYear", from: "12-28", to: "01-04" },
  ];

  it.each([
    ["2026-05-06T14:59:59Z", undefined],
    ["2026-05-06T15:00:00Z", "spring"],
    ["2026-06-06T14:59:59Z", "spring"],
    ["2026-06-06T15:00:00Z", undefined],
    ["2026-12-31T12:00:00Z", "newYear"],
    ["2027-01-04T12:00:00Z", "newYear"],
    ["2027-01-05T12:00:00Z", undefined],
  ])("at %s is %s in Tokyo", (now, code) => {
    expect(seasonOn(new Date(now), seasons, "Asia/Tokyo")).toBe(code);
  });
});

describe("the file cache", () => {
  it("holds no more than its bound, dropping the one unused for longest", async () => {
    const names = ["one", "two", "three"].map((name) => join(folder, name));
    for (const name of names) await writeFile(name, "0123456789");
    const cache = fileCache(20);
    const [one = "", two = "", three = ""] = names;
    const first = await cache.load(one, "identity");
    const second = await cache.load(two, "identity");
    expect(await cache.load(one, "identity")).toBe(first);
    await cache.load(three, "identity");
    expect(await cache.load(one, "identity")).toBe(first);
    expect(await cache.load(two, "identity")).not.toBe(second);
  });
});

describe("the choice of an encoding", () => {
  const all = new Set<Encoding>(["br", "gzip", "identity"]);

  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["br", "br"],
    ["gzip, br;q=0", "gzip"],
    ["BR ; q=0.0, *", "gzip"],
    ["*", "br"],
    ["identity", "identity"],
    ["br;q=0, gzip;q=0", "identity"],
  ])("of %j is %s", (header, encoding) => {
    expect(chooseEncoding(header, all)).toBe(encoding);
  });

  it("is never one the file does not have", () => {
    expect(chooseEncoding("br, gzip", new Set<Encoding>(["identity"]))).toBe("identity");
  });
});
