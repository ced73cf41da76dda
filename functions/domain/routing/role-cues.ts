/**
 * Words that tell what a place is to the matter, in every language of the line, written without accents and in lower case.
 * `_` stands for a blank; a leading `<` means the place comes right before the word, a leading `>` right after it, else
 * either way.
 */
import { buildMatcher, type Entry, type Match } from "../text/trie.ts";

export type Cue =
  | "landing"
  | "departure"
  | "storage"
  | "teller"
  | "past"
  | "abandoned"
  | "sea"
  | "air"
  | "onward";

const cues: Readonly<Record<Cue, string>> = {
  landing: `
    <着 <到着 <に着 <着く <着き <着いた <入港 <に入る <入る <に入れ <入れる <に入り <に入って <接岸 <に届 <へ届 <届く <届き <水揚げ <陸揚げ <荷揚げ <荷下ろし <降ろ <下ろ <揚げ <上陸 <通関 <輸入 <入国 <引き取 <引取 <受け取 <受取 <取りに <寄港 <帰港 <迎え <で会 <渡す <手渡し <横付け <積み替え <つく <つき <とどく <にくる <に来る <行き <着岸 <密輸 <運び込 <持ち込
    >arriv >arrives >arrives_at >arriving >arriving_at >arrive >lands_at >landed >landed_at >docked >arrived_at >arrived_in >arrived >lands >land_at >landing >land >due_in >due_at >due_into >dock >docks >docking >berth >berths >eta >bound_for >deliver >delivered >delivered_to >delivery >unload >unloaded >offload >pick_up >picked_up >collect >reach >reaches >flying_into >fly_into >flight_to >headed_for >heading_to >heads_to >coming_into >coming_off_a_boat_at >coming_off >comes_off >off_a_boat_at >comes_into >comes_to >come_to >calls_at >coming_to >sent_to >shipped_to >going_to >import
    >到 >到达 >到達 >抵达 >抵達 >运到 >運到 >进港 >進港 >入境 >落地 >降落 >寄到 >送到 >飞到 >飛到 >靠岸 >靠港 >卸货 >卸貨 <上岸 <卸货 <卸貨 <提货 <提貨 <入境 <接机 <接機 <取货 <取貨 >带到 >带去 >帶去 >帶到 >去 >飞往 >飛往 >运往 >運往
    <도착 <들어오 <들어와 <들어온 <입항 <입국 <하역 <착륙 <내려 <배달 <받으 <받기 <받아 <픽업 <온다 <옵니다 <내립니다 <마중 <행
    >den >toi >cap >cap_cang >ve >cap_ben >ha_canh >giao_den >giao_toi >nhan_hang >ra_cang >lay_hang >den_cang >ve_cang >ve_toi >bay_sang >bay_den >bay_ve >sang
    >ถึง >มาถึง >ไปถึง >เข้า >ลงที่ >มาลง >ส่งถึง >ส่งมา >ส่งไป >รับของ <ถึง >ลงเครื่องที่ >เทียบท่า >ขึ้นฝั่ง
    >dating >ang_dating_ng >pagdating >dadating >darating_sa >darating >dating_sa >dadaong >dadaong_kami_sa >lalapag >lalapag_sa >baba_sa >ihahatid >ipapadala_sa >papunta_sa >papuntang >daong
    >tiba_di >tiba >sandar_di >sandar >mendarat >mendarat_di >sampai_di >sampai >dikirim_ke >masuk_ke >merapat >berlabuh >bongkar_di >dibongkar >ke
    >chega_em >chega_a >chega_no chega chegar chegando chegam pousa >pousa_em atraca desembarca entrega >pegar_em >buscar_em >retirar >descarrega >desembarcar >pro_porto
    llega >llega_a llegan llegar llegara aterriza >aterriza_en atraca desembarca entrega recoge recogen descarga recoger arriba >entra
    >приходит_в приходит >прибывает_в прибывает прибудет придет прилетает прилетит подойдет подходит швартуе* пришвартуе* прилетают доставят доставка зайдет заходит выгруз* привезут привозят >везут_в >везет_в разгруз* >в_порт встреч* возил* везут везли ввоз*
    <आइपुग्छ <आउँछ <आउँदैछ <आउने <ओर्लिन्छ <ओर्लने <पुग्छ <पुग्ने <उत्रिन्छ <पठाइ <झर्छ <ल्याउँदैछ <ल्याउने
    <ရောက် <ဆိုက် <ဆင်း <ဝင် <လာ <ရောက်ပါမယ် >ရောက်
    <میرسد <می_رسد <برسد <خواهد_رسید <وارد <تحویل <تخلیه <پهلو <فرود <مینشیند <پیاده`,
  departure: `
    <から出る <から出す <出港 <出国 <輸出 <を出る <発の <から発 <積み出 <積出 <から送 <から出荷 <から海外 <から持ち出 <出航 <から香港 <へ持ち出
    >export >exported_from >leaves >leaving >leave >departs >departing >sails_from >sail_from >shipped_from >out_of >depart >flying_out_of >flies_out_of
    >从 >從 >自 <出境 <出口 <起飞 <起飛 <出发 <出發 <装船 <裝船 <离港 <離港 <출국 <출항 <수출 <반출 <에서_출발 <xuat_canh >xuat_khau >xuat_tu >roi >ส่งออก >ออกจาก >บินออก
    >paalis >aalis_sa >luluwas >ekspor >berangkat_dari >keluar_dari >parte_de >sai_de >sai_do >saindo >exporta >embarca >sale_de >sale_desde >zarpa >zarpa_de >salen_de >вывоз* >уходит_из >вылетает_из >вылет_из >отходит_из >экспорт* <निर्यात <बाट_पठाउ <ပို့ <تخلیه <صادر <خروج`,
  storage: `
    <倉庫 <保管 <隠し <隠して <隠れ <置いて <置いた <おいて <あります <がある <にある <ガレージ <アパート <マンション <の部屋 <の家 <自宅 <実家 <冷凍 <冷蔵 <ロッカー <物置 <コンテナヤード <ヤード <事務所 <店 <一軒家 <住宅 <団地 <民家 <農家 <貸し倉庫 <トランクルーム <飼って <栽培 <売って <売られ <販売 <売り <密売 <積んで <すでに <もう <そうこ <いえに <へや <住む男 <住む人 <住んでいる男 <在住の男 <市内の <内の
    >stored >store >stored_in >stored_at >storage >storage_unit >warehouse >warehouse_in >garage >garage_in >kept_in >kept_at >keeps >keep >keeping >hidden_in >hidden_at >hides >stash >stashed >apartment_in >apartment >house_in >flat_in >unit_in >shop_in >sold_in >sells >selling >sold >now_in >is_in >are_in >sitting_in >lives_in >container_yard >yard_in >locker >holding
    >放在 >存放在 >藏在 >存在 >囤在 >仓库 >倉庫 <仓库 <倉庫 <的仓库 <公寓 <家里 <家裡 >现在在 >現在在 >卖 <卖 <賣 <出售 <租 <屋
    <창고 <보관 <숨겨 <숨기 <아파트 <집에 <빌라 <가게 <사무실 <팔고 <파는 <판매 <쌓여 <있어요 <있습니다 <컨테이너 <냉동
    >kho_o >nha_kho >o_kho >dang_giu >cat_o >giau_o >giau >kho >can_ho >phong_tro >dang_o >de_o >ban_o >o_khu >luu_kho
    >เก็บไว้ >เก็บที่ >ซ่อนไว้ >ซ่อน >โกดัง >โกดังที่ >บ้าน >ห้อง >อยู่ที่บ้าน >ขาย >หอพัก >คลังสินค้า
    >nakatago >nakatago_sa >bodega >bodega_sa >nakaimbak >nakaimbak_sa >bahay_sa >apartment_sa >nasa >binebenta >ibinebenta >tinda >itinatago
    >disimpan >disimpan_di >gudang >gudang_di >disembunyikan >apartemen_di >rumah_di >dijual >dijual_di >kos_di >asrama_di
    >guardado >guardada >guardados >guardadas >guarda >armazem >deposito >galpao >escondido >escondida >escondidos >apartamento_em >casa_em >condominio >vende >vendendo >estocado >guardando >alojamento
    >almacen >almacenado >almacenada >guardan >escondida >apartamento >casa >bodega >venden >trastero >garaje >nave >almacenan
    >хранит >хранится >хранят >лежит >лежат >склад >складе >на_складе >спрятан* >прячет >прячут >гараж* >квартир* >продает >продают >живет
    <गोदाममा <गोदाम <राखेको <लुकाएको <लुकाएर <कोठामा <घरमा <बेच्छ <बेच्ने <बेचिन्छ <रेस्टुरेन्ट <पसल <अपार्टमेन्ट
    <ဂိုဒေါင် <သိမ်း <ဝှက် <အိမ် <အခန်း <ရောင်း <ဆိုင် <ထား
    >انبار >انباری >خانه >آپارتمان >نگهداری >مخفی <نگهداری <انبار <میفروشد <پنهان >مغازه`,
  teller: `
    <に住んでいます <に住んでおり <に住む者 <に住んでる <在住です <在住の者 <で働いています <で働いてい <で働いてる <に勤めて <に勤務 <勤務の <の者です <の者なん <の者で <出身です <に住んでます <の住民 <で仕事 <にすんで <ではたらいて <の会社員 <から電話 <から書いて <の税関 <税関 <で漁師 <で船 <で通訳 <で手伝い <の主婦 <の大学 <の留学 <に留学 <の学生 <のサークル <からです
    >i_live_in >i_live_near >live_in >living_in >i_work_in >i_work_at >work_in >working_in >i'm_in >i_am_in >i'm_from >i_am_from >based_in >i_teach >teach_english_in >student_in >i'm_a_resident_of >resident_of >calling_from >writing_from >worker_in >neighbour_in >trainee_in >we_are_in
    >我住在 >我在 >住在 >本人在 >我是 >我们在 <留学 <上班 <打工 <工作 <读书 <讀書 <念书 <居民
    <사는 <살고 <에_살 <일하는 <일하고 <거주 <근무 <유학 <다니는 <사람인데
    >em_o >toi_o >minh_o >toi_song >em_song >song_o >dang_song_o >lam_o >lam_viec_o >lam_viec_tai >thuc_tap_sinh_o >du_hoc_sinh_o >tts_o >em_la
    >อยู่ที่ >หนูอยู่ >ผมอยู่ >ฉันอยู่ >ทำงานที่ >ทำงานอยู่ >อาศัยอยู่ >เรียนอยู่ >ดิฉันอยู่ >อยู่จังหวัด
    >taga >taga-> >nakatira_ako_sa >nakatira_sa >nagtatrabaho_ako_sa >nagtatrabaho_sa >dito_ako_sa >dito_sa >nandito_ako_sa >ako_sa
    >saya_di >tinggal_di >saya_tinggal_di >kerja_di >bekerja_di >magang_di >kuliah_di >saya_kerja_di >domisili
    >moro_em >moro_no >moro_na >trabalho_em >trabalho_no >trabalho_numa_fabrica >aqui_em >estou_em >sou_de >fabrica_em >fabrica_aqui_em
    >vivo_en >vivo_cerca >trabajo_en >soy_de >estoy_en >resido_en >aqui_en >estudio_en
    >живу_в >работаю_в >я_из >учусь_в >нахожусь_в >живу >работаю
    <बस्छु <बस्ने <काम_गर्छु <काम_गर्ने <बाट_बोल्दैछु <पढ्छु <बस्दै
    <နေတဲ့ <နေပါတယ် <နေသူ <မှာ_နေ <နေတာ <အလုပ်လုပ်
    <زندگی_میکنم <ساکن >ساکن <کار_میکنم <هستم >مقیم`,
  past: `
    前は 前回は 以前は 去年 昨年 おととし 一昨年 年前 ヶ月前 か月前 カ月前 以前 前回 かつて 昔 前にも 前も 何年も前 数年前 先月 先々月
    last_year last_month years_ago months_ago previously used_to in_the_past before_that last_time earlier_shipments
    去年 前年 以前 上次 上个月 上個月 几年前 幾年前 之前 作年 작년 지난달 예전 과거 년_전 지난번 전에도
    nam_ngoai nam_truoc thang_truoc truoc_day lan_truoc hoi_truoc ปีที่แล้ว เดือนที่แล้ว เมื่อก่อน ครั้งก่อน เคย noong_nakaraang_taon dati noong last_year tahun_lalu bulan_lalu dulu sebelumnya
    ano_passado mes_passado antes anos_atras da_outra_vez ano_pasado mes_pasado hace_anos la_otra_vez в_прошлом раньше лет_назад прежде прошлый_раз गत_वर्ष पोहोर पहिले गएको_महिना မနှစ်က အရင်က ပြီးခဲ့တဲ့ پارسال سال_گذشته قبلا ماه_گذشته`,
  abandoned: `
    <ではなく <じゃなく <じゃなくて <の予定だった <はずだった <予定でしたが <をやめ <はやめ <から変更 <は中止 <でなく
    >instead_of >not_at >not_in >rather_than >was_supposed >originally >not_via >no_longer >not_through
    >不是 >原本 >本来 >原定 >不再 <改为 <改為 <아니라 <말고 <취소 <ที่เดิม >ไม่ใช่ >khong_phai >thay_vi >imbes_na >sa_halip >hindi_sa >bukan >batal >em_vez_de >nao_em >en_vez_de >en_lugar_de >no_en >вместо >не_в <होइन <မဟုတ် >به_جای`,
  onward: `
    <で乗り継 <経由 <で乗り換 >via >transit_in >transiting_through >connecting_in >connecting_through <转机 <轉機 <中转 <中轉 <경유 <환승 >qua_canh >lewat >por_via_de >через <へ運ぶ <に運ぶ <へ運ば <に運ば <へ転送 <に転送 <まで運 <へ陸送 <へ移す <に移す <に送られ <向け
    >then_to >trucked_to >driven_to >taken_to >moved_to >forwarded_to >onward_to >transported_to >再送到 >转运到 >轉運到 >转到 >再运到 <로_옮 <으로_옮 <로_보내 >cho_den >chuyen_den >cho_ve >ขนไป >ขนต่อไป >dadalhin_sa >ihahatid_sa >dibawa_ke >diantar_ke >levado_para >levam_para >vao_levar >llevan_a >lo_llevan >везут_дальше >повезут >отвезут`,
  sea: `
    瀬取り 船倉 甲板 機関 クルーズ船 水夫 船 貨物船 漁船 コンテナ フェリー クルーズ 入港 接岸 ヨット タンカー 岸壁 コンテナ船 ふね 船員 港湾 荷揚げ 水揚げ
    deckhand deckhands sailor sailors chief_officer second_mate first_mate engine_room hold cargo_hold ship vessel boat container ferry trawler cargo freighter tanker yacht crew bosun bulk_carrier seaman fishing captain imo fcl sail sails sail_from sails_from sailing_from sailing zarpa zarpamos zarpar luluwas berlayar 出港 出航 入港 steamer dock docks docked docking berth berths berthing eta shipment anchors dadaong dadaong_kami sandar merapat atraca cap_cang cap_ben 입항 靠港 靠岸 причал* пришварт* швартуе* เทียบท่า
    船 货船 貨船 集装箱 貨櫃 货柜 渔船 漁船 渡轮 渡輪 轮船 배 선박 화물선 컨테이너 어선 페리 여객선 tau tau_hang cont container cong_ten_no thuyen ghe เรือ ตู้คอนเทนเนอร์ คอนเทนเนอร์ ลูกเรือ
    barko barkong lantsa kapal kapal_ikan peti_kemas abk kontainer navio barco conteiner ferry balsa buque contenedor pesquero корабл* судн* пароход* траулер* контейнер* паром* катер* матрос* моряк* шхун* теплоход*
    जहाज कन्टेनर पानीजहाज सागर သင်္ဘော ကွန်တိန်နာ လှေ کشتی کانتینر لنج قایق ملوان`,
  air: `
    便 飛行機 空港 搭乗 フライト 航空 空輸 スーツケース 到着ロビー 機内 ひこうき
    flight plane airport suitcase airway lands landing boarding arrivals awb lalapag aterriza pousa mendarat ha_canh 落地 降落 착륙 прилета* прилети* ลงเครื่อง ओर्लिन्छ ओर्लने फ्लाइट passenger luggage air_cargo airfreight carry-on
    航班 飞机 飛機 机场 機場 登机 登機 行李箱 空运 空運 비행기 항공편 공항 편명 캐리어 항공 chuyen_bay may_bay san_bay va_li vali hanh_ly เที่ยวบิน ไฟลท์ เครื่องบิน สนามบิน บิน กระเป๋าเดินทาง
    eroplano flight maleta paliparan lipad pesawat penerbangan bandara koper voo aviao aeroporto mala vuelo avion aeropuerto guia_aerea maleta equipaje рейс* самолет* аэропорт* чемодан* багаж* прилет*
    उडान जहाज विमान एयरपोर्ट सुटकेस လေယာဉ် လေဆိပ် ပျံသန်း پرواز هواپیما فرودگاه چمدان`,
};

