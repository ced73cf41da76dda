/**
 * Words of time in every language of the line, by what they mean. Latin and Cyrillic words are written as `normalise` leaves
 * them: lower case, bare of accents. `_` stands for a blank. One line: meaning, colon, forms. By hand; calendars and weekday names
 * are public facts. The grammar in `parse.ts` is one for all languages: it knows meanings and their order, not words.
 */
export const lexicon = `
day 0: 今日 本日 きょう 今夜 今晩 こんや 今夕 今宵 今日中 本日中 今夜中 今朝 けさ 今日の夜 今日の夕方 今日の昼 今日の午後 今日の午前 今日の午前中 今日の朝 today tonight this_morning this_afternoon this_evening later_today tonite 2nite
day 0: 今天 今晚 今早 今晨 今儿 今日夜晚 今天晚上 今天下午 今天上午 今天早上 今晚上 今夜裡 오늘 오늘밤 오늘_밤 오늘_저녁 오늘_아침 오늘_오후 금일 hom_nay toi_nay sang_nay dem_nay chieu_nay trua_nay khuya_nay วันนี้ คืนนี้ เช้านี้ เย็นนี้ บ่ายนี้ ค่ำนี้ เช้าวันนี้
day 0: ngayong_araw ngayong_gabi mamayang_gabi mamaya mamayang_hapon mamayang_madaling ngayong_umaga kaninang_umaga ngayong_hapon hari_ini malam_ini nanti_malam pagi_ini sore_ini siang_ini tadi_pagi nanti_sore hoje hoje_a_noite esta_noite hoje_de_noite hoje_cedo hoy esta_noche esta_tarde hoy_en_la_noche hoy_por_la_noche сегодня сегодня_вечером сегодня_ночью
day 0: आज आजै आज_राति आज_बेलुका आज_बिहान ဒီနေ့ ယနေ့ ဒီည ဒီကနေ့ ဒီမနက် ဒီနေ့ည ယနေ့ည ဒီညနေ امروز امشب امروز_صبح امروز_عصر ថ្ងៃនេះ យប់នេះ ព្រឹកនេះ өнөөдөр өнөө_орой өнөө_шөнө өнөө_өглөө
just 0: さきほど 先ほど さっき 先程 ついさっき たった今 just_now a_moment_ago minutes_ago an_hour_ago 刚才 刚刚 剛剛 剛才 啱啱 방금 아까 조금_전 조금_전에 vua_nay luc_nay ban_nay vua_moi เมื่อกี้ เมื่อครู่ kanina_lang kani-kanina_lang barusan tadi agora_ha_pouco agorinha hace_un_rato только_что भर्खरै भर्खर ခုနက အခုနက همین_الان_رسید چند_دقیقه_پیش
day 1: 明日 あした あす 明朝 明晩 明夜 みょうにち 明日の朝 明日の夜 tomorrow tmrw tmr tmw 2moro tomorow tommorow tommorrow tomorrow_night tomorrow_morning 明天 明早 明晚 听日 聽日 聽晚 明儿 明天早上 明天晚上 明天下午 明天上午 내일 내일밤 명일 ngay_mai mai_co mai_la mai_no mai_tui mai_hang mai_tau mai_se mai_luc mai_moi mai_bon mai_thang_do sang_mai toi_mai chieu_mai trua_mai dem_mai khuya_mai mai_nay rang_sang_mai พรุ่งนี้ พรุ้งนี้ เช้าพรุ่งนี้ คืนพรุ่งนี้ bukas bukas_ng_umaga bukas_ng_gabi besok esok besok_pagi besok_malam amanha manana manana_por_la_manana manana_en_la_manana manana_por_la_noche manana_por_la_tarde завтра завтра_утром भोलि भोली भोलि_बिहान မနက်ဖြန် မနက်ဖန် နက်ဖြန် နက်ဖန် မနက်ဖြန်မနက် فردا فردا_صبح فردا_شب ស្អែក ថ្ងៃស្អែក маргааш
day 2: 明後日 あさって 明後 翌々日 day_after_tomorrow the_day_after_tomorrow overmorrow 后天 後天 後日 모레 내일모레 내일_모레 ngay_mot ngay_kia mot_nay chieu_mot sang_mot toi_mot trua_mot dem_mot khuya_mot มะรืน มะรืนนี้ samakalawa sa_makalawa makalawa lusa depois_de_amanha pasado_manana послезавтра पर्सि पर्सी သဘက်ခါ သန်ဘက်ခါ پسفردا پس_فردا ខានស្អែក ថ្ងៃខានស្អែក нөгөөдөр
day 3: しあさって 明々後日 明明後日 大后天 大後天 글피 มะเรื่อง tulat
day -1: 昨日 きのう 昨夜 ゆうべ 昨晩 夕べ 前日 さくじつ きのうの夜 yesterday last_night 昨天 昨晚 昨天晚上 琴日 尋日 寻日 어제 어젯밤 어제밤 hom_qua toi_qua dem_qua เมื่อวาน เมื่อวานนี้ เมื่อคืน เมื่อคืนนี้ kahapon kagabi kemarin semalam tadi_malam kemaren ontem ontem_a_noite ayer anoche вчера हिजो हिजो_राति မနေ့က မနေ့ မနေ့ည دیروز دیشب ម្សិលមិញ យប់មិញ өчигдөр
day -2: 一昨日 おととい おとつい 前天 그저께 그제 엊그제 hom_kia เมื่อวานซืน kamakalawa anteontem anteayer antier позавчера अस्ति တမြန်နေ့ پریروز уржигдар the_day_before_yesterday
week 0: 今週 今週中 this_week 这周 这个星期 这星期 本周 这礼拜 這週 這個星期 這禮拜 本週 今個禮拜 이번_주 이번주 금주 tuan_nay สัปดาห์นี้ อาทิตย์นี้ ngayong_linggo minggu_ini pekan_ini esta_semana на_этой_неделе эту_неделю यो_हप्ता यही_हप्ता ဒီအပတ် ဒီတစ်ပတ် این_هفته សប្តាហ៍នេះ энэ_долоо_хоног
week 1: 来週 来週中 らいしゅう next_week 下周 下星期 下个星期 下礼拜 下个礼拜 下週 下個星期 下禮拜 下個禮拜 下个周 다음_주 다음주 담주 내주 차주 tuan_sau tuan_toi สัปดาห์หน้า อาทิตย์หน้า sa_susunod_na_linggo susunod_na_linggo minggu_depan pekan_depan semana_que_vem semana_que_viene proxima_semana semana_proxima на_следующей_неделе следующей_неделе следующая_неделя следующей_недели следующую_неделю अर्को_हप्ता आउने_हप्ता अर्को_साता आउँदो_हप्ता နောက်အပတ် လာမယ့်အပတ် နောက်တစ်ပတ် လာမည့်အပတ် လာမဲ့အပတ် هفته_آینده هفته_بعد هفته_دیگر សប្តាហ៍ក្រោយ ирэх_долоо_хоног дараа_долоо_хоног
week 2: 再来週 さらいしゅう week_after_next the_week_after_next 下下周 下下星期 下下週 다다음_주 다다음주 tuan_sau_nua สองสัปดาห์หน้า
week -1: 先週 せんしゅう 前週 last_week past_week 上周 上星期 上个星期 上礼拜 上週 上個星期 上禮拜 上個禮拜 지난_주 지난주 저번_주 저번주 tuan_truoc tuan_qua tuan_roi สัปดาห์ที่แล้ว อาทิตย์ที่แล้ว สัปดาห์ก่อน อาทิตย์ก่อน nakaraang_linggo noong_nakaraang_linggo nung_isang_linggo noong_isang_linggo minggu_lalu pekan_lalu minggu_kemarin semana_passada semana_pasada на_прошлой_неделе прошлой_неделе गत_हप्ता अघिल्लो_हप्ता गएको_हप्ता पोहोर_हप्ता ပြီးခဲ့တဲ့အပတ် အရင်အပတ် အရင်တစ်ပတ် هفته_گذشته هفته_پیش هفته_قبل өнгөрсөн_долоо_хоног
week -2: 先々週 the_week_before_last 上上周 上上星期 지지난주 지지난_주
month 0: 今月 当月 こんげつ this_month 这个月 這個月 本月 이번_달 이번달 금월 thang_nay เดือนนี้ ngayong_buwan bulan_ini este_mes este_mes в_этом_месяце этого_месяца यो_महिना ဒီလ این_ماه ខែនេះ энэ_сар
month 1: 来月 翌月 らいげつ next_month of_next_month 下个月 下月 下個月 다음_달 다음달 내달 thang_sau thang_toi เดือนหน้า susunod_na_buwan sa_susunod_na_buwan bulan_depan mes_que_vem mes_que_viene proximo_mes do_mes_que_vem в_следующем_месяце следующего_месяца अर्को_महिना अर्को_महिनाको आउने_महिना နောက်လ လာမယ့်လ ماه_آینده ماه_بعد ខែក្រោយ ирэх_сар дараа_сар
month 2: 再来月 下下个月 下下個月 다다음_달
month -1: 先月 せんげつ 前月 last_month 上个月 上月 上個月 지난_달 지난달 저번_달 저번달 thang_truoc thang_roi thang_qua เดือนที่แล้ว เดือนก่อน nakaraang_buwan noong_nakaraang_buwan bulan_lalu mes_passado mes_pasado в_прошлом_месяце прошлого_месяца गत_महिना अघिल्लो_महिना गएको_महिना ပြီးခဲ့တဲ့လ အရင်လ ماه_گذشته ماه_پیش өнгөрсөн_сар
month -2: 先々月 上上个月
year 0: 今年 this_year 올해 금년 nam_nay ปีนี้ ngayong_taon tahun_ini este_ano в_этом_году यो_वर्ष ဒီနှစ် امسال
year 1: 来年 next_year 明年 내년 nam_sau nam_toi sang_nam ปีหน้า susunod_na_taon tahun_depan ano_que_vem ano_que_viene proximo_ano в_следующем_году अर्को_वर्ष နောက်နှစ် سال_آینده سال_بعد
year -1: last_spring last_summer last_autumn last_fall last_winter 昨夏 昨秋 昨冬 昨春 去年夏天 去年冬天 去年春天 去年秋天 지난여름 지난_여름 지난겨울 지난_겨울 지난봄 지난가을 verano_pasado invierno_pasado verao_passado inverno_passado прошлым_летом прошлой_зимой прошлой_весной прошлой_осенью 去年 昨年 きょねん last_year 작년 지난해 nam_ngoai nam_truoc ปีที่แล้ว ปีก่อน nakaraang_taon noong_nakaraang_taon noong_isang_taon tahun_lalu ano_passado ano_pasado в_прошлом_году прошлой прошлым_летом गत_वर्ष पोहोर မနှစ်က ပြီးခဲ့တဲ့နှစ် پارسال سال_گذشته سال_پیش өнгөрсөн_жил
year -2: nam_kia 一昨年 おととし 前年 재작년 позапрошлом_году परार
next: 次の 今度の 来たる きたる next coming the_coming this_coming upcoming 다음 오는 돌아오는 tới toi sau susunod_na sa_susunod_na darating_na sa_darating_na depan mendatang proxima proximo que_vem que_viene que_entra следующий следующую следующее следующая ближайший ближайшую ближайшее आउने अर्को आउँदो လာမယ့် လာမည့် နောက် بعد آینده بعدی หน้า ที่จะถึง ที่จะถึงนี้ ក្រោយ ирэх дараагийн
this: この this 这个 這個 这 這 이번 nay ngayong ini este esta этот эту эта это यो ဒီ این นี้ នេះ энэ
last: この前の 前の 先日の last past previous 上个 上個 上 지난 저번 truoc vua_roi roi noong_nakaraang nakaraang noong nung lalu kemarin passado passada pasado прошлый прошлую прошлое прошлая в_прошлый गत अघिल्लो ပြီးခဲ့တဲ့ အရင် گذشته قبل ที่แล้ว ก่อน ที่ผ่านมา
weekend: 週末 土日 週末に weekend the_weekend 周末 週末 주말 cuoi_tuan สุดสัปดาห์ katapusan_ng_linggo akhir_pekan fim_de_semana fin_de_semana finde выходные выходных सप्ताहन्त ပိတ်ရက် آخر_هفته
wd 0: 月曜 月曜日 げつようび monday mon 周一 星期一 礼拜一 週一 禮拜一 拜一 월요일 thu_hai thu_2 วันจันทร์ จันทร์ lunes senin segunda segunda-feira segunda_feira понедельник понедельника понедельнику सोमबार सोमवार တနင်္လာ တနင်္လာနေ့ دوشنبه ច័ន្ទ ថ្ងៃច័ន្ទ даваа_гараг
wd 1: 火曜 火曜日 かようび tuesday tue tues 周二 星期二 礼拜二 週二 禮拜二 화요일 thu_ba thu_3 วันอังคาร อังคาร martes selasa terca terca-feira terca_feira вторник вторника मंगलबार मङ्गलबार मंगलवार အင်္ဂါ အင်္ဂါနေ့ سهشنبه سه_شنبه ថ្ងៃអង្គារ мягмар_гараг
wd 2: 水曜 水曜日 すいようび wednesday wed weds 周三 星期三 礼拜三 週三 禮拜三 수요일 thu_tu thu_4 วันพุธ พุธ miyerkules miyerkoles rabu quarta quarta-feira quarta_feira среда среду среды miercoles बुधबार बुधवार ဗုဒ္ဓဟူး ဗုဒ္ဓဟူးနေ့ چهارشنبه چهار_شنبه ថ្ងៃពុធ лхагва_гараг
wd 3: 木曜 木曜日 もくようび thursday thu thur thurs 周四 星期四 礼拜四 週四 禮拜四 목요일 thu_nam thu_5 วันพฤหัส วันพฤหัสบดี พฤหัส huwebes kamis quinta quinta-feira quinta_feira четверг четверга jueves बिहिबार बिहीबार बिहिवार ကြာသပတေး ကြာသပတေးနေ့ پنجشنبه پنج_شنبه ថ្ងៃព្រហស្បតិ៍ пүрэв_гараг
wd 4: 金曜 金曜日 きんようび friday fri 周五 星期五 礼拜五 週五 禮拜五 금요일 thu_sau thu_6 วันศุกร์ ศุกร์ biyernes byernes jumat jum'at sexta sexta-feira sexta_feira пятница пятницу пятницы viernes शुक्रबार शुक्रवार သောကြာ သောကြာနေ့ جمعه ថ្ងៃសុក្រ баасан_гараг
wd 5: 土曜 土曜日 どようび saturday sat 周六 星期六 礼拜六 週六 禮拜六 토요일 thu_bay thu_7 วันเสาร์ เสาร์ sabado sabtu суббота субботу субботы शनिबार शनिवार စနေ စနေနေ့ شنبه ថ្ងៃសៅរ៍ бямба_гараг
wd 6: 日曜 日曜日 にちようび sunday sun 周日 周天 星期日 星期天 礼拜天 礼拜日 週日 禮拜天 禮拜日 일요일 chu_nhat วันอาทิตย์ linggo ngayong_linggong hari_minggu domingo воскресенье воскресенья आइतबार आइतवार တနင်္ဂနွေ တနင်္ဂနွေနေ့ یکشنبه یک_شنبه ថ្ងៃអាទិត្យ ням_гараг
mn 1: january jan thang_mot thang_gieng มกราคม ม.ค. enero januari janeiro января январь январе जनवरी ဇန်နဝါရီ ဇန်နဝါရီလ ژانویه មករា
mn 2: february feb thang_hai กุมภาพันธ์ ก.พ. pebrero febrero februari fevereiro fev февраля февраль феврале फेब्रुअरी फेब्रुवरी ဖေဖော်ဝါရီ ဖေဖော်ဝါရီလ فوریه កុម្ភៈ
mn 3: march mar thang_ba มีนาคม มี.ค. marso marzo maret marco марта март марте मार्च မတ်လ မတ် مارس មីនា
mn 4: april apr thang_tu เมษายน เม.ย. abril апреля апрель апреле अप्रिल ဧပြီ ဧပြီလ آوریل មេសា
mn 5: may thang_nam พฤษภาคม พ.ค. mayo mei maio мая мае मे မေလ مه ماه_مه ឧសភា
mn 6: june jun thang_sau_am มิถุนายน มิ.ย. hunyo junio juni junho июня июнь июне जुन ဇွန် ဇွန်လ ژوئن មិថុនា
mn 7: july jul thang_bay กรกฎาคม ก.ค. hulyo julio juli julho июля июль июле जुलाई ဇူလိုင် ဇူလိုင်လ ژوئیه جولای កក្កដា
mn 8: august aug thang_tam สิงหาคม ส.ค. agosto agustus августа август августе अगस्ट ဩဂုတ် ဩဂုတ်လ اوت آگوست សីហា
mn 9: september sep sept thang_chin กันยายน ก.ย. setyembre septiembre setiembre setembro сентября сентябрь сентябре सेप्टेम्बर စက်တင်ဘာ စက်တင်ဘာလ سپتامبر កញ្ញា
mn 10: october oct thang_muoi ตุลาคม ต.ค. oktubre octubre oktober outubro октября октябрь октябре अक्टोबर အောက်တိုဘာ အောက်တိုဘာလ اکتبر តុលា
mn 11: november nov thang_muoi_mot พฤศจิกายน พ.ย. nobyembre noviembre november novembro ноября ноябрь ноябре नोभेम्बर နိုဝင်ဘာ နိုဝင်ဘာလ نوامبر វិច្ឆិកា
mn 12: december dec thang_muoi_hai thang_chap ธันวาคม ธ.ค. disyembre diciembre desember dezembro dez dic декабря декабрь декабре डिसेम्बर ဒီဇင်ဘာ ဒီဇင်ဘာလ دسامبر ធ្នូ
pm 1: فروردین
pm 2: اردیبهشت
pm 3: خرداد
pm 4: تیر
pm 5: مرداد
pm 6: شهریور
pm 7: مهر
pm 8: آبان
pm 9: آذر
pm 10: دی
pm 11: بهمن
pm 12: اسفند
bm 1: बैशाख वैशाख
bm 2: जेठ जेष्ठ
bm 3: असार आषाढ
bm 4: साउन श्रावण
bm 5: भदौ भाद्र
bm 6: असोज आश्विन
bm 7: कार्तिक कात्तिक
bm 8: मंसिर मङ्सिर
bm 9: पुस पौष
bm 10: माघ
bm 11: फागुन फाल्गुन
bm 12: चैत चैत्र
daysuf 0: 日 号 號 にち 일 -го го числа число तारिख गते ရက် ရက်နေ့ -е
monsuf 0: 月 がつ 월 сарын сар месяца
yearsuf 0: 年 년 năm
daypre 0: ngay ngay_mung mung mong วันที่ tanggal tgl dia el_dia el dia_dia ika- ika ika-_ a- petsa on_the the ថ្ងៃទី روز
monpre 0: thang เดือน ខែ bulan mes_de
era reiwa: 令和 れいわ
era heisei: 平成
era minguo: 民國 民国
era buddhist: พ.ศ. พศ
unit day: 日間 days day 天 日 일 ngay วัน araw hari dias dia дней дня день दिन ရက် روز ថ្ងៃ өдөр 일간 chau
unit week: 週間 weeks week 周 星期 礼拜 週 禮拜 个星期 個星期 个礼拜 주 주일 tuan สัปดาห์ อาทิตย์ linggo minggu pekan semanas semana недели неделю недель हप्ता ပတ် အပတ် هفته សប្តាហ៍ долоо_хоног
unit month: ヶ月 か月 カ月 ヵ月 ケ月 箇月 months month 个月 個月 개월 달 thang เดือน buwan bulan meses mes месяца месяцев месяц महिना လ ماه ខែ сар
unit year: 年 years year 年間 년 nam ปี taon tahun anos ano года лет год वर्ष साल နှစ် سال ឆ្នាំ жил
unit hour: 時間 hours hour hrs hr 小时 小時 个小时 個小時 钟头 鐘頭 시간 tieng tieng_dong_ho gio_nua ชั่วโมง oras jam horas hora часа часов час घण्टा နာရီ ساعت ម៉ោង цаг
unit minute: 分 minutes minute mins min 分钟 分鐘 분 phut นาที minuto menit minutos минут минуты मिनेट မိနစ် دقیقه នាទី минут
later: 後 後に 以内 以内に あと later from_now away 后 後 之后 之後 以后 以後 内 뒤 후 이내 nua toi_nua sau_nua ข้างหน้า lagi kemudian دیگر دیگه بعد पछि ပြီးရင် ကြာရင် အကြာ ទៀត дараа после
in: あと in within in_about sau trong_vong trong อีก ภายใน sa_loob_ng pagkatapos_ng makalipas_ang pagkaraan_ng dalam daqui_a em dentro_de en через नောက် နောက် در_عرض تا ក្នុងរយៈពេល
ago: 前 前に まえ 前から ago back 前 以前 之前 전 전에 truoc ที่แล้ว ก่อน มาแล้ว na_ang_nakalipas nakaraan ang_nakalipas lalu yang_lalu atras ha faz hace назад тому_назад अघि पहिले က پیش قبل မတိုင်ခင် өмнө
early: 上旬 初旬 初め 頭 初 early beginning_of start_of 上旬 月初 초 초순 dau ต้น ต้นเดือน simula_ng umpisa_ng awal comeco_de inicio_de principios_de начале в_начале сुरु सुरु အစ اوایل
mid: 中旬 半ば mid middle_of mid- 月中 중순 giua กลาง กลางเดือน kalagitnaan_ng pertengahan meados_de mediados_de середине в_середине मध्य အလယ် اواسط
late: 下旬 末 終わり late end_of the_end_of 月底 底 말 하순 월말 cuoi ปลาย ปลายเดือน สิ้นเดือน katapusan_ng akhir fim_de finales_de fines_de final_de конце в_конце अन्त्य နှစ်ကုန် လကုန် اواخر
early_of_month: 月初 月初め
end_of_month: 月末 今月末 月底 월말 cuoi_thang สิ้นเดือน ปลายเดือน akhir_bulan katapusan_ng_buwan fim_do_mes fin_de_mes конце_месяца लကုန် လကုန် آخر_ماه end_of_the_month
end_of_year: 年末 年内 年底 연말 cuoi_nam สิ้นปี akhir_tahun katapusan_ng_taon fim_do_ano fin_de_ano конце_года پایان_سال end_of_the_year year-end
feast 1231: 大みそか 大晦日 おおみそか new_year's_eve new_years_eve 跨年夜 跨年 섣달그믐 giao_thua วันสิ้นปี bisperas_ng_bagong_taon malam_tahun_baru vespera_de_ano_novo reveillon nochevieja fin_de_ano канун_нового_года
feast 101: 元日 元旦 がんじつ new_year's_day new_years_day 새해_첫날 신정 tet_duong_lich mung_1_tet_tay วันปีใหม่ bagong_taon tahun_baru ano_novo ano_nuevo новый_год
feast 1225: クリスマス christmas christmas_day xmas 圣诞节 聖誕節 聖誕 크리스마스 성탄절 giang_sinh noel คริสต์มาส pasko natal navidad क्रिसमस ခရစ္စမတ် کریسمس
feast 1224: クリスマスイブ クリスマスイヴ christmas_eve xmas_eve 平安夜 크리스마스이브 크리스마스_이브 bisperas_ng_pasko nochebuena vespera_de_natal malam_natal
soon: 近日中 近いうち 数日中 数日以内 数日のうち ここ数日 間もなく まもなく もうすぐ 二、三日 2、3日 2〜3日 2~3日 in_a_few_days within_days in_the_next_few_days any_day_now coming_days a_few_days 过几天 過幾天 这几天 這幾天 近日 며칠_안 며칠_내 며칠_뒤 며칠_후 조만간 곧 vai_ngay_nua may_ngay_nua vai_ngay_toi may_ngay_toi sap_toi อีกไม่กี่วัน เร็วๆ_นี้ อีกสองสามวัน sa_mga_susunod_na_araw sa_loob_ng_ilang_araw ilang_araw dalam_beberapa_hari beberapa_hari_lagi daqui_a_alguns_dias nos_proximos_dias en_unos_dias en_los_proximos_dias в_ближайшие_дни через_несколько_дней скоро_придет केही_दिनमा केही_दिनपछि မကြာခင် ရက်ပိုင်းအတွင်း چند_روز_دیگر به_زودی
habit: 決まって きまって 曜日ごと 毎日 毎週 毎月 毎晩 毎朝 毎回 毎年 いつも しょっちゅう 定期的 ときどき 時々 たびたび 頻繁 よく 週に 月に 隔週 に一度 ごとに ごと every every_day every_week every_month every_few always often usually regularly each once_a weekly monthly 每天 每周 每星期 每个月 每月 每晚 每次 每個月 每週 经常 經常 常常 总是 總是 一直 매일 매주 매달 매월 매번 항상 자주 늘 마다 moi_ngay moi_tuan moi_thang hang_ngay hang_tuan hang_thang thuong_xuyen luon_luon hay moi ทุกวัน ทุกสัปดาห์ ทุกอาทิตย์ ทุกเดือน ทุกคืน ทุก ประจำ บ่อยๆ araw-araw tuwing linggo-linggo buwan-buwan palagi lagi madalas kada setiap tiap selalu sering tiap-tiap todo_dia toda_semana todos_os_dias todo_mes toda sempre cada todos_los_dias cada_semana cada_mes siempre todos_los каждый каждую каждое каждые каждой всегда часто постоянно регулярно हरेक सधैं प्रत्येक दिनदिनै အမြဲ နေ့တိုင်း အပတ်တိုင်း တိုင်း လတိုင်း هر همیشه اغلب هفته_ای រាល់ өдөр_бүр бүр
mornbad 0: por_la_manana de_la_manana en_la_manana esta_manana la_manana
glue 0: ほど くらい ぐらい 程 近く の の, に は と 、 of the of_the de del do da la el na ng sa pada on at vào vao ngay lam luc lúc в во на на_этой от по の日 日の день дня に、 का की को मा मै काे ของ ที่ ที่จะ ใน วัน hari dari в_ночь night evening morning afternoon nights 夜 朝 昼 晩 深夜 未明 早朝 午前 午後 夕方 晚上 早上 下午 上午 凌晨 夜里 半夜 밤 아침 저녁 오전 오후 새벽 sang toi chieu dem trua เช้า เย็น บ่าย คืน ค่ำ ดึก umaga gabi hapon madaling_araw pagi siang sore malam dini_hari manha tarde noite madrugada noche утром вечером ночью днем बिहान राति बेलुका दिउँसो မနက် ည ညနေ صبح شب عصر ظهر agora ngay
`;

