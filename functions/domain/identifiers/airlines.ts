/**
 * Airline designators (IATA two-character, ICAO three-letter) and air waybill prefixes of carriers that fly passengers
 * or cargo in Asia and worldwide. Public designators, compiled by hand; `-` where a carrier has none we know of.
 * A row is `IATA ICAO prefix[,prefix]`.
 */
const ROWS = `
NH ANA 205|JL JAL 131|HD ADO -|7G SFJ -|BC SKY -|6J SNJ -|FW IBX -|NU JTA -|EH AKX -|OC ORC -|JH FDA -|MM APJ 849|GK JJP -|ZG TZP 009
IJ SJO -|NQ AJX -|KZ NCA 933|RC RYC -|HC HAC -|3X JAC -|XM JLJ -|JC JEX -
KE KAL 180|OZ AAR 988|7C JJA 806|TW TWB 722|LJ JNA 718|BX ABL -|ZE ESR -|RS ASV -|RF EOK -|YP APZ -|4V FGW -|KJ AIH 994
CA CCA 999|MU CES 781|CZ CSN 784|HU CHH 880|MF CXA 731|3U CSC 876|ZH CSZ 479|SC CDG 324|FM CSH 774|HO DKH 018|9C CQH 089|GS GCR 826
8L LKE 859|KN CUA 822|JD CBJ 898|EU UEA 811|G5 HXA 987|KY KNA 833|TV TBA 088|NS HBH 836|QW QDA 912|DZ EPA 893|OQ CQN 878|UQ CUH 886
GJ CDC 891|O3 CSS 921|CK CKK 112|Y8 YZR 871|CF CYZ 804|HT AHH -|9H CGN -|PN CHB 847|BK OKA 866|GX CBG 872|AQ JYH 902|RY CJX 989|A6 HTU -|GY CGZ -|I9 CLG -|LT SNG -
CX CPA 160|UO HKE 128|HX CRK 851|LD AHK 288|HB HGB -|RH HKC 828|KA HDA 043|NX AMU 675
CI CAL 297|BR EVA 695|IT TTW 608|JX SJX 189|AE MDA 803|B7 UIA 525
SQ SIA 618|TR TGW 668|3K JSA 375|MI SLK 629|MH MAS 232|AK AXM 807|D7 XAX 843|OD MXD 816|FY FFM -|BA BAW 125
TG THA 217|PG BKP 829|FD AIQ 900|XJ TAX 940|SL TLM 310|VZ TVJ 301|DD NOK 900|WE THD 909|3S AEU -
VN HVN 738|VJ VJC 978|QH BAV 926|BL PIC 550|VU VAG 988
PR PAL 079|5J CEB 203|Z2 APG 457|DG SRQ -|2P GAP 211
GA GIA 126|QZ AWQ 975|JT LNI 990|ID BTK 938|QG CTV 888|XT IDX -|SJ SJY 977|IU SJV -|8B TNU -
K6 KHV 188|KR CBE -|QV LAO 627|8M MMA 599|UB UBA 122|KP - -|7Y MYP -|K7 KBZ -|BI RBA 672|PX ANG 656|FJ FJI 260|SB ACI 063|IE SOL 193
RA RNA 285|H9 HIM 947|YT NYT -|U4 BHA -|N9 SHA -|BG BBC 997|BS UBG 779|VQ NVQ -|AI AIC 098|6E IGO 312|IX AXB 673|UK VTI 228|SG SEJ 775|QP AKJ 140|UL ALK 603|PK PIA 214|PA ABQ -|ER SEP -|B3 BTN -|KB DRK 787|Q2 DQA 986
OM MGL 289|MR MML -|M0 MNG -|SU AFL 555|S7 SBI 421|HZ SHU 598|U6 SVR 262|UT UTA 298|N4 NWS 216|R3 SYL 849|DV ACK -|YK AVJ -|RU ABW 580|FV SDM 195|5N AUL 316|KC KZR 465|DV VSV -|HY UZB 250|KR -  -|TK THY 235|PC PGT 624|HY UZB 250|J2 AHY 771|QN - -|A9 TGZ 606
IR IRA 096|W5 IRM 537|EP IRC 815|QB QSM -|Y9 KIS -|RQ KMF 384|FG AFG 255|IV - -
EK UAE 176|EY ETD 607|QR QTR 157|FZ FDB 141|G9 ABY 514|WY OMA 910|OV OMS 960|GF GFA 072|KU KAC 229|J9 JZR 486|SV SVA 065|F3 FAD -|XY KNE 593|RJ RJA 512|ME MEA 076|LY ELY 114|IA IAW 073|3L ADY -|RX RXI -
MS MSR 077|ET ETH 071|KQ KQA 706|SA SAA 083|AT RAM 147|AH DAH 124|TU TAR 199|WB RWD 459|MK MAU 239|MD MDG 258|HM SEY 061|TC ATC 197|DT DTA 118
LH DLH 020|LX SWR 724|OS AUA 257|SN BEL 082|AF AFR 057|KL KLM 074|AZ ITY 055|AY FIN 105|SK SAS 117|DY NOZ 328|IB IBE 075|UX AEA 996|TP TAP 047|EI EIN 053|VS VIR 932|LO LOT 080|OK CSA 064|RO ROT 281|JU ASL 115|BT BTI 657|FI ICE 108|W6 WZZ -|FR RYR -|U2 EZY -|EW EWG 104|DE CFG 881|NO NOS -|A3 AEE 390|OU CTN 831|PS AUI 566|D0 DHK 936|QY BCS 615|CV CLX 172|C8 ICV 356|MP MPH 129|3V TAY -|ES DHX 155|X3 TUI 617|XQ SXS 564|PF PVV -
UA UAL 016|AA AAL 001|DL DAL 006|HA HAL 173|AS ASA 027|WN SWA 526|B6 JBU 279|NK NKS 487|AC ACA 014|WS WJA 838|TS TSC 649|PD POE 451
FX FDX 023|5X UPS 406|5Y GTI 369|K4 CKS 272|PO PAC 403|3S BOX -|M6 AJT 810|GG KYE -|QT TPA 729|N8 NCR -|CW - -|NC NAC 345
AM AMX 139|4O AIJ 837|Y4 VOI 036|AV AVA 134|LA LAN 045|JJ TAM 957|G3 GLO 127|AD AZU 577|AR ARG 044|CM CMP 230|UC LCO 145|M3 LTG 549|4C ARE 035|LP LPE 544|OB BOV 930|CU CUB 136|P5 RPB -|H2 SKU 605|JA JAT -
QF QFA 081|JQ JST 041|VA VOZ 795|NZ ANZ 086|SB ACI 063|NF AVN 218|TN THT 244|IE SOL 193|KI - -|ON RON 123|GP - -
LQ MKU -|VK LVL -|6Y - -|EO - -|BY TOM 754|MT - -|W4 WMT -|5O ASL -|OX ORB -|MJ - -|TH RMY 539|AV AVA 134|SS CRL 923|BF FBU -|TX FWI 427|TO TVF -|HV TRA -|VY VLG 030|PE PEV -|XC CAI 395`;

