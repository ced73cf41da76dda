/** Filipino (Tagalog with English). Sources: the Philippines' drug and customs laws, press glossaries of street words. */
import type { GoodsTable } from "../goods-table.ts";

export const FIL: GoodsTable = {
  langs: ["fil"],
  rows: [
    {
      code: "stimulants",
      words: "shabu|syabu|siyabu|methamphetamine|meth|sha-bu|shabs",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "bato|tawas|kristal|crystal|ice|ubas",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cannabis",
      words:
        "marijuana|mariwana|marihuwana|damo|tsongke|chongke|jutes|hashish|kush|cannabis oil|weed|ganja|mga damo|thc|vape na may thc|chongki",
      note: "official and street",
    },
    { code: "cannabis", words: "tuyong dahon|gummies|brownies", note: "street", support: 1 },
    {
      code: "none",
      words:
        "maraming damo sa|damuhan|nagtatabas ng damo|damong ligaw|peke ba|peke po ba|pekeng customs|pekeng pulis|pekeng kasal|pekeng papeles|pekeng dokumento|pekeng invoice|pekeng link|pekeng text|pekeng website|peke ang passport|peke yung tawag|ahas siya|ahas na kaibigan|rugby team|rugby match|ice cream|iced coffee|yelo|gold coast|1 lapad|2 lapad|3 lapad|4 lapad|5 lapad|6 lapad|7 lapad|8 lapad|9 lapad|10 lapad|15 lapad|20 lapad|30 lapad|50 lapad|100 lapad",
      note: "grass",
    },
    { code: "cocaine", words: "cocaine|kokaina|kokeyn|kokain", note: "official" },
    { code: "cocaine", words: "coke|koka", note: "street", support: 1 },
    { code: "opioids", words: "heroin|heroina|opyo|opium|morpina|morphine|fentanyl", note: "official" },
    { code: "mdma", words: "ecstasy|party drugs|mdma|ekstasi|party drug", note: "official and street" },
    {
      code: "mdma",
      words: "tableta na iba-iba ang kulay|makukulay na tableta|kendi|pills na makukulay",
      note: "street",
      support: 1,
    },
    {
      code: "other_drugs",
      words:
        "ketamine|ketamina|magic mushroom|kabute na droga|lsd|nubain|fly high|liquid ecstasy|happy water|ephedrine",
      note: "official and street",
    },
    {
      code: "other_drugs",
      words:
        "droga|ilegal na droga|drugs|bawal na gamot|bisyo na gamot|pinagbabawal na gamot|ipinagbabawal na gamot|puting pulbos|illegal drugs",
      note: "kind not known",
      generic: true,
    },
    { code: "other_drugs", words: "gamot|pulbos|epektos", note: "everyday words", generic: true, support: 2 },
    {
      code: "firearms",
      words:
        "baril|pistola|rebolber|rifle|shotgun|kwarenta'y singko|kuwarenta'y singko|45 caliber|armalite|paltik|sumpak|handgun|gun|guns|piyesa ng baril|parte ng baril|silencer|bahagi ng baril|de kalibre|nuwebe milimetro|9mm na baril",
      note: "plain words",
    },
    { code: "firearms", words: "armas|sandata|tsinelas na bakal", note: "generic", support: 1 },
    { code: "none", words: "laruang baril|baril-barilan|water gun|barilan ng tubig", note: "toys" },
    {
      code: "ammunition",
      words: "bala|mga bala|ammo|ammunition|bullet|bullets|magasin ng bala|basyo",
      note: "plain words",
    },
    {
      code: "none",
      words: "kung sino ang bala|balang araw|balak|bahala|wala kayong bala",
      note: "harmless longer words",
    },
    {
      code: "explosives",
      words: "granada|dinamita|pampasabog|bomba|blasting cap|pulbura|detonator|eksplosibo",
      note: "plain words",
    },
    { code: "explosives", words: "paputok|fireworks|piccolo", note: "everyday words", support: 1 },
    {
      code: "gold",
      words:
        "ginto|gintong bara|gold bar|gold bars|alahas na ginto|kwintas na ginto|purong ginto|gold paste|gintong kuwintas|gold|kilo ng ginto",
      note: "plain words",
    },
    {
      code: "cash",
      words:
        "bungkos ng pera|bundles ng pera|bundle ng pera|hindi deklaradong pera|perang hindi dineklara|pekeng pera|limpak na salapi|bulto ng pera|maleta ng pera|maletang puno ng pera|itinagong pera|salaping hindi dineklara|undeclared cash|lapad na nakatago|nakatagong pera",
      note: "plain words",
    },
    { code: "cash", words: "cash|pera|salapi|lapad|dolyar", note: "everyday words", support: 2 },
    {
      code: "none",
      words:
        "bayad na cash|in cash|magbayad ng cash|cash ang bayad|cash basis|kumita ng pera|hingi ng pera|nagpapadala ng pera|magpadala ng pera|pera padala|humihingi ng pera|bayaran ng pera|wala akong pera|nagbabayad ng cash",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "puslit na sigarilyo|puslit na alak|sigarilyong walang buwis|sigarilyong puslit|pekeng sigarilyo|alak na walang buwis|smuggled na sigarilyo|smuggled cigarettes|pekeng alak|walang tax stamp|sigarilyong walang selyo",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "sigarilyo|yosi|alak|tabako|whisky|vodka|lambanog|vape|kaha ng sigarilyo|ream ng sigarilyo|gin|brandy|alfonso",
      note: "everyday words",
      support: 1,
    },
    {
      code: "none",
      words: "umiinom ng alak|lasing sa alak|nagyoyosi|nag-yoyosi|naninigarilyo",
      note: "drinking and smoking",
    },
    {
      code: "counterfeit",
      words:
        "peke|pekeng bag|pekeng sapatos|pekeng relo|class a na bag|class a|imitasyon|piniratang|pirata|fake na bag|fake na sapatos|fake na branded|pekeng branded|pekeng gamot|replica|fake na relo|fake na lv|fake na nike|pekeng produkto|fake na gamit|pekeng kolorete|pekeng cellphone|overrun na peke|fake na mga bag",
      note: "plain words",
    },
    {
      code: "none",
      words: "pekeng account|pekeng passport|pekeng pangalan|pekeng id|pekeng visa|fake account",
      note: "not goods",
    },
    {
      code: "counterfeit",
      words: "branded na bag|branded|rolex|louis vuitton|gucci|lv",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "garing|pangil ng elepante|pangolin|balintong|kaliskis ng pangolin|glass eel|igat|semilya ng igat|palos|pagong|pawikan|loro|ibong loro|ahas|tuko|bayawak|butiki|unggoy|endangered|hayop na bawal|ligaw na hayop|agila|palikpik ng pating|korales|kabibe na bawal|taklobo|tarsier|bear bile|wildlife|kakaibang hayop|exotic na hayop|dapo na ligaw|orkidyas|gagamba|tarantula|kabayo-kabayuhan|mga ibon|buhay na ibon|sungay ng rhino|otter|hawksbill|musang",
      note: "CITES groups in plain words",
    },
    { code: "wildlife", words: "ibon|hayop|insekto", note: "everyday words", support: 2 },
    { code: "none", words: "hayop ka|hayop kayo|mga hayop kayo|loro ka|ahas ka|hayup", note: "insults" },
    {
      code: "strategic_goods",
      words:
        "export permit|export license|dual-use|carbon fiber|machine tool|night vision|thermal camera|centrifuge|sanctions|sanction|pang-militar|pangmilitar|missile|piyesa ng drone|drone parts|drone|uranium|radioactive|north korea|embargo|semiconductor|panukat na makina|walang permiso sa pag-export|walang export permit|body armor|computer chips",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "walang export permit|walang export license|dual-use|carbon fiber|centrifuge|night vision|walang permiso sa pag-export",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "nakaw|ninakaw|karne|baboy|longganisa|tocino|chicharon|karneng baboy|tapa|hotdog|de lata na karne|chorizo|bagnet|lechon|karneng baka|itlog na maalat|balut|sea cucumber|balatan|abalone|alimango|alimasag|seafood na hindi deklarado|nakaw na kotse|nakaw na sasakyan|karnap|carnap|nakaw na motor|nakaw na gamit|ninakaw na|nakaw na|gamot sa pampapayat|pampapayat|gluta|glutathione|pampaputi|botox|reseta|viagra|cytotec|prutas|mangga|buto ng halaman|halaman|antigo|basura na elektroniko|scrap|kable ng kuryente|tanso|espada|kosmetiko|sabong pampaputi|injectable|itlog|bigas|steroids|manok|gulay|stun gun|karne ng baka|corned beef|bulalo",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    {
      code: "none",
      words:
        "bakasyon|baka po|baka naman|baka kasi|baka may|baka mapatay|baka ako|baka siya|baka sila|baka mali|baka may alam|baka kung|baka pwede|baka hindi|baka kayo|baka mapahamak|baka malaman|baka patayin|baka ma|baka na|baka meron|babuyan|taga-baboy|baboy kayo|mga baboy",
      note: "'baka' also means perhaps",
    },
    { code: "cannabis", words: "dahon", note: "everyday words", support: 2 },
    { code: "other_drugs", words: "rugby", note: "everyday words", support: 1 },
  ],
};
