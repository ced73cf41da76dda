import { randomUUID } from "node:crypto";
import type { LoadRequest } from "./load.ts";

const scenes = [
  "今夜、横浜港にシャブの入ったコンテナ CSQU 305438-3 が着くと倉庫で聞きました。奥の冷凍魚の箱だそうです。迎えの車は白いワンボックスです。",
  "Tomorrow night a reefer container CSQU3054383 lands at Kobe. The consignee is a new company and the driver was told not to open the last four pallets.",
  "漁港で夜中に灯りをつけない船が小さい船に横付けして、袋をいくつも渡していました。車は県外ナンバーのレンタカーです。二週続けて見ました。",
  "Ngày mai có một kiện hàng từ nước ngoài gửi đến Osaka, bên trong có ma túy giấu trong loa. Tôi nghe người nhận nói chuyện điện thoại.",
];

/** A report as the form would send it, unlike any other: a few hundred bytes of words and a key of its own. */
export function tipRequest(n: number): LoadRequest {
  const body = JSON.stringify({
    locale: n % 4 === 1 ? "en" : "ja",
    text: `${scenes[n % scenes.length]} (${n})`,
    goods: n % 3 === 0 ? ["stimulants"] : [],
    place: n % 2 === 0 ? "港の東側の倉庫" : undefined,
    when: "今夜",
    idempotencyKey: randomUUID(),
  });
  return { path: "/api/tips", headers: { "content-type": "application/json" }, body };
}
