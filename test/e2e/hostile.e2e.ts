import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { routePermits } from "../../functions/staff/route-permits.ts";
import { hostileWords } from "../examples/hostile/hostile.ts";
import { type AnsweringServer, startAnsweringServer } from "../support/answering-server.ts";
import { press, talk } from "../support/fake-twilio/fake-twilio.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";
import { command, type DeskWithLine, inviteSupervisor, postJson, startDeskWithLine } from "./desk-program.ts";

/** Each string with a mark of its own; a script that runs calls `ran`, which the page is given. */
const marked = (mark: string) =>
  hostileWords(mark, "ran()").map((each, index) => ({
    ...each,
    words: each.words.replaceAll(mark, `${mark}${index}Q`),
  }));
const corpus = marked("MARK");
/** What a partner body sends, and what a machine hears on a recording. */
const relayed = marked("PART");
const heard = marked("HEARD");
const marks = /(?:MARK|PART|HEARD)\d+Q/g;

let program: DeskWithLine;
let smtp: TestSmtp;
let listener: AnsweringServer;
let authorization: string;
/** What the page did that no page of the desk does. */
const misdeeds: string[] = [];

test.describe.configure({ mode: "serial", timeout: 400_000 });
test.use({ locale: "en-GB" });

const api = async (path: string, body?: object): Promise<Response> =>
  fetch(`${program.staffUrl}/staff/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { authorization, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

async function tipsOf(lane: string, filter = ""): Promise<string[]> {
  const ids: string[] = [];
  let cursor = "";
  do {
    const page = (await (await api(`/tips?lane=${lane}${filter}&limit=200&cursor=${cursor}`)).json()) as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? "";
  } while (cursor !== "");
  return ids;
}

const allTips = async (): Promise<string[]> =>
  (await Promise.all(["queue", "quarantine", "set_aside"].map((lane) => tipsOf(lane)))).flat();

/** Watches everything that a page must not do. */
async function watch(page: Page): Promise<void> {
  await page.exposeFunction("ran", () => misdeeds.push(`a script ran on ${page.url()}`));
  page.on("dialog", async (dialog) => {
    misdeeds.push(`a dialog on ${page.url()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(`${program.staffUrl}/`) && !request.url().startsWith("data:"))
      misdeeds.push(`asked for ${new URL(request.url()).host} on ${page.url()}`);
  });
  page.on("pageerror", (error) => misdeeds.push(`${error.message} on ${page.url()}`));
  page.on("console", (message) => {
    if (/content security policy|trusted/i.test(message.text()))
      misdeeds.push(`${message.text()} on ${page.url()}`);
  });
}

test.beforeAll(async () => {
  smtp = await startSmtp();
  listener = await startAnsweringServer(() => ({
    body: {
      language: "japanese",
      text: heard.map(({ words }) => words).join(" "),
      segments: heard.map(({ words }, at) => ({
        start: at,
        end: at + 1,
        text: words,
        avg_logprob: -0.2,
        no_speech_prob: 0,
      })),
      words: heard.map(({ words }, at) => ({ word: words, start: at, end: at + 0.5, probability: 0.3 })),
    },
  }));
  program = await startDeskWithLine({
    SMTP_URL: smtp.url,
    MAIL_FROM: "Tip line <line@customs.example>",
    DESK_MAIL: "desk@customs.example",
    TRANSCRIBE_URL: listener.url,
  });
});
test.afterAll(async () => {
  await program?.stop();
  await Promise.all([smtp?.close(), listener?.stop()]);
});

test("hostile words in every field that a stranger can fill are taken, or refused with an answer", async ({
  page,
}) => {
  const key =
    /\S{40,}/.exec(await command(program, "partner", "create", "--name", "=1+1 <b>協会</b>"))?.[0] ?? "";
  for (const [index, { name, words }] of corpus.entries()) {
    const sent = asSent(words);
    const json = await postJson(program, "/api/tips", {
      locale: "en",
      ...sent,
      idempotencyKey: randomUUID(),
    });
    expect(json.status, name).toBe(201);
    const answers: Record<string, Response> = {
      locale: await postJson(program, "/api/tips", {
        ...sent,
        locale: words,
        idempotencyKey: words,
        goods: [words],
      }),
      partner: await postJson(
        program,
        "/partner/v1/tips",
        { ...asSent(relayed[index]?.words ?? ""), idempotencyKey: randomUUID() },
        { authorization: `Bearer ${key}` },
      ),
      receipt: await postJson(program, "/api/follow-up", { receipt: words }),
      form: await fetch(`${program.publicUrl}/ja/report/`, {
        method: "POST",
        body: multipart(words),
        headers: { origin: program.publicUrl },
      }),
    };
    for (const [channel, answer] of Object.entries(answers))
      expect(answer.status, `${channel} ${name}`).toBeLessThan(500);
    const { receipt } = (await json.json()) as { receipt: string };
    const added = await postJson(program, "/api/follow-up/messages", {
      receipt,
      text: words,
      idempotencyKey: randomUUID(),
    });
    expect([200, 201, 202, 429], name).toContain(added.status);
    const message = await program.twilio.message(words, { from: words.slice(0, 90) });
    expect(message.status, `sms ${name}`).toBe(200);
  }
  await program.twilio.message("<b>MARKsms</b>", {
    media: [{ sid: `ME${"c".repeat(32)}`, type: "text/html", bytes: Buffer.from("<script>ran()</script>") }],
  });
  await program.twilio.call([press("1"), talk(3)], `"><script>ran()</script>`);
  // Twilio sends digits. What says that it is Twilio may send anything.
  for (const { words } of corpus.slice(0, 6))
    await program.twilio.call([...toTheBox, press(words), press(words)]);
  await page.goto("about:blank");
});