export type CueMatch = { start: number; end: number; cue: Cue; side: "before" | "after" | "either" };

/** Korean cues are left unbound: they follow particles that are glued to the word before. */
function spaced(form: string): boolean {
  // Korean is left out: its cues follow particles that are glued to the word before.
  const code = form.charCodeAt(0);
  return code < 0x530 || (code >= 0x600 && code < 0x700) || (code >= 0x900 && code < 0xe00);
}

function* entries(): Generator<Entry<Omit<CueMatch, "start" | "end">>> {
  for (const [cue, list] of Object.entries(cues) as [Cue, string][]) {
    for (const word of list.trim().split(/\s+/)) {
      const side = word.startsWith("<") ? "after" : word.startsWith(">") ? "before" : "either";
      const stem = word.endsWith("*");
      const form = word
        .replace(/^[<>]|[*>]$/g, "")
        .replaceAll("_", " ")
        .normalize("NFKC");
      if (form === "") continue;
      const code = form.charCodeAt(0);
      const boundary = !spaced(form) ? false : stem || code >= 0x600 ? "start" : true;
      yield { form, value: { cue, side }, boundary };
    }
  }
}

let matcher: ((text: string) => Match<Omit<CueMatch, "start" | "end">>[]) | undefined;

/** Every cue in `text` (bare of accents and case), by position. `side` says where the cue stands, seen from its place. */
export function findCues(text: string): CueMatch[] {
  matcher ??= buildMatcher(entries());
  return matcher(text).flatMap(({ start, end, values }) => values.map((value) => ({ start, end, ...value })));
}
