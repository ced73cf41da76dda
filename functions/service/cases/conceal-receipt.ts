import { formatLookup } from "../../domain/receipts/lookup-code.ts";
import { Receipt } from "../../domain/receipts/receipt.ts";
import type { StaffContext } from "../staff-context.ts";

/**
 * What is looked for, as it may stand in an address: for a receipt the code that finds its tip, anything else as it was
 * typed. A receipt lets whoever has it read and write as the reporter, so it goes into no history and no log.
 */
export function concealReceipt({ receipts }: Pick<StaffContext, "receipts">, q: string): string {
  const receipt = Receipt.safeParse(q);
  return receipt.success ? formatLookup(receipts.lookup(receipt.data)) : q;
}
