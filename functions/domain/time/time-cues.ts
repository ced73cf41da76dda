/**
 * Words that tell what a time is to the matter: under way, still lying there, over, only heard of. Written without accents and
 * in lower case; `_` stands for a blank, a trailing `*` lets the word go on. By hand, for every language of the line.
 */
import { buildMatcher, type Entry, type Match } from "../text/trie.ts";

/**
 * `underway`: plainly now; `now`: now, if something is being done; `action`: goods being handled this moment; `current`: goods
 * lie somewhere or are offered; `still`: and do so to this day; `quit`: given up; `longAgo`: a past without a date; `observed`: when the teller saw, heard or wrote;
 * `arrived`: it has come already.
 */
export type TimeCue =
  | "underway"
  | "now"
  | "action"
  | "current"
  | "still"
  | "quit"
  | "longAgo"
  | "observed"
  | "arrived";

const cues: Readonly<Record<TimeCue, string>> = {
  underway: `
    刚下飞机 剛下飛機 快来人 快來人
    目の前で 目の前に たった今も 今まさに いままさに 今ちょうど いまちょうど 現在進行 今この瞬間 今も続いて 今すぐ来て すぐ来て はよ来て 早く来て 今すぐ来られ まさに今
    right_now at_this_moment as_we_speak happening_now this_very_moment in_front_of_me in_front_of_us as_i_write as_i_type come_now come_quick come_quickly hurry
    正在 此刻 现在正 現在正 眼前 就在眼前 快来 快來 马上来 바로_지금 지금_막 지금_바로 눈앞 지금_당장 빨리_와 ngay_bay_gio ngay_luc_nay truoc_mat dang_boc dang_do_hang dang_chuyen ngay_truoc_mat
    เดี๋ยวนี้ ขณะนี้ กำลังขน กำลังย้าย กำลังถ่าย ต่อหน้า ตรงหน้า รีบมา ngayon_mismo ngayon_na kasalukuyan kasalukuyang nasa_harap_ko sa_harap_ko sekarang_juga saat_ini_juga di_depan_mata sedang_bongkar sedang_memindahkan
    agora_mesmo neste_momento nesse_momento na_minha_frente neste_exato ahora_mismo en_este_momento en_este_instante delante_de_mi прямо_сейчас в_данный_момент на_моих_глазах в_эту_минуту
    अहिले_नै यतिबेला मेरो_अगाडि भर्खरै အခုချက်ချင်း မျက်စိရှေ့ အခုပဲ همین_الان همین_حالا در_حال_حاضر_دارند جلوی_چشم ឥឡូវនេះ яг_одоо`,
  now: `
    今 いま 現在 ただいま ただ今 now currently just_now 现在 現在 刚才 而家 지금 현재 bay_gio luc_nay hien_gio hien_tai dang ตอนนี้ กำลัง อยู่ในขณะนี้ ngayon habang sa_ngayon sekarang sedang saat_ini lagi agora ta estao ahora estan сейчас щас अहिले हाल अहिल्यै အခု ယခု လောလောဆယ် الان الآن اکنون حالا دارند دارن ឥឡូវ одоо`,
  action: `
    移してる 移してい 移しと 渡してる 渡してい 外してる 開けてる 載せてる 積んでる 積み込んでる 降ろしてる 運んでる 塞给 塞給 往车里 正往 正在往 boc chuyen_len dang_boc dua_len
    瀬取りして 瀬取りしと 瀬取りしよ 瀬取りの最中 瀬取り中 運びよる 運んどる 移しとる 降ろしよる 降ろしとる 下ろしよる 下ろしとる 積みよる 積んどる 渡しよる 渡しとる 積み替え 積替え 横付け 横づけ 降ろして 下ろして おろして 運んで 運び出 運び込んで 移して 移しよ 移し替え 積み込んで 積んでい 荷揚げして 水揚げして 揚げて 手渡し 受け渡し 渡していま 渡している 渡して 接舷 停泊して 投げ込 放り込 埋めて 掘って 上陸して 受け取ってい 詰め替え 荷下ろししてい
    unloading offloading loading transferring carrying_bags carrying_boxes moving_boxes moving_bags handing passing_bags passing_boxes passing_packages throwing alongside tied_up_next_to burying digging dragging hauling packing_it picking_up_the picking_up_bags meeting_another lowering
    卸货 卸貨 搬 转移 轉移 装船 裝船 交接 靠在一起 靠帮 往车上 往車上 接驳 抛 내리고 옮기고 옮겨_싣 싣고 하역하고 나르고 건네고 접선 던지고 붙어서 boc_hang do_hang chuyen_hang khieng khuan bung giao_hang sang_hang cap_manh
    ขนของ ขนถ่าย ขนลง ถ่ายของ ย้ายของ ส่งของ ยก ลำเลียง nagbababa nagdidiskarga naglilipat nagkakarga binababa nililipat binubuhat nagbubuhat inaabot inililipat membongkar bongkar_muat memindahkan menurunkan memuat mengangkut menyerahkan bongkar
    descarregando carregando passando_caixas passando_sacos transferindo jogando tirando descargando cargando pasando_bultos pasando_cajas trasladando tirando bajando bajando_bultos выгружа* грузят перегружа* разгружа* передают таскают перекидыва* сгружа* пришвартов*
    ओराल्दै सार्दै बोक्दै झार्दै राख्दै लोड_गर्दै ချနေ သယ်နေ ရွှေ့နေ လွှဲနေ တင်နေ ချနေတယ် تخلیه_میکنند خالی_میکنند جابجا_میکنند بار_میزنند منتقل_میکنند بار_می_زنند تخلیه_می`,
  current: `
    にある にあり がある があり あるそう 置いて 置いた 保管 隠して 隠れて 持って 所持 倉庫 ロッカー 売って 売られ 販売 飼って まだ 残って 現在も 今も いまも 入って います すんでいる 積んで うって いえに
    stored keeps keep keeping kept_in has_a has_the still is_in are_in holding selling sells sold warehouse garage hidden stash owns storage_unit apartment shed sitting_in lives_in there's_a there_is there_are
    放在 存放 藏在 藏了 仓库 倉庫 还在 還在 在卖 在賣 卖给 手里 手上 家里 家裡 里面有 有人在 囤 보관 숨겨 숨기고 갖고_있 가지고_있 팔고 파는 아직 창고 쌓여 있어요 있습니다
    dang_giu dang_cat giu cat_giau con kho dang_ban hay_ban trong_phong dang_tru dang_de เก็บ ซ่อน ยังอยู่ มีอยู่ ขาย โกดัง ยังมี อยู่ในห้อง nakatago nakaimbak binebenta nagbebenta meron may_tinatago nasa itinatago hanggang_ngayon mayroon
    disimpan masih menyimpan gudang menjual dijual punya disembunyikan guardado guarda guardando ainda vende vendendo escondido escondida galpao deposito armazem esta_num esta_numa esta_guardado tem_um esta_com estoque guardan todavia aun guardado venden vende escondido almacen tiene_un tienen bodega deposito esta_en_un esta_en_una
    хранит* лежит лежат спрятан* до_сих_пор еще_там продает продают склад* держит राखेको लुकाएको बेच्छ बेच्दै अझै गोदाम छ_अहिले သိမ်း ဝှက် ရောင်း ရှိနေ ထားတယ် نگه هنوز انبار میفروشد می_فروشد پنهان دارد`,
  still: `
    まだ 今も いまも 現在 いまだに 今でも still now_in now_at currently nowadays these_days 还在 還在 现在在 現在在 目前 仍 아직 지금도 여전히 van_con hien_van dang_con ยังอยู่ ยังมี ตอนนี้ยัง hanggang_ngayon ngayon_nasa masih sekarang_masih ainda atualmente todavia aun actualmente до_сих_пор все_еще сейчас_хран* अझै अहिले_पनि အခုထိ ဆက်လက် هنوز`,
  quit: `
    やめた やめました 辞めた もうやって いない もうしていない 終わった 足を洗 やめたそう 今はもう もう昔 もう終わ
    quit stopped no_longer gave_up doesn't_anymore not_anymore any_more anymore has_since_closed over_now it's_over used_to
    没有做了 沒有做了 不做了 停了 洗手不干 已经没 已經沒 不再 收手 그만뒀 그만두 끊었 이제는_안 이제_안 da_nghi da_bo khong_con khong_lam_nua ve_nuoc_roi เลิก หยุดแล้ว ไม่ทำแล้ว tumigil huminto tinigil hindi_na tigil_na berhenti sudah_tidak tidak_lagi parou nao_fazem_mais nao_vendem_mais nao_tem_mais ja_nao nao_traz_mais nao_faz_mais largou dejo ya_no paro_de dejaron перестал* уже_никто больше_не завязал* бросил* छोडे छोडि छोड्यो अब_गर्दैन अहिले_छैन अहिले_गर्दैन ရပ်လိုက် မလုပ်တော့ ترک_کرد دیگر_نمی دیگه_نمی`,
  longAgo: `
    以前 昔 古い話 昔の話 大分前 だいぶ前 前に聞いた 前に見た 年前 かつて 前に一度 むかし 何年も前 ずっと前 数年前 ヶ月前 か月前 カ月前 前の会社 当時 あの頃 years_ago a_long_time_ago long_ago in_the_past months_ago back_then back_in previously many_years used_to once_upon
    以前 从前 從前 几年前 幾年前 很久以前 之前 早年 那时候 那時候 以前的 예전 과거 옛날 몇_년_전 오래_전 년_전 truoc_day ngay_xua hoi_truoc may_nam_truoc nam_xua hoi_do nam_kia เมื่อก่อน แต่ก่อน นานมาแล้ว หลายปี ปีก่อน เคย dati noon matagal_na noong_araw dulu dahulu bertahun-tahun_lalu waktu_itu
    antigamente anos_atras ha_anos ha_muito_tempo naquela_epoca ja_faz hace_anos hace_tiempo hace_mucho antes en_aquel_entonces раньше давно лет_назад назад тогда прежде когда-то पहिले उहिले वर्ष_अघि धेरै_पहिले အရင်က ယခင်က ဟိုတုန်းက လွန်ခဲ့တဲ့ قبلا سالها_پیش قدیم سال_پیش قبلاً өмнө_нь`,
  observed: `
    聞いた 聞きました 聞き 見た 見ました 見かけ 目撃 知った 知りました 連絡が 連絡あり 電話が 電話で 気づ 言われた 言われました 誘われ 頼まれ 話してい 話を聞 教えて 知らせ 書いて 投稿 辞め 断り 断った 会った
    heard overheard saw i_saw noticed found_out learned told_me was_told asked_me was_asked he_told messaged called_me emailed i_read posted met_him recognized was_offered
    听说 聽說 听到 聽到 看到 看见 看見 得知 告诉我 告訴我 发现 發現 收到消息 联系我 聯絡我 问我 問我 들었 봤 목격 알게 연락이 들은 들었어요 말했 nghe thay nhin_thay biet_duoc noi_voi bao_toi ke_lai ได้ยิน เห็น รู้มา บอกว่า ทราบ narinig nakita nalaman sinabi nabalitaan kinausap mendengar dengar melihat lihat tahu_dari bilang diberitahu
    ouvi vi_ele vi_um vi_uma fiquei_sabendo me_contou soube descobri me_ofereceram oi_que escuche vi_que vi_a me_entere me_dijo me_conto supe слышал* видел* узнал* сказали рассказал* заметил* सुनें सुनेको देखें देखेको थाहा_पाएँ भन्यो ကြား မြင် သိရ ပြောပြ شنیدم دیدم فهمیدم گفت متوجه`,
  arrived: `
    配達された 配達されました 降ろし終わ 積み終わ 着いた 着きました 到着した 到着しました 届いた 届きました 入港した 入港しました 降ろしていた 降ろしていました 降ろした 運び込まれ 運び込んだ 受け取った 受け取りました 搬出した 搬出され 来た 来ました 入ってきた 帰ってきた 持ち込んだ 荷揚げされ 渡していた 渡していました ついた とどいた 消えて 去って 積み替えていた 積み替えていました 待っていた 待っていました 落ちてい 並んで
    arrived landed came_in was_delivered were_delivered came_through got_in docked picked_up_a collected_a brought_in was_unloaded unloaded came_back drifted met_up handed_over already_here
    到了 到货了 已到 已经到 已經到 寄到了 送到了 卸了 入境了 运到了 도착했 들어왔 받았 내렸 옮겼 da_den da_ve da_toi da_nhan vua_ve vua_den da_cap มาถึงแล้ว ถึงแล้ว ส่งมาแล้ว ได้รับแล้ว dumating nakarating na-deliver ibinaba dumaong sudah_tiba sudah_sampai telah_tiba sudah_masuk tiba_kemarin
    chegou desembarcou recebeu pegaram ja_chegou chegaram llego aterrizo recibio llegaron ya_llego descargaron desembarco пришел прибыл* прилетел* пришло получил* привез* выгрузил* आइपुग्यो आयो ल्यायो पुग्यो ရောက်ပြီ ရောက်ခဲ့ ရောက်လာ رسید آمد رسیده تحویل_گرفت`,
};

export type TimeCueMatch = { start: number; end: number; cue: TimeCue };

function* entries(): Generator<Entry<TimeCue>> {
  for (const [cue, list] of Object.entries(cues) as [TimeCue, string][]) {
    for (const word of list.trim().split(/\s+/)) {
      const stem = word.endsWith("*");
      const form = (stem ? word.slice(0, -1) : word).replaceAll("_", " ").normalize("NFKC");
      const code = form.charCodeAt(0);
      // Korean cues follow particles that are glued to the word before.
      const runsOn = code >= 0xe00;
      yield { form, value: cue, boundary: runsOn ? false : stem || code >= 0x900 ? "start" : true };
    }
  }
}

let matcher: ((text: string) => Match<TimeCue>[]) | undefined;

/** Every cue in `text` (bare of accents and case), by position. */
export function findTimeCues(text: string): TimeCueMatch[] {
  matcher ??= buildMatcher(entries());
  return matcher(text).flatMap(({ start, end, values }) => values.map((cue) => ({ start, end, cue })));
}