const designators = new Set<string>();
const byIcao = new Map<string, string>();
const prefixes = new Set<string>();

for (const row of ROWS.split(/[|\n]/)) {
  const [iata, icao, awb] = row.trim().split(/ +/);
  if (!iata) continue;
  designators.add(iata);
  if (icao && icao !== "-" && !byIcao.has(icao)) byIcao.set(icao, iata);
  for (const prefix of (awb ?? "").split(",")) if (/^[0-9]{3}$/.test(prefix)) prefixes.add(prefix);
}

/** Known two-character airline designators (IATA), e.g. `NH`. */
export const AIRLINES: ReadonlySet<string> = designators;

/** IATA designator by ICAO designator: people read `ANA` or `KAL` off a ticket. */
export const AIRLINE_OF_ICAO: ReadonlyMap<string, string> = byIcao;

/** Known air waybill prefixes (IATA airline accounting codes), e.g. `176`. */
export const AWB_PREFIXES: ReadonlySet<string> = prefixes;

/** Carriers people call by name before a flight number (大韓航空713便), by folded name. Own compilation. */
export const AIRLINE_NAMES: Readonly<Record<string, string>> = {
  全日空: "NH",
  全日本空輸: "NH",
  日本航空: "JL",
  日航: "JL",
  大韓航空: "KE",
  アシアナ: "OZ",
  アシアナ航空: "OZ",
  チェジュ航空: "7C",
  ピーチ: "MM",
  ジェットスター: "GK",
  スプリングジャパン: "IJ",
  キャセイ: "CX",
  キャセイパシフィック: "CX",
  香港エクスプレス: "UO",
  中国国際航空: "CA",
  中国東方航空: "MU",
  中国南方航空: "CZ",
  春秋航空: "9C",
  吉祥航空: "HO",
  チャイナエアライン: "CI",
  中華航空: "CI",
  エバー航空: "BR",
  タイ航空: "TG",
  タイ国際航空: "TG",
  エアアジア: "AK",
  マレーシア航空: "MH",
  シンガポール航空: "SQ",
  スクート: "TR",
  ベトナム航空: "VN",
  ベトジェット: "VJ",
  フィリピン航空: "PR",
  セブパシフィック: "5J",
  ガルーダ: "GA",
  ネパール航空: "RA",
  エミレーツ: "EK",
  カタール航空: "QR",
  エティハド: "EY",
  ターキッシュ: "TK",
  ルフトハンザ: "LH",
  エールフランス: "AF",
  ユナイテッド: "UA",
  デルタ航空: "DL",
  アメリカン航空: "AA",
  ハワイアン航空: "HA",
  カンタス: "QF",
  "korean air": "KE",
  asiana: "OZ",
  "jeju air": "7C",
  "cathay pacific": "CX",
  cathay: "CX",
  "china airlines": "CI",
  "eva air": "BR",
  "thai airways": "TG",
  "singapore airlines": "SQ",
  "vietnam airlines": "VN",
  vietjet: "VJ",
  "philippine airlines": "PR",
  "cebu pacific": "5J",
  "japan airlines": "JL",
  "nepal airlines": "RA",
  emirates: "EK",
  "qatar airways": "QR",
  "turkish airlines": "TK",
  대한항공: "KE",
  아시아나: "OZ",
  제주항공: "7C",
  진에어: "LJ",
  티웨이: "TW",
  에어부산: "BX",
  전일본공수: "NH",
  일본항공: "JL",
  国航: "CA",
  国泰: "CX",
  國泰: "CX",
  华航: "CI",
  華航: "CI",
  長榮: "BR",
  长荣: "BR",
  东航: "MU",
  南航: "CZ",
  全日空航空: "NH",
  การบินไทย: "TG",
  аэрофлот: "SU",
};
