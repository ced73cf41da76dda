import fc from "fast-check";
import { expect, test } from "vitest";
import { allowedFields, codeOf, createLogger, LOG_KEYS, placeOf } from "../../functions/log.ts";

function logged(
  write: (log: ReturnType<typeof createLogger>) => void,
  level = "info",
): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger({ role: "public", level }, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test("a line has its time, role, message and the allowed fields, and nothing of the machine", () => {
  const [line] = logged((log) => log.info({ status: 201, route: "/api/tips", ms: 3 }, "answered"));
  expect(line).toMatchObject({ role: "public", status: 201, route: "/api/tips", ms: 3, msg: "answered" });
  expect(Object.keys(line ?? {}).sort()).toEqual(["level", "ms", "msg", "role", "route", "status", "time"]);
});

test("a field that is not on the list is dropped, whatever it holds", () => {
  const careless = {
    text: "シャブ",
    url: "/api/tips?x=1",
    userAgent: "Mozilla",
    phone: "+815000000000",
    ip: "192.0.2.1",
    id: "a1",
  };
  expect(allowedFields(careless)).toEqual({ id: "a1" });
});

test.each([
  "+81 50-0000-0000",
  "05000000000",
  "192.0.2.17",
  "2001:db8::1 port 4",
  "name@customs.example",
  "a boat came in",
  "覚醒剤",
  "1234567890123456",
  "x".repeat(101),
])("%s is dropped even under a name on the list", (value) => {
  expect(allowedFields({ code: value })).toEqual({ code: "dropped" });
});

test.each(["ECONNREFUSED", "23505", "/twilio/voice/:step", "functions/store/tips.ts:12:3", "SK-2026-000123"])(
  "%s is kept, as ids, codes and routes are",
  (value) => {
    expect(allowedFields({ code: value })).toEqual({ code: value });
  },
);

test("a UUID and an id of the telephone provider are kept, though they may hold many digits in a row", () => {
  const ids = { tipId: "01234567-8901-7234-8567-890123456789", id: `CA${"0123456789abcdef".repeat(2)}` };
  expect(allowedFields(ids)).toEqual(ids);
});

test("no sentence, list or object passes, under any allowed name", () => {
  const value = fc.oneof(
    fc.string({ minLength: 1 }).map((words) => `${words} ${words}`),
    fc.array(fc.string()),
    fc.object(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...LOG_KEYS), value, (key, anything) => {
      const kept = allowedFields({ [key]: anything });
      expect(kept[key] ?? "dropped").toBe("dropped");
    }),
  );
});

test("an error gives its code or class and its place in our files, never its message", () => {
  const error = Object.assign(new Error("duplicate key (words)=(a tip)"), { code: "23505" });
  expect(codeOf(error)).toBe("23505");
  expect(codeOf(new TypeError("a tip"))).toBe("TypeError");
  expect(codeOf("a tip")).toBe("unknown");
  const placed = new Error("a tip");
  placed.stack =
    "Error: a tip\n    at node_modules/functions/x.ts:1:1\n    at go (/srv/functions/store/tips.ts:12:3)";
  expect(placeOf(placed)).toBe("functions/store/tips.ts:12:3");
  expect(placeOf(error)).toBe("unknown");
});

test("a level below the one asked for is silent", () => {
  expect(logged((log) => log.info({}, "quiet"), "warn")).toEqual([]);
});
