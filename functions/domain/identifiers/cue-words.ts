/** Words that say what the number beside them is, in every language of the line (own compilation). */

export type CueKind =
  | "imo"
  | "mmsi"
  | "awb"
  | "container"
  | "postal"
  | "flight"
  | "air"
  | "phone"
  | "ship"
  | "place"
  | "vehicle"
  | "other";

/**
 * `|` separates alternatives. `air` only tells that the text is about flying; `vehicle` is anything whose model name may
 * look like a flight; `other` is a number with another stated meaning (job, invoice, lot, account).
 */
export const CUE_WORDS: Readonly<Record<CueKind, string>> = {
  imo: "imo|имо|아이엠오|アイエムオー|ไอเอ็มโอ|آی ام او|آیمو|ایمو|आईएमओ|အိုင်အမ်အို|អាយអឹមអូ",
  mmsi: "mmsi|ais|エムエムエスアイ|エーアイエス|船舶識別番号|船舶自動識別装置|船舶識別碼|船舶识别码|海上移动业务识别码|水上移动业务标识码|ммси|ммsi|аис|엠엠에스아이|에이아이에스|เอ็มเอ็มเอสไอ|transponder|トランスポンダ|транспондер|應答器|应答器",
  awb: "awb|mawb|hawb|air waybill|air way bill|airway bill|airway bills|air waybill number|airwaybill|エアウェイビル|エアウエイビル|エアウェービル|航空貨物運送状|航空運送状|航空送り状|送り状|送り状番号|貨物番号|航空提單|航空提单|提單|提单|主單|主单|主提单|主提單|分單|空運單|空运单|运单|運單|货单号|항공화물운송장|항공운송장|에어웨이빌|운송장|vận đơn|van don|không vận đơn|ใบตราส่ง|ใบตราส่งสินค้าทางอากาศ|แอร์เวย์บิล|surat muatan udara|airwaybil|nomor smu|guía|guia|guía aérea|número de guía|conhecimento aéreo|conhecimento de embarque|carta de porte|накладная|накладной|авиационная накладная|авианакладная|авианакладной|एयरवे बिल|एयरवेबिल|एयर वेबिल|بارنامه|بارنامه هوایی|လေကြောင်းကုန်တင်|အဲယားဝေးဘေလ်|លិខិតដឹកជញ្ជូន|агаарын тээврийн баримт|ачааны бичиг",
  container:
    "container|containers|cont|cntr|fcl|unit number|unit numbers|box number|reefer|コンテナ|コンテナー|こんてな|海コン|集装箱|集裝箱|货柜|貨櫃|柜号|櫃號|箱号|箱號|컨테이너|컨테이나|콘테이너|công ten nơ|côngtenơ|công-ten-nơ|số công|số cont|thùng hàng|คอนเทนเนอร์|ตู้สินค้า|ตู้คอนเทนเนอร์|kontainer|peti kemas|petikemas|kontener|contenedor|contenedores|contêiner|container n|contentor|контейнер|контейнера|контейнере|контейнеры|कन्टेनर|कंटेनर|कन्टेनरमा|ကွန်တိန်နာ|کانتینر|កុងតឺន័រ|чингэлэг|контейнерын",
  postal:
    "tracking|tracking number|tracking no|track number|ems|追跡番号|追跡|お問い合わせ番号|問い合わせ番号|問合せ番号|荷物番号|小包番号|引受番号|书留|单号|單號|快递单号|快遞單號|包裹号|包裹編號|追踪号|追蹤號|运单号|등기번호|송장번호|배송번호|운송장번호|소포|mã vận đơn|mã bưu kiện|số bưu kiện|mã bưu gửi|เลขพัสดุ|หมายเลขพัสดุ|เลขแทร็ก|nomor resi|no resi|resi|nomor paket|nomor paketnya|número de seguimiento|número de rastreo|rastreo|código de rastreio|rastreio|rastreamento|трек|трек-номер|трек номер|номер отправления|посылки|посылка|ट्र्याकिङ|पार्सल|ပါဆယ်|کد رهگیری|رهگیری|بسته|កញ្ចប់|илгээмж|parcel|package|小包|包裹",
  flight:
    "flight|flt|flight number|flight no|便名|便|フライト|びん|航班|班機|班机|航班号|航班號|편|편명|항공편|비행편|비행기|chuyến bay|chuyến|số hiệu|ไฟลท์|ไฟลต์|ไฟล์ท|เที่ยวบิน|penerbangan|nomor penerbangan|vuelo|número de vuelo|voo|número do voo|рейс|рейса|рейсом|рейсе|номер рейса|उडान|फ्लाइट|پرواز|شماره پرواز|လေယာဉ်|လေယာဉ်ခရီးစဉ်|ဖလိုက်|ជើងហោះហើរ|ហោះហើរ|нислэг|нислэгийн|нислэгээр|flight nyo|eroplano",
  air: "airport|airline|plane|boarding|departs|departure|lands|landing|arrives|arriving|arrival|fly|flying|flies|flew|narita|haneda|kansai|kix|nrt|hnd|chubu|centrair|fukuoka|chitose|naha|空港|成田|羽田|関空|関西国際|中部|セントレア|福岡|那覇|千歳|着|発|到着|搭乗|飛行機|航空|機場|机场|飛機|飞机|飛|飞|出境|起飛|起飞|降落|抵达|抵達|공항|나리타|하네다|간사이|도착|출발|탑승|sân bay|máy bay|bay|hạ cánh|สนามบิน|เครื่องบิน|นาริตะ|บิน|ลง|bandara|pesawat|mendarat|aeropuerto|avión|llega|aterriza|aeroporto|avião|chega|pousa|аэропорт|аэропорту|аэропорта|борт|бортом|вылет|вылетает|самолёт|самолет|прилетает|прилёт|एयरपोर्ट|विमानस्थल|विमान|जहाज|नारिता|فرودگاه|هواپیما|ناریتا|လေဆိပ်|နာရီတာ|អាកាសយានដ្ឋាន|យន្តហោះ|онгоц|онгоцны буудал|paliparan|courier|mule|terminal|cargo|air cargo|貨物便",
  phone:
    "phone|tel|telephone|mobile|cellphone|cell phone|caller|fax|whatsapp|sms|電話|電話番号|携帯|ケータイ|けいたい|でんわ|連絡先|电话|手机|手机号|联系电话|電話號碼|手機|聯絡電話|전화|전화번호|휴대폰|핸드폰|연락처|điện thoại|số điện thoại|sđt|sdt|số gọi|di động|โทร|โทรศัพท์|เบอร์|เบอร์โทร|มือถือ|telepon|telpon|hp|nomor hp|no hp|ponsel|teléfono|telefono|celular|móvil|llamar|telefone|fone|телефон|номер телефона|мобильный|звонит|फोन|मोबाइल|फोन नम्बर|سیم کارت|تلفن|شماره تلفن|موبایل|ဖုန်း|ဖုန်းနံပါတ်|ទូរសព្ទ|ទូរស័ព្ទ|លេខទូរស័ព្ទ|утас|утасны|утасны дугаар|selpon|teleponong",
  ship: "vessel|ship|boat|mv|m/v|trawler|tanker|freighter|bulk carrier|fishing vessel|yacht|船|船舶|貨物船|漁船|ヨット|本船|タンカー|货船|貨船|渔船|漁船|轮|輪|선박|배|어선|화물선|tàu|thuyền|เรือ|kapal|barko|bangka|barco|buque|navio|embarcação|судно|судна|траулер|корабль|теплоход|जहाज|पानीजहाज|သင်္ဘော|کشتی|شناور|នាវា|កប៉ាល់|хөлөг|усан онгоц",
  place:
    "gps|lat|lon|long|latitude|longitude|coordinates|position|位置|座標|緯度|経度|北緯|東経|坐标|座標|经纬度|經緯度|纬度|经度|좌표|위도|경도|tọa độ|toạ độ|vĩ độ|kinh độ|พิกัด|ละติจูด|ลองจิจูด|koordinat|lintang|bujur|coordenadas|latitud|longitud|posición|posição|координаты|широта|долгота|निर्देशाङ्क|अक्षांश|देशान्तर|مختصات|عرض جغرافیایی|طول جغرافیایی|ကိုဩဒိနိတ်|လတ္တီတွဒ်|កូអរដោនេ|солбицол|өргөрөг|уртраг|lokasi",
  vehicle:
    "lexus|レクサス|toyota|トヨタ|bmw|mercedes|benz|ベンツ|mazda|マツダ|nissan|日産|honda|ホンダ|suzuki|yamaha|kawasaki ninja|audi|アウディ|model|型番|型式|モデル|pistol|rifle|gun|拳銃|銃|ピストル|ライフル|пистолет|автомат|pistola|rifle|súng|ปืน|pistol|手枪|手槍|권총|雷克萨斯|렉서스|лексус|สี|landcruiser|ランクル|ランドクルーザー",
  other:
    "job|job number|job no|invoice|invoice number|invoice no|inv no|lot|lot number|lot no|batch|account|account number|account no|acct|a/c|bank|order number|order no|order id|po number|purchase order|serial|serial number|serial no|s/n|passport|passport number|seal|seal number|seal no|declaration|declaration number|entry number|reference|reference number|ref|ref no|case number|booking|booking number|booking no|reservation|confirmation|member number|membership|employee number|staff number|room|part number|part no|model number|b/l|b/l no|bl no|hs code|tariff code|zip|postcode|postal code|licence|license|permit|ジョブ番号|ジョブナンバー|案件番号|管理番号|整理番号|受付番号|受付|請求書|請求書番号|請求番号|インボイス|インボイス番号|ロット|ロット番号|口座|口座番号|普通預金|会員番号|社員番号|学籍番号|予約番号|注文番号|製造番号|シリアル番号|シリアル|型番|品番|封印番号|シール番号|申告番号|許可番号|許可証番号|免許番号|パスポート|旅券|旅券番号|伝票番号|社内番号|法人番号|登録番号|証明書番号|郵便番号|〒|発票|发票|發票|发票号|發票號碼|账号|賬號|帳號|账户|帳戶|银行卡|卡号|批号|批號|批次|订单号|訂單號|工单|工單|护照|護照|合同号|合同號|报关单号|報單號碼|封条号|内部编号|송장|인보이스|계좌|계좌번호|주문번호|로트|작업번호|여권|여권번호|예약번호|hóa đơn|số hóa đơn|tài khoản|số tài khoản|stk|mã đơn|đơn hàng|số lô|hộ chiếu|số hộ chiếu|mã công việc|ใบแจ้งหนี้|อินวอยซ์|บัญชี|เลขบัญชี|เลขที่บัญชี|ล็อต|หมายเลขล็อต|พาสปอร์ต|หนังสือเดินทาง|เลขที่งาน|faktur|nomor faktur|rekening|nomor rekening|norek|no rekening|nomor pesanan|nomor lot|paspor|nomor pekerjaan|factura|número de factura|cuenta|número de cuenta|lote|pedido|pasaporte|fatura|nota fiscal|conta|número da conta|passaporte|счёт|счет|счёт-фактура|инвойс|номер счёта|номер счета|партия|номер партии|заказ|номер заказа|паспорт|номер паспорта|बिल नम्बर|इनभ्वाइस|खाता|खाता नम्बर|लट नम्बर|पासपोर्ट|فاکتور|شماره فاکتور|حساب|شماره حساب|شماره سفارش|گذرنامه|ငွေတောင်းခံလွှာ|ဘဏ်စာရင်း|အကောင့်နံပါတ်|နိုင်ငံကူးလက်မှတ်|វិក្កយបត្រ|គណនី|លិខិតឆ្លងដែន|нэхэмжлэх|данс|дансны дугаар|захиалга|паспортын дугаар|bank account|akawnt",
};
