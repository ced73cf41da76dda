import { containerCheckDigit } from "../../functions/domain/identifiers/container.ts";
import type { Report } from "../../functions/domain/intake/report.ts";

/** The same numbers in every run (mulberry32), so that two runs measure the same tips. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Slots = Record<"place" | "goods" | "when" | "car" | "ship" | "code", string>;
interface Tongue {
  locale: Report["locale"];
  scenes: readonly ((slots: Slots) => string)[];
  places: readonly string[];
  goods: readonly string[];
  times: readonly string[];
}

const japanese: Tongue = {
  locale: "ja",
  places: [
    "横浜港",
    "神戸港の六甲アイランド",
    "博多港",
    "名古屋港の飛島ふ頭",
    "成田空港の貨物地区",
    "那覇の漁港",
    "小樽",
    "下関",
  ],
  goods: [
    "覚醒剤",
    "シャブ",
    "大麻",
    "金塊",
    "拳銃",
    "コカイン",
    "たばこ",
    "偽ブランドの時計",
    "何か分からない白い粉",
  ],
  times: ["今夜", "明日の朝", "来週の火曜", "先月", "25日の夜", "三日前"],
  scenes: [
    (s) =>
      `${s.when}、${s.place}に${s.goods}の入ったコンテナ ${s.code} が着くと倉庫で聞きました。迎えの車は${s.car}です。`,
    (s) =>
      `${s.place}で${s.when}、${s.ship}から小さい船に袋を渡しているのを見ました。中身は${s.goods}だと思います。`,
    (s) =>
      `知り合いに${s.goods}を受け取ってくれと頼まれました。${s.when}に${s.place}へ行くことになっています。車は${s.car}。`,
    (s) =>
      `${s.place}の冷凍倉庫で、奥の四つのパレットだけ開けるなと言われました。伝票の番号は${s.code}。${s.goods}の話も出ました。`,
  ],
};

const english: Tongue = {
  locale: "en",
  places: [
    "Yokohama",
    "the port of Kobe",
    "Hakata",
    "Narita cargo",
    "Naha",
    "a fishing port near Shimonoseki",
    "Osaka Nanko",
  ],
  goods: [
    "meth",
    "cocaine",
    "gold bars",
    "handguns",
    "cannabis",
    "cigarettes without stamps",
    "fake watches",
  ],
  times: ["tonight", "tomorrow morning", "next Tuesday", "last month", "on the 25th", "three days ago"],
  scenes: [
    (s) =>
      `Container ${s.code} lands at ${s.place} ${s.when}. I was told there is ${s.goods} behind the frozen fish. The van is ${s.car}.`,
    (s) =>
      `I work at a warehouse in ${s.place}. ${s.when} men unloaded bags from ${s.ship} without papers. I think it was ${s.goods}.`,
    (s) =>
      `A friend asked me to carry a suitcase to ${s.place} ${s.when}. Someone said it is ${s.goods}. The driver has ${s.car}.`,
  ],
};

const vietnamese: Tongue = {
  locale: "vi",
  places: ["Osaka", "cảng Kobe", "Nagoya", "Fukuoka", "sân bay Narita"],
  goods: ["ma túy đá", "cần sa", "vàng miếng", "súng", "thuốc lá lậu"],
  times: ["tối nay", "ngày mai", "tuần sau", "tháng trước"],
  scenes: [
    (s) =>
      `${s.when} có một kiện hàng gửi đến ${s.place}, bên trong có ${s.goods} giấu trong loa. Xe của họ là ${s.car}.`,
    (s) =>
      `Tôi làm ở kho ${s.place}. Họ bảo không được mở công ten nơ ${s.code}. Tôi nghe nói có ${s.goods} ${s.when}.`,
  ],
};

const chinese: Tongue = {
  locale: "zh-hans",
  places: ["横滨港", "大阪", "成田机场", "福冈", "冲绳"],
  goods: ["冰毒", "大麻", "黄金", "手枪", "假烟"],
  times: ["今天晚上", "明天", "下周二", "上个月"],
  scenes: [
    (s) => `${s.when}${s.place}会到一个集装箱 ${s.code},里面藏着${s.goods}。接货的车是${s.car}。`,
    (s) => `有人让我${s.when}去${s.place}取一个包裹,我怀疑是${s.goods}。船名是${s.ship}。`,
  ],
};

const korean: Tongue = {
  locale: "ko",
  places: ["요코하마항", "오사카", "하카타항", "나리타 공항"],
  goods: ["필로폰", "대마", "금괴", "권총", "담배"],
  times: ["오늘 밤", "내일", "다음 주 화요일", "지난달"],
  scenes: [
    (s) =>
      `${s.when} ${s.place}에 ${s.goods}이 든 컨테이너 ${s.code}가 도착한다고 들었습니다. 차는 ${s.car}입니다.`,
    (s) => `${s.place} 창고에서 ${s.when} ${s.ship}에서 내린 자루를 보았습니다. ${s.goods} 같습니다.`,
  ],
};

const spanish: Tongue = {
  locale: "es",
  places: ["Nagoya", "el puerto de Yokohama", "Kobe", "el aeropuerto de Narita"],
  goods: ["cocaína", "metanfetamina", "oro", "pistolas"],
  times: ["esta noche", "mañana", "el martes que viene", "el mes pasado"],
  scenes: [
    (s) =>
      `${s.when} llega a ${s.place} el contenedor ${s.code} con ${s.goods} escondida. El coche es ${s.car}.`,
    (s) =>
      `Un compañero de ${s.place} me pidió recibir un paquete ${s.when}. Creo que hay ${s.goods} dentro. El barco se llama ${s.ship}.`,
  ],
};

/** Roughly as a line in Japan is used: most in Japanese, a fifth in English, the rest shared. */
const tongues: readonly Tongue[] = [
  ...Array<Tongue>(12).fill(japanese),
  ...Array<Tongue>(4).fill(english),
  vietnamese,
  chinese,
  korean,
  spanish,
];

const letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** An invented report; every thirtieth holds no more than a few words, as real ones do. */
export function inventReport(random: () => number): Omit<Report, "contact"> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const tongue = pick(tongues);
  if (random() < 1 / 30)
    return { locale: tongue.locale, text: pick(["test", "あああ", "???", "ok"]), goods: [] };
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const owner = `${pick([...letters])}${pick([...letters])}${pick([...letters])}U${digits(6)}`;
  const slots: Slots = {
    place: pick(tongue.places),
    goods: pick(tongue.goods),
    when: pick(tongue.times),
    car: `${pick(["品川", "横浜", "なにわ", "神戸", "福岡"])} ${digits(3)} ${pick([..."あきさつはみ"])} ${digits(2)}-${digits(2)}`,
    ship: pick([
      `第${digits(2)}大漁丸`,
      `M/V ${pick(["Ocean", "Pacific", "Eastern", "Golden"])} ${pick(["Star", "Dawn", "Trader", "Lily"])}`,
    ]),
    code: `${owner}${containerCheckDigit(owner)}`,
  };
  const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(tongue.scenes)(slots));
  return { locale: tongue.locale, text: sentences.join(" "), goods: [] };
}

/** A text of exactly `length` characters in several languages. */
export function inventText(random: () => number, length: number): string {
  let text = "";
  while (text.length < length) text += `${inventReport(random).text}\n`;
  return text.slice(0, length);
}
