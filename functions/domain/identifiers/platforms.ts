/** Names of messaging and social services as people write them, by the service they mean (own compilation). */
export const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  telegram:
    "telegram|tele|tg|テレグラム|てれぐらむ|テレ垢|电报|電報|纸飞机|紙飛機|텔레그램|텔레|텔그|เทเลแกรม|телеграм|телеграмм|телега|тг|تلگرام|टेलिग्राम|တယ်လီဂရမ်|တယ်လီဂရမ်|តេឡេក្រាម|телеграм",
  line: "line|ライン|らいん|라인|ไลน์|賴|лайн|लाइन|လိုင်း|លីន",
  whatsapp:
    "whatsapp|whats app|wa|ワッツアップ|왓츠앱|왓츠|วอทส์แอป|วอตส์แอป|вотсап|ватсап|воцап|whats|zap zap|واتساپ|واتس اپ|ह्वाट्सएप|ह्वाट्सएप|व्हाट्सएप",
  wechat: "wechat|weixin|微信|威信|薇信|v信|vx|wx|ウィーチャット|위챗|วีแชท|вичат|加v|加微|卫星",
  instagram:
    "instagram|insta|ig|インスタグラム|インスタ|いんすた|인스타그램|인스타|อินสตาแกรม|ไอจี|инстаграм|инста|اینستاگرام|اینستا|इन्स्टाग्राम|အင်စတာဂရမ်|អ៊ីនស្តាក្រាម",
  x: "twitter|ツイッター|ついったー|旧twitter|推特|트위터|ทวิตเตอร์|твиттер|توییتر|x.com|x",
  facebook:
    "facebook|fb|face|messenger|フェイスブック|フェースブック|メッセンジャー|脸书|臉書|페이스북|페북|เฟซบุ๊ก|เฟสบุ๊ค|เฟส|фейсбук|فیسبوک|फेसबुक|फेसबूक|म्यासेन्जर|ဖေ့စ်ဘုတ်|ဖေ့ဘုတ်|ហ្វេសប៊ុក|фэйсбүүк|фэйсбук",
  signal: "signal|シグナル|시그널|сигнал|سیگنال|सिग्नल",
  tiktok: "tiktok|tik tok|ティックトック|抖音|틱톡|ติ๊กต๊อก|ติ๊กตอก|тикток|تیک تاک|टिकटक",
  kakaotalk: "kakaotalk|kakao talk|kakao|カカオトーク|カカオ|カカトク|카카오톡|카톡|카카오",
  zalo: "zalo|ザロ",
  viber: "viber|バイバー|вайбер|вибер|وایبر|भाइबर|ဗိုင်ဘာ",
  discord: "discord|ディスコード|ディスコ|디스코드|дискорд",
  snapchat: "snapchat|snap|スナップチャット|스냅챗",
  qq: "qq|企鹅号|扣扣",
  skype: "skype|スカイプ|скайп",
  vk: "vk|vkontakte|вк|вконтакте",
  weibo: "weibo|微博|ウェイボー",
  xiaohongshu: "xiaohongshu|小红书|小紅書|red note|rednote",
  threads: "threads|スレッズ",
  youtube: "youtube|ユーチューブ|유튜브",
  session: "session id|セッション id",
  wickr: "wickr|ウィッカー",
  threema: "threema",
};

/** Names that are everyday words: they count only right beside an @ or the word ID, or typed as the brand is. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  "line|x|signal|face|tele|wa|snap|tg|threads|whats|сигнал|라인|ライン|シグナル|ザロ|賴|卫星|ディスコ|カカオ|лайн|लाइन|လိုင်း|ไลน์|messenger|เฟส|red note|電報|电报|телега".split(
    "|",
  ),
);

/** Words for an account name. */
export const ACCOUNT_WORDS =
  "id|ID|account|user|username|user name|name|アカウント|アカウント名|垢|ユーザー名|ユーザー|アイディー|アイディ|账号|帳號|賬號|号|號|用户名|아이디|계정|tài khoản|nick|ไอดี|บัญชี|akun|usuario|cuenta|usuário|conta|perfil|аккаунт|ник|айди|आइडी|خاتون|آیدی|အကောင့်|គណនី|хаяг";

/** Address forms: the host and path in front of the name. */
export const PLATFORM_LINKS: readonly (readonly [string, string])[] = [
  ["t.me/", "telegram"],
  ["telegram.me/", "telegram"],
  ["line.me/ti/p/", "line"],
  ["line.me/r/ti/p/", "line"],
  ["page.line.me/", "line"],
  ["lin.ee/", "line"],
  ["instagram.com/", "instagram"],
  ["instagr.am/", "instagram"],
  ["x.com/", "x"],
  ["twitter.com/", "x"],
  ["facebook.com/", "facebook"],
  ["fb.com/", "facebook"],
  ["fb.me/", "facebook"],
  ["m.me/", "facebook"],
  ["tiktok.com/", "tiktok"],
  ["open.kakao.com/me/", "kakaotalk"],
  ["open.kakao.com/o/", "kakaotalk"],
  ["discord.gg/", "discord"],
  ["snapchat.com/add/", "snapchat"],
  ["vk.com/", "vk"],
  ["weibo.com/", "weibo"],
  ["youtube.com/", "youtube"],
  ["threads.net/", "threads"],
];