/** Cardinals and ordinals 1 to 31 where no rule forms them: language, then the words in order from one (`/` between variants, `_` blank). */
export const numberWords = `
en one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty_one/twenty-one twenty_two/twenty-two twenty_three/twenty-three twenty_four/twenty-four twenty_five/twenty-five twenty_six/twenty-six twenty_seven/twenty-seven twenty_eight/twenty-eight twenty_nine/twenty-nine thirty thirty_one/thirty-one
en! first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty_first/twenty-first twenty_second/twenty-second twenty_third/twenty-third twenty_fourth/twenty-fourth twenty_fifth/twenty-fifth twenty_sixth/twenty-sixth twenty_seventh/twenty-seventh twenty_eighth/twenty-eighth twenty_ninth/twenty-ninth thirtieth thirty_first/thirty-first
en! 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st
es uno/un/primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta treinta_y_uno
pt um/primeiro dois/duas tres quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis dezessete dezoito dezenove vinte vinte_e_um vinte_e_dois vinte_e_tres vinte_e_quatro vinte_e_cinco vinte_e_seis vinte_e_sete vinte_e_oito vinte_e_nove trinta trinta_e_um
vi mot hai ba bon/tu nam sau bay tam chin muoi muoi_mot muoi_hai muoi_ba muoi_bon/muoi_tu muoi_lam muoi_sau muoi_bay muoi_tam muoi_chin hai_muoi/hai_chuc hai_muoi_mot/hai_mot/ham_mot hai_muoi_hai/hai_hai/ham_hai hai_muoi_ba/hai_ba/ham_ba hai_muoi_bon/hai_muoi_tu/hai_tu/ham_bon/ham_tu hai_muoi_lam/hai_lam/ham_lam/hai_muoi_nham hai_muoi_sau/hai_sau/ham_sau hai_muoi_bay/hai_bay/ham_bay hai_muoi_tam/hai_tam/ham_tam hai_muoi_chin/hai_chin/ham_chin ba_muoi/ba_chuc ba_muoi_mot/ba_mot
id satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas sembilan_belas dua_puluh dua_puluh_satu dua_puluh_dua dua_puluh_tiga dua_puluh_empat dua_puluh_lima dua_puluh_enam dua_puluh_tujuh dua_puluh_delapan dua_puluh_sembilan tiga_puluh tiga_puluh_satu
fil isa/isang dalawa/dalawang tatlo/tatlong apat/apat_na lima/limang anim/anim_na pito/pitong walo/walong siyam/siyam_na sampu/sampung labing-isa labindalawa labintatlo labing-apat labinlima labing-anim labimpito labingwalo labinsiyam dalawampu/bente/beinte dalawampu't_isa/bente_uno dalawampu't_dalawa/bente_dos dalawampu't_tatlo/bente_tres dalawampu't_apat/bente_kwatro dalawampu't_lima/bente_singko dalawampu't_anim/bente_sais dalawampu't_pito/bente_siyete dalawampu't_walo/bente_otso dalawampu't_siyam/bente_nuwebe tatlumpu/trenta tatlumpu't_isa/trenta_y_uno
fil2 uno dos tres kwatro/kuwatro singko sais siyete otso nuwebe/nwebe diyes onse dose trese katorse kinse disisais disisiyete disiotso disinuwebe
ru один/одну/первого/первое два/две/второго/второе три/третьего/третье четыре/четвертого/четвертое пять/пятого/пятое шесть/шестого/шестое семь/седьмого/седьмое восемь/восьмого/восьмое девять/девятого/девятое десять/десятого/десятое одиннадцать/одиннадцатого/одиннадцатое двенадцать/двенадцатого/двенадцатое тринадцать/тринадцатого/тринадцатое четырнадцать/четырнадцатого/четырнадцатое пятнадцать/пятнадцатого/пятнадцатое шестнадцать/шестнадцатого/шестнадцатое семнадцать/семнадцатого/семнадцатое восемнадцать/восемнадцатого/восемнадцатое девятнадцать/девятнадцатого/девятнадцатое двадцать/двадцатого/двадцатое двадцать_один/двадцать_первого/двадцать_первое двадцать_два/двадцать_второго/двадцать_второе двадцать_три/двадцать_третьего/двадцать_третье двадцать_четыре/двадцать_четвертого/двадцать_четвертое двадцать_пять/двадцать_пятого/двадцать_пятое двадцать_шесть/двадцать_шестого/двадцать_шестое двадцать_семь/двадцать_седьмого/двадцать_седьмое двадцать_восемь/двадцать_восьмого/двадцать_восьмое двадцать_девять/двадцать_девятого/двадцать_девятое тридцать/тридцатого/тридцатое тридцать_один/тридцать_первого/тридцать_первое
th หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง สิบสาม สิบสี่ สิบห้า สิบหก สิบเจ็ด สิบแปด สิบเก้า ยี่สิบ ยี่สิบเอ็ด ยี่สิบสอง ยี่สิบสาม ยี่สิบสี่ ยี่สิบห้า ยี่สิบหก ยี่สิบเจ็ด ยี่สิบแปด ยี่สิบเก้า สามสิบ สามสิบเอ็ด
ne एक/पहिलो दुई तीन चार पाँच/पांच छ सात आठ नौ दश/दस एघार बाह्र तेह्र चौध पन्ध्र सोह्र सत्र अठार उन्नाइस बीस एक्काइस बाइस तेइस चौबीस पच्चीस छब्बीस सत्ताइस अट्ठाइस उनन्तीस तीस एकतीस
my တစ်/တ နှစ် သုံး လေး ငါး ခြောက် ခုနစ်/ခုနှစ် ရှစ် ကိုး တစ်ဆယ်/ဆယ် ဆယ့်တစ် ဆယ့်နှစ် ဆယ့်သုံး ဆယ့်လေး ဆယ့်ငါး ဆယ့်ခြောက် ဆယ့်ခုနစ် ဆယ့်ရှစ် ဆယ့်ကိုး နှစ်ဆယ် နှစ်ဆယ့်တစ် နှစ်ဆယ့်နှစ် နှစ်ဆယ့်သုံး နှစ်ဆယ့်လေး နှစ်ဆယ့်ငါး နှစ်ဆယ့်ခြောက် နှစ်ဆယ့်ခုနစ် နှစ်ဆယ့်ရှစ် နှစ်ဆယ့်ကိုး သုံးဆယ် သုံးဆယ့်တစ်
fa یک/یکم/اول دو/دوم سه/سوم چهار/چهارم پنج/پنجم شش/ششم هفت/هفتم هشت/هشتم نه/نهم ده/دهم یازده/یازدهم دوازده/دوازدهم سیزده/سیزدهم چهارده/چهاردهم پانزده/پانزدهم شانزده/شانزدهم هفده/هفدهم هجده/هجدهم نوزده/نوزدهم بیست/بیستم بیست_و_یک/بیست_و_یکم بیست_و_دو/بیست_و_دوم بیست_و_سه/بیست_و_سوم بیست_و_چهار/بیست_و_چهارم بیست_و_پنج/بیست_و_پنجم بیست_و_شش/بیست_و_ششم بیست_و_هفت/بیست_و_هفتم بیست_و_هشت/بیست_و_هشتم بیست_و_نه/بیست_و_نهم سی/سیام/سی_ام سی_و_یک/سی_و_یکم
ja いち に さん よん/し ご ろく なな/しち はち きゅう/く じゅう じゅういち じゅうに じゅうさん じゅうよん/じゅうし じゅうご じゅうろく じゅうなな/じゅうしち じゅうはち じゅうきゅう/じゅうく にじゅう にじゅういち にじゅうに にじゅうさん にじゅうよん/にじゅうし にじゅうご にじゅうろく にじゅうなな/にじゅうしち にじゅうはち にじゅうきゅう/にじゅうく さんじゅう さんじゅういち
jaday ついたち ふつか みっか よっか いつか むいか なのか ようか ここのか とおか - - - じゅうよっか - - - - - はつか - - - にじゅうよっか
ko 일 이 삼 사 오 육/유 칠 팔 구 십/시 십일 십이 십삼 십사 십오 십육 십칠 십팔 십구 이십 이십일 이십이 이십삼 이십사 이십오 이십육 이십칠 이십팔 이십구 삼십 삼십일
ko2 하나/한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두
ko3 하루 이틀 사흘 나흘 닷새 엿새 이레 여드레 아흐레 열흘
`;
