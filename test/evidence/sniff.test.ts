import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanImage } from "../../functions/evidence/clean-image.ts";
import { sniffFile } from "../../functions/evidence/sniff.ts";

/** A zip archive of stored files. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, title, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, title]));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, entries, end]);
}

const office = (type: string) =>
  zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`,
    "main.xml": "<main/>",
  });
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const opus = Buffer.concat([Buffer.from("OggS\0\x02"), Buffer.alloc(22), Buffer.from("OpusHead\x01\x02")]);
const isoMedia = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`),
    Buffer.alloc(64),
  ]);

describe("what a file is, by its content", () => {
  it.each<[string, Buffer, string]>([
    ["a spreadsheet", office(sheet), sheet],
    ["a sound file", opus, "audio/ogg"],
    ["a telephone's picture that cannot be re-encoded here", isoMedia("heic"), "image/heic"],
    ["a video", isoMedia("isom"), "video/mp4"],
    ["text", Buffer.from("青海埠頭で見た\n"), "text/plain"],
    [
      "Japanese text of an older program",
      Buffer.from([0x90, 0xc2, 0x8a, 0x43, 0x95, 0x75, 0x93, 0xaa, 0x0d, 0x0a]),
      "text/plain",
    ],
  ])("%s is taken as a file", async (_what, bytes, mediaType) => {
    expect(await sniffFile(bytes)).toEqual({ class: "file", mediaType });
  });

  it.each<[string, Buffer]>([
    ["an archive", zip({ "a.txt": "a" })],
    ["a document with macros", office("application/vnd.ms-word.document.macroEnabled")],
    ["a Linux program", Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(200)])],
    ["an old binary document", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["text with control characters", Buffer.from("a\u0007b")],
    ["nothing but space", Buffer.from(" \n ")],
  ])("%s is not taken", async (_what, bytes) => {
    expect(await sniffFile(bytes)).toEqual({ class: "unsupported" });
  });
});

describe("pictures that move or are many", () => {
  it("are shown by their first frame", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 20, height: 10, channels: 3, background } })
        .png()
        .toBuffer();
    const moving = await sharp([await frame("#ff0000"), await frame("#0000ff")], { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await sniffFile(moving)).toEqual({ class: "picture", mediaType: "image/gif" });
    const { bytes } = await cleanImage(moving);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([20, 10]);
    expect(data[0]).toBeGreaterThan(200);
    expect(data[2]).toBeLessThan(50);
  });

  it("wait for each other, and one that is broken does not stop the next", async () => {
    const good = await sharp({ create: { width: 30, height: 30, channels: 3, background: "#fff" } })
      .jpeg()
      .toBuffer();
    const results = await Promise.allSettled([
      cleanImage(Buffer.from("no picture")),
      cleanImage(good),
      cleanImage(good.subarray(0, 100)),
      cleanImage(good),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  });
});
