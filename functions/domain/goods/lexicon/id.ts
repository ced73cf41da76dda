/** Indonesian (and Malay words heard in it). Sources: Indonesia's narcotics and customs laws, BNN's public glossary. */
import type { GoodsTable } from "../goods-table.ts";

export const ID: GoodsTable = {
  langs: ["id"],
  rows: [
    {
      code: "stimulants",
      words:
        "sabu|sabu-sabu|shabu|shabu-shabu|syabu|metamfetamina|metamfetamin|methamphetamine|amfetamin|meth|sabu sabu|pil yaba",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "es|kristal|ubas|beling|tawas|gula batu|serbuk kristal",
      note: "street; everyday words",
      support: 2,
    },
    {
      code: "none",
      words:
        "restoran shabu-shabu|makan shabu|warung shabu|es krim|es batu|es teh|kotak es|kelapa gading|bungkus permen|kemasan permen|laporan palsu|label palsu|invoice palsu|dinding palsu|lantai palsu|deklarasi palsu|email palsu|sms palsu|nikah palsu|pernikahan palsu|tanda tangan palsu|telepon palsu|berita palsu|kabar palsu|resi palsu|bom waktu|es kopi|es campur|link palsu|situs palsu",
      note: "the dish",
    },
    {
      code: "cannabis",
      words:
        "ganja|mariyuana|marijuana|cimeng|gele|hasis|minyak ganja|permen ganja|gelek|tembakau gorila|tembakau sintetis|sinte|ganja kering|getah ganja|hashish|kue ganja|cokelat ganja",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "rumput|daun|daun kering|baks|gummies|permen jeli",
      note: "street",
      support: 2,
    },
    { code: "cocaine", words: "kokain|kokaina|cocaine", note: "official" },
    { code: "cocaine", words: "coke|koka", note: "street", support: 1 },
    {
      code: "opioids",
      words: "heroin|putaw|opium|candu|morfin|fentanil|fentanyl|kodein|tramadol",
      note: "official and street",
    },
    {
      code: "mdma",
      words: "ekstasi|inex|pil ekstasi|mdma|ineks|pil setan|ekstasy",
      note: "official and street",
    },
    { code: "mdma", words: "pil warna-warni|pil berwarna", note: "street", support: 1 },
    {
      code: "other_drugs",
      words:
        "ketamin|ketamine|jamur ajaib|jamur tahi sapi|lsd|happy water|psikotropika|pil koplo|dumolid|kratom|katinon|magic mushroom|obat bius|happy five|etomidate|vape narkoba|liquid narkoba|prekursor|efedrin",
      note: "official and street",
    },
    {
      code: "other_drugs",
      words:
        "narkoba|narkotika|narkotik|obat terlarang|barang haram|obat-obatan terlarang|drugs|serbuk putih|bubuk putih",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "obat|bubuk|serbuk|pil",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words: "toko obat|obat batuk|obat flu|obat nyamuk|obat herbal|obat pribadi|obat maag|obat masuk angin",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "senjata api|senpi|pistol|revolver|senapan|laras panjang|senjata rakitan|pistol rakitan|bagian senjata|suku cadang senjata|airsoft modif|peredam suara|bagian pistol|senapan angin|komponen pistol",
      note: "plain words",
    },
    { code: "firearms", words: "senjata|beceng|bedil", note: "generic", support: 1 },
    { code: "none", words: "pistol air|pistol mainan|senjata tajam|pistol pijat", note: "toys" },
    {
      code: "ammunition",
      words: "peluru|amunisi|selongsong|butir peluru|magazen|mesiu peluru",
      note: "plain words",
    },
    {
      code: "explosives",
      words: "bahan peledak|dinamit|detonator|granat|bom|mesiu|tnt|handak|sumbu ledak",
      note: "plain words",
    },
    { code: "explosives", words: "petasan|kembang api|bom ikan", note: "everyday words", support: 1 },
    {
      code: "gold",
      words:
        "emas batangan|batangan emas|emas|kilo emas|perhiasan emas|kalung emas|emas murni|emas selundupan|serbuk emas|logam mulia|pasta emas|gelang emas|emas cair|emas lantakan",
      note: "plain words",
    },
    {
      code: "none",
      words: "warna emas|kartu emas|tanjung emas|kesempatan emas|pekan emas|keemasan|rambut emas|anak emas",
      note: "colour and names",
    },
    {
      code: "cash",
      words:
        "uang tunai tidak dilaporkan|gepokan uang|uang gepokan|tumpukan uang|uang palsu|koper uang|koper penuh uang|uang tunai diselundupkan|uang tunai disembunyikan|uang selundupan|segepok uang|uang dalam koper|uang tunai tanpa lapor|bundelan uang|uang tunai miliaran",
      note: "plain words",
    },
    { code: "cash", words: "uang tunai|uang kas|valas|dolar", note: "everyday words", support: 2 },
    {
      code: "none",
      words: "bayar tunai|dibayar tunai|secara tunai|dengan uang tunai|dibayar uang tunai|pakai uang tunai",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "rokok ilegal|rokok selundupan|miras ilegal|rokok tanpa cukai|rokok polos|tanpa pita cukai|minuman keras ilegal|miras selundupan|rokok palsu|miras oplosan|alkohol selundupan|pita cukai palsu|rokok tanpa pita|rokok gelap",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "rokok|kretek|miras|minuman keras|wiski|vodka|cerutu|arak|slop rokok|tembakau|vape|alkohol|whisky|minuman beralkohol|anggur merah|ciu|sisha",
      note: "everyday words",
      support: 1,
    },
    { code: "none", words: "merokok|minum miras|minum alkohol|mabuk miras", note: "drinking and smoking" },
    {
      code: "counterfeit",
      words:
        "palsu|barang palsu|barang kw|tas kw|tiruan|bajakan|tas palsu|sepatu palsu|jam palsu|merek palsu|kw super|barang tiruan|sepatu kw|jam tangan kw|kosmetik palsu|obat palsu|replika|kw 1|merk palsu|produk palsu|logo palsu|hp palsu",
      note: "plain words",
    },
    {
      code: "none",
      words:
        "paspor palsu|identitas palsu|nama palsu|akun palsu|visa palsu|dokumen palsu|alamat palsu|ktp palsu|nomor palsu|kartu palsu|penipu palsu|bea cukai palsu|petugas palsu|zairyu card palsu|surat palsu|polisi palsu",
      note: "not goods",
    },
    {
      code: "counterfeit",
      words: "tas bermerek|barang bermerek|rolex|gucci|louis vuitton|merek terkenal|branded",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "gading|gading gajah|cula badak|trenggiling|sisik trenggiling|benih sidat|glass eel|sidat|benur|benih lobster|kukang|berang-berang|kura-kura|penyu|kakatua|burung langka|burung nuri|satwa langka|satwa liar|satwa dilindungi|hewan langka|hewan dilindungi|reptil|kadal|tokek|biawak|iguana|ular|sanca|kulit buaya|kulit ular|kulit harimau|tulang harimau|empedu beruang|sirip hiu|karang hias|koral|terumbu karang|kuda laut|monyet|orangutan|lutung|kasuari|cendrawasih|anggrek liar|gaharu|kayu sonokeling|arwana|rangkong|murai|sisik penyu|tanduk rusa|taring harimau|tarantula|kalajengking|penyu sisik|owa|siamang|burung hidup|kumbang tanduk|telur penyu|opsetan|burung lori|soa-soa|soa layar",
      note: "CITES groups in plain words",
    },
    { code: "wildlife", words: "burung|hewan|satwa|serangga|binatang", note: "everyday words", support: 2 },
    {
      code: "none",
      words: "kebun binatang|dasar binatang|karantina hewan|kalian binatang",
      note: "harmless longer words",
    },
    {
      code: "strategic_goods",
      words:
        "izin ekspor|kontrol ekspor|guna ganda|serat karbon|mesin perkakas|mesin cnc|alat ukur presisi|sentrifugal|sentrifus|pompa vakum|teropong malam|kamera termal|giroskop|semikonduktor|cip|sanksi|embargo|militer|rudal|suku cadang drone|mesin drone|drone|uranium|radioaktif|senjata kimia|korea utara|rompi antipeluru|chip",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "tanpa izin ekspor|guna ganda|serat karbon|sentrifus|teropong malam|menghindari sanksi|teropong penglihatan malam",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "daging|daging babi|daging sapi|dendeng|abon|sosis|rendang|daging mentah|bakso|teripang|abalon|kepiting|bulu babi|hasil laut|seafood|mobil curian|motor curian|barang curian|curian|hasil curian|obat keras|obat pelangsing|botoks|obat resep|obat kuat|viagra|obat aborsi|buah-buahan|mangga|salak|durian|bibit|benih|tanaman|barang antik|arca|limbah|rongsok|besi tua|freon|kabel|tembaga|pedang|kosmetik|kosmetik ilegal|telur|beras|sarang walet|lobster|rokok elektrik|jamu|suplemen|cabai|obat-obatan|alat setrum|skincare|buah segar|buah mangga|buah salak|tanah dalam pot",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    { code: "none", words: "buahan tangan|sebuah|tanah air|tanah abang", note: "harmless longer words" },
    { code: "cocaine", words: "salju", note: "everyday words", support: 2 },
    { code: "mdma", words: "permen|kancing", note: "everyday words", support: 2 },
    { code: "other_drugs", words: "dadah", note: "everyday words", support: 1 },
  ],
};
