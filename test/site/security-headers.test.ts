import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { type HeaderOptions, securityHeaders } from "../../functions/security-headers.ts";

function appWith(options: Partial<HeaderOptions> = {}): Hono {
  const app = new Hono();
  app.use(securityHeaders({ publicUrl: "https://line.example", requestId: () => "id-1", ...options }));
  app.get("/page", (c) => c.html("<p>page"));
  app.get("/file", () => new Response("file", { headers: { "cache-control": "public, max-age=9" } }));
  app.get("/away", () => Response.redirect("https://line.example/"));
  app.get("/broken", () => {
    throw new Error("broken");
  });
  app.get("/id", (c) => c.text(c.get("requestId")));
  app.onError((_, c) => c.text("sorry", 500));
  return app;
}

function directives(policy: string | null): Map<string, string> {
  return new Map(
    (policy ?? "").split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]),
  );
}

describe("security headers", () => {
  it.each(["/page", "/file", "/away", "/broken", "/nothing"])("stand on the answer to %s", async (path) => {
    const { headers } = await appWith().request(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("x-request-id")).toBe("id-1");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("let nothing in but our own files, no inline code, no frame and no HTML from strings", async () => {
    const { headers } = await appWith().request("/page");
    const policy = directives(headers.get("content-security-policy"));
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("require-trusted-types-for")).toBe("'script'");
    expect(policy.get("trusted-types")).toBe("'none'");
    for (const [name, value] of policy) {
      if (name.endsWith("-src") || name === "form-action")
        expect(["'none'", "'self'"], name).toContain(value);
    }
  });

  it("turn every feature of the device off, but passkeys at the desk", async () => {
    const publicSide = (await appWith().request("/page")).headers.get("permissions-policy") ?? "";
    expect(publicSide.split(", ").every((feature) => feature.endsWith("=()"))).toBe(true);
    expect(publicSide).toContain("geolocation=()");
    const desk = (await appWith({ passkeys: true }).request("/page")).headers.get("permissions-policy") ?? "";
    expect(desk.split(", ").filter((feature) => !feature.endsWith("=()"))).toEqual([
      "publickey-credentials-create=(self)",
      "publickey-credentials-get=(self)",
    ]);
  });

  it("ask for https only where the address is https", async () => {
    const secure = (await appWith().request("/page")).headers;
    const plain = (await appWith({ publicUrl: "http://127.0.0.1:8080" }).request("/page")).headers;
    expect(secure.get("strict-transport-security")).toMatch(/^max-age=\d{8}$/);
    expect(secure.get("content-security-policy")).toContain("upgrade-insecure-requests");
    expect(plain.get("strict-transport-security")).toBeNull();
    expect(plain.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  });

  it("forbid storing an answer that says nothing about it", async () => {
    expect((await appWith().request("/page")).headers.get("cache-control")).toBe("no-store");
    expect((await appWith().request("/broken")).headers.get("cache-control")).toBe("no-store");
    expect((await appWith().request("/file")).headers.get("cache-control")).toBe("public, max-age=9");
  });

  it("name each request for the log and the answer alike, whatever the sender calls it", async () => {
    const answer = await appWith({ requestId: () => "ours" }).request("/id", {
      headers: { "x-request-id": "theirs" },
    });
    expect([await answer.text(), answer.headers.get("x-request-id")]).toEqual(["ours", "ours"]);
  });
});