/** In English, asked, and then the number of a box by keypad. */
const toTheBox = [press("2"), press("2"), talk(3), press("0"), press("0"), press("2")];

/** In every field that holds words; a day and a box make it urgent, so that a mail goes out. */
const asSent = (words: string) => ({
  text: `${words} 今夜、横浜港に覚醒剤の入ったコンテナ CSQU 305438-3 が着く`,
  ...{ place: words, when: words, how: words, who: words, contact: words },
});

function multipart(words: string): FormData {
  const form = new FormData();
  for (const field of ["text", "place", "when", "how", "who", "contact", "goods", "transport", "locale"])
    form.append(field, words);
  form.append(
    "files",
    new Blob(["<script>ran()</script>"], { type: "text/html" }),
    `${words.slice(0, 80)}.html`,
  );
  form.append(
    "files",
    new Blob(["plain words"], { type: words.includes("\u0000") ? "" : "text/plain" }),
    "=1+1.txt",
  );
  return form;
}

test("every page of the desk shows them as the words they are, and does nothing that they say", async ({
  page,
}) => {
  await inviteSupervisor(page, program, "night@customs.example");
  authorization = `Bearer ${await command(program, "staff", "token", "--email", "night@customs.example")}`;
  await watch(page);
  // The watch itself: what a hostile word would make of the page, made on purpose, is noticed.
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "https://evil.example/x.png";
    document.body.append(picture);
  });
  await expect.poll(() => misdeeds.length).toBeGreaterThan(0);
  misdeeds.length = 0;
  await expect
    .poll(async () => (await allTips()).length, { timeout: 60_000 })
    .toBeGreaterThan(corpus.length * 2);
  const tips = await allTips();
  const [first = ""] = tips;
  for (const { words } of corpus) await api(`/tips/${first}/note`, { text: words, visible: "all" });
  for (const { words } of corpus.slice(0, 10)) await api(`/tips/${first}/band`, { band: "B", reason: words });
  const taken = await api(`/tips/${first}/take`, {});
  expect(taken.ok).toBe(true);

  const seen = new Set<string>();
  for (const id of tips) {
    await page.goto(`${program.staffUrl}/staff/tips/${id}/`);
    const text = (await page.getByRole("article").textContent()) ?? "";
    for (const [mark] of text.matchAll(marks)) seen.add(mark);
    // No element and no attribute of theirs came to be.
    const foreign = page.locator(
      "iframe, base, object, embed, svg animate, math, [onerror], [onload], [onclick], [srcdoc]",
    );
    await expect(foreign).toHaveCount(0);
    await expect(
      page.locator('a[href^="javascript:"], form:not([action^="/staff/"]):not([method="dialog"])'),
    ).toHaveCount(0);
  }
  const sent = [...corpus, ...relayed, ...heard].flatMap(({ words }) => words.match(marks)?.[0] ?? []);
  expect(sent.filter((mark) => !seen.has(mark))).toEqual([]);

  const whole = (await (await api(`/tips/${first}`)).json()) as { case: string | null };
  for (const path of Object.keys(routePermits).flatMap((key) =>
    key.startsWith("GET ") ? [key.slice(4)] : [],
  )) {
    const id = path.includes("/cases/") ? (whole.case ?? first) : first;
    const address = `${program.staffUrl}${path.replace(":id", id)}`;
    if (!path.endsWith("/")) continue;
    await page.goto(address);
    await page.goto(`${address}?q=${encodeURIComponent(`"><img src=x onerror=ran()>`)}&tip=${first}`);
  }
  for (const { words } of corpus)
    await page.goto(`${program.staffUrl}/staff/?${new URLSearchParams({ q: words })}`);
  expect(misdeeds).toEqual([]);
});

test("what a program gets is typed as what it is, and no log holds a word of it", async () => {
  const tips = await allTips();
  for (const id of tips.slice(0, 20)) {
    const answer = await api(`/tips/${id}`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const { evidence } = (await answer.json()) as {
      evidence: { href: string | null; mediaType: string | null }[];
    };
    for (const { href } of evidence) {
      if (!href) continue;
      const file = await fetch(`${program.staffUrl}${href}`, { headers: { authorization } });
      expect(file.headers.get("content-type")).toMatch(
        /^(application\/octet-stream|image\/jpeg|audio\/(wav|mpeg))$/,
      );
      expect(file.headers.get("content-disposition")).toMatch(/^(inline|attachment; filename="[\w.-]+")$/);
    }
  }
  expect(program.output()).not.toMatch(/MARK|PART\d|HEARD|evil\.example|ran\(\)/);
});

test("the mails that the worker sent about them hold none of their words", async () => {
  const urgent = await Promise.all(["A", "B"].map((band) => tipsOf("queue", `&band=${band}`)));
  const ids = urgent.flat();
  const told = (id: string) => smtp.mails.some(({ raw }) => raw.includes(id));
  expect(ids.length).toBeGreaterThan(corpus.length / 2);
  await expect.poll(() => ids.filter((id) => !told(id)), { timeout: 60_000 }).toEqual([]);
  for (const { parsed, raw, to } of smtp.mails) {
    expect(to).toEqual(["desk@customs.example"]);
    expect(`${raw} ${parsed.subject} ${parsed.text}`).not.toMatch(
      /MARK|PART\d|HEARD|evil\.example|ran\(|CSQU|覚醒剤/,
    );
    expect(parsed.html).toBe(false);
    expect([...parsed.headers.keys()].filter((name) => /^(?:b?cc|reply-to|x-)/.test(name))).toEqual([]);
  }
});
