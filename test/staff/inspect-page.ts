/** Pages of the desk as they are drawn, looked at for what a stranger's words made of them. */
import { expect } from "vitest";
import { render } from "../site/built.ts";
import { Browser, setUp } from "./browser.ts";
import { staffUrl, type TestDesk, testDesk } from "./desk.ts";

/** A desk that draws its pages, and a supervisor signed in at it whose own name is hostile too. */
export async function drawnDesk(): Promise<{ desk: TestDesk; browser: Browser }> {
  const desk = await testDesk({
    render: (path, locals) => render(new Request(new URL(path, staffUrl)), locals),
  });
  // The set-up's own pages are read as data, over a second door; the officer is then at the drawn ones.
  const data = await desk.withoutPages();
  const officer = new Browser({ ...desk, app: data });
  await setUp({ ...desk, app: data }, officer, {
    role: "supervisor",
    name: `<b>MARK</b>"'><img src=x onerror=alert(1)>`,
  });
  const browser = new Browser(desk);
  for (const [name, value] of officer.cookies) browser.cookies.set(name, value);
  return { desk, browser };
}

export const html = async (answer: Response): Promise<string> => {
  expect(answer.status).toBeLessThan(500);
  return answer.text();
};

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
  "html head meta title link body a header span nav form input button details summary div fieldset legend small aside p main section ul ol li label h1 h2 h3 strong em time article dl dt dd table thead tbody tfoot tr td th q mark bdi br select option textarea footer kbd dialog script audio img canvas output sup h4 desk-again desk-commands desk-keys desk-live desk-recording desk-send desk-session".split(
    " ",
  ),
);

/** Nothing on the page was drawn by anybody but the desk. `at` names the page where something was. */
export function inspect(page: string, at: string): void {
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
