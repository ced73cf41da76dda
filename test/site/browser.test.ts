import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findTelling } from "../../src/browser/find-telling.ts";
import { hasPlace } from "../../src/browser/photo-place.ts";
import { language } from "../../src/i18n/strings.ts";

const kinds = (text: string, locale: "ja" | "en") =>
  findTelling(text, language(locale).t.report.helper.phrases).map(({ kind }) => kind);

describe("what could show who wrote a report", () => {
  it.each([
    ["ja", "昨日の夜10時に、私が港で見ました", ["time", "self"]],
    ["ja", "２２：１５ごろ", ["time"]],
    ["ja", "店長から聞いた。私だけが知っている", ["relation", "only"]],
    ["ja", "連絡は 090-1234-5678 まで", ["contact"]],
    ["ja", "夜に、ある人が荷物を運んでいた", []],
    ["ja", "秩父の倉庫、母船から小舟に3時間かけて", []],
    ["en", "Last night at 10 pm I was at the harbour", ["time", "self"]],
    ["en", "My boss told me in secret", ["relation", "only"]],
    ["en", "write to someone@mail.example", ["contact"]],
    ["en", "Miami amber, 3 pallets, container CSQU3054383", []],
  ] as const)("in %s, of “%s”, is %j", (locale, text, expected) => {
    expect(kinds(text, locale)).toEqual(expected);
  });

  it("is quoted with a little of what stands around it, and no more", () => {
    const [found] = findTelling(
      "むかしむかしあるところに、小さな港があり、店長が夜の海をじっと見ていたという話",
      {
        self: ["私が"],
        relation: ["店長"],
        only: ["私だけ"],
        time: ["時ちょうど"],
      },
    );
    expect(found?.quotes).toEqual(["…ころに、小さな港があり、店長が夜の海をじっと見ていた…"]);
  });

  it("is looked for as it stands, whatever signs a phrase holds", () => {
    const phrases = { self: ["i (me)"], relation: ["a.b"], only: ["x"], time: ["y"] };
    expect(findTelling("axb and I (me)", phrases).map(({ kind }) => kind)).toEqual(["self"]);
  });
});

describe("a photo's own record of the place", () => {
  const photo = (exif?: Record<string, Record<string, string>>) => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#456" } });
    return (exif ? picture.withExif(exif) : picture).jpeg().toBuffer();
  };
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 40/1 0/1" } };

  it("is seen where it is, and not where there is none", async () => {
    expect(hasPlace(view(await photo(place)))).toBe(true);
    expect(hasPlace(view(await photo({ IFD0: { Model: "Camera" } })))).toBe(false);
    expect(hasPlace(view(await photo()))).toBe(false);
  });

  it("is looked for without harm in a file cut short anywhere, or of another kind", async () => {
    const whole = await photo(place);
    for (let length = 0; length < Math.min(whole.length, 600); length += 1)
      expect([true, false]).toContain(hasPlace(view(whole.subarray(0, length))));
    expect(hasPlace(view(new TextEncoder().encode("not a photo")))).toBe(false);
  });
});
