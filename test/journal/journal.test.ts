import { randomUUID } from "node:crypto";
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeSegment, encodeRecord } from "../../functions/journal/codec.ts";
import type { RecordingEntry } from "../../functions/service/ports.ts";
import { submitTip } from "../../functions/service/tips/submit-tip.ts";
import { connect } from "../../functions/store/connect.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { testIntake } from "../support/intake.ts";

const nowhere = "postgres://nobody@127.0.0.1:1/none";

let database: TestDatabase;
let owner: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.url);
});
afterAll(async () => {
  await owner?.close();
  await database?.drop();
});

const tip = (text: string, idempotencyKey: string = randomUUID()) => ({
  channel: "web" as const,
  idempotencyKey,
  report: { locale: "ja" as const, text, goods: [] },
});

const rows = async (receiptHash: Uint8Array) =>
  owner.db.selectFrom("tips").select("id").where("receipt_hash", "=", Buffer.from(receiptHash)).execute();

describe("the journal while the database is away", () => {
  it("keeps an acknowledged tip on disk, answers its repeats, and drains once the database is back", async () => {
    const intake = await testIntake(database, { databaseUrl: nowhere });
    const submission = tip("夜の漁港に知らない船");
    const first = await submitTip(intake.ctx, submission);
    const again = await submitTip(intake.ctx, submission);
    expect(again).toMatchObject({ receipt: first.receipt, again: true });
    expect(intake.journal.status()).toMatchObject({ waiting: 1 });
    expect(await rows(intake.ctx.keys.hashReceipt(first.receipt))).toHaveLength(0);

    await intake.reopen();
    await intake.drained();
    expect(await rows(intake.ctx.keys.hashReceipt(first.receipt))).toEqual([{ id: first.id }]);
    expect(await readdir(join(intake.dataDir, "journal")), "nothing is left behind").toEqual([]);
    await intake.remove();
  });

  it("takes a repeat that it cannot recognise and merges it later", async () => {
    const away = await testIntake(database, { databaseUrl: nowhere });
    const submission = tip("同じ話を二度");
    const first = await submitTip(away.ctx, submission);
    await away.reopen();
    await away.drained();
    // A restart with the database away again: neither memory nor database knows the key.
    await away.reopen(nowhere);
    const second = await submitTip(away.ctx, submission);
    expect(second.receipt).toBe(first.receipt);
    const other = await submitTip(away.ctx, { ...tip("別の話", submission.idempotencyKey) }).catch(
      () => undefined,
    );
    expect(other, "other words under a waiting key are refused").toBeUndefined();
    await away.reopen();
    await away.drained();
    expect(await rows(away.ctx.keys.hashReceipt(first.receipt))).toEqual([{ id: first.id }]);
    await away.remove();
  });

  it("keeps other words under one key as a tip of their own when it learns of the clash too late", async () => {
    const away = await testIntake(database);
    const submission = tip("先の言葉");
    const first = await submitTip(away.ctx, submission);
    await away.drained();
    await away.reopen(nowhere);
    const second = await submitTip(away.ctx, tip("後の言葉", submission.idempotencyKey));
    await away.reopen();
    await away.drained();
    const kept = await rows(away.ctx.keys.hashReceipt(first.receipt));
    expect(kept.map((row) => row.id).sort()).toEqual([first.id, second.id].sort());
    await away.remove();
  });
});

describe("the journal after a crash", () => {
  it("passes over a torn tail and takes up every whole record", async () => {
    const intake = await testIntake(database, { databaseUrl: nowhere });
    const accepted = await Promise.all(["一", "二", "三"].map((text) => submitTip(intake.ctx, tip(text))));
    await intake.close(0);
    const folder = join(intake.dataDir, "journal");
    const [name = ""] = await readdir(folder);
    await appendFile(join(folder, name), Buffer.from([0, 0, 1, 0, 9, 9, 9, 9, 1, 2, 3]));
    await intake.reopen();
    await intake.drained();
    for (const { id, receipt } of accepted) {
      expect(await rows(intake.ctx.keys.hashReceipt(receipt))).toEqual([{ id }]);
    }
    await intake.remove();
  });

  it("sets a damaged segment aside after taking what can be read", async () => {
    const intake = await testIntake(database, { databaseUrl: nowhere });
    const first = await submitTip(intake.ctx, tip("読める"));
    await submitTip(intake.ctx, tip("壊れる"));
    await submitTip(intake.ctx, tip("その後"));
    await intake.close(0);
    const folder = join(intake.dataDir, "journal");
    const [name = ""] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    const { records } = decodeSegment(bytes);
    const second = records[1];
    if (!second) throw new Error("three records were written");
    bytes[second.position + 20] = (bytes[second.position + 20] ?? 0) ^ 0xff;
    await writeFile(join(folder, name), bytes);
    await intake.reopen();
    await intake.drained();
    expect(await rows(intake.ctx.keys.hashReceipt(first.receipt))).toEqual([{ id: first.id }]);
    expect(await readdir(folder)).toEqual([`${name}.damaged`]);
    expect(intake.logs.map((line) => line.fields.code)).toContain("journal_damaged");
    await intake.remove();
  });
});

describe("a journal segment", () => {
  const entry = (seconds: number, hash: Uint8Array): RecordingEntry => ({
    kind: "recording",
    id: "01900000-0000-7000-8000-000000000000",
    at: "2026-11-20T00:00:00.000Z",
    tipIdemHash: hash,
    recordingSid: "RE0",
    callSid: "CA0",
    seconds,
  });
  const entries = fc.array(fc.record({ seconds: fc.nat(), hash: fc.uint8Array({ maxLength: 64 }) }), {
    maxLength: 8,
  });

  it("reads back what was written, byte for byte", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const written = list.map(({ seconds, hash }) => entry(seconds, hash));
        const { records, end } = decodeSegment(Buffer.concat(written.map(encodeRecord)));
        expect(end).toBe("whole");
        const plain = records.map((record) => record.entry as RecordingEntry);
        expect(plain.map((read) => ({ ...read, tipIdemHash: [...read.tipIdemHash] }))).toEqual(
          written.map((read) => ({ ...read, tipIdemHash: [...read.tipIdemHash] })),
        );
      }),
    );
  });

  it("never yields a record that was not written, wherever it is cut", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, cut) => {
        const bytes = Buffer.concat(list.map(({ seconds, hash }) => encodeRecord(entry(seconds, hash))));
        const { records, end } = decodeSegment(
          bytes.subarray(0, bytes.length === 0 ? 0 : cut % bytes.length),
        );
        expect(records.length).toBeLessThanOrEqual(list.length);
        expect(end).not.toBe("damaged");
        records.forEach((record, at) => {
          expect((record.entry as RecordingEntry).seconds).toBe(list[at]?.seconds);
        });
      }),
    );
  });
});
