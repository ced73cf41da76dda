import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTranslator } from "../../functions/translate/libre-translator.ts";

let server: Server;
let url: string;
let status = 200;
let answer: object = { translatedText: "船" };
const asked: { path: string | undefined; body: Record<string, string> }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      asked.push({ path: request.url, body: JSON.parse(text) });
      response.writeHead(status, {
        "content-type": "application/json",
        location: "http://elsewhere.example/",
      });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => server?.close());
beforeEach(() => {
  status = 200;
  answer = { translatedText: "船" };
  asked.length = 0;
});

describe("a LibreTranslate server", () => {
  it("is asked for plain text under its own names of languages, with the key of its address", async () => {
    const keyed = createTranslator(url.replace("//", "//:se%2Fcret@"));
    expect(await keyed.translate("barco", { from: "pt-BR", to: "ja" })).toEqual({ kind: "done", text: "船" });
    await createTranslator(`${url}/api/`).translate("舟", { from: "zh-Hant", to: "en" });
    expect(asked).toEqual([
      {
        path: "/translate",
        body: { q: "barco", source: "pt", target: "ja", format: "text", api_key: "se/cret" },
      },
      { path: "/api/translate", body: { q: "舟", source: "zt", target: "en", format: "text" } },
    ]);
  });

  it("that does not know a language, fails, answers something else or leads elsewhere is told apart", async () => {
    const { translate } = createTranslator(url);
    const ask = () => translate("x", { from: "km", to: "ja" });
    status = 400;
    expect(await ask()).toEqual({ kind: "unknown_language" });
    status = 500;
    expect(await ask()).toEqual({ kind: "failed", code: "http_500" });
    status = 200;
    answer = { text: "?" };
    expect(await ask()).toEqual({ kind: "failed", code: "not_a_translation" });
    status = 302;
    expect(await ask()).toMatchObject({ kind: "failed" });
    const nobody = createTranslator("http://127.0.0.1:9");
    expect(await nobody.translate("x", { from: "km", to: "ja" })).toMatchObject({ kind: "failed" });
  });
});
