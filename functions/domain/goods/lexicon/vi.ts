/** Vietnamese; written with tone marks, matched without them in messages that have none. Sources: Vietnam's narcotics law, press glossaries. */
import type { GoodsTable } from "../goods-table.ts";

export const VI: GoodsTable = {
  langs: ["vi"],
  rows: [
    {
      code: "stimulants",
      words:
        "ma túy đá|ma tuý đá|methamphetamine|hồng phiến|chất kích thích dạng đá|meth|ngựa hồng|thuốc phiện đá|=hàng đá|=Hàng đá|=đập đá|=Đập đá|=chơi đá|=Chơi đá|=bán đá|=Bán đá|ma tuy da|mua bán ma túy đá",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "hàng đập|pha lê|=đá",
      note: "street; also stone and ice",
      support: 1,
    },
    {
      code: "none",
      words:
        "đá bóng|nước đá|đá lạnh|trà đá|cà phê đá|đá quý|đá phiến|đá gà|đá hoa|đá ốp|đá granite|đá cuội|tủ đá|đá khô|đá mỹ nghệ|sỏi đá|bóng đá|đá tôi|đá vào|đá cửa|ướp đá|đá cây|thùng đá|bổ sung|rượu vang|hàng giá trị|hàng giá rẻ|phao cứu sinh|phao nổi",
      note: "harmless longer words",
    },
    {
      code: "cannabis",
      words:
        "cần sa|nhựa cần sa|dầu cần sa|kẹo cần sa|bánh cần sa|tinh dầu cần|hút cần|búp cần|cần canada|cần sa khô|=bồ đà|=Bồ đà|=tài mà|=Tài mà|=bán cần|=Bán cần|=trồng cần|=Trồng cần|=lá cần|=Lá cần|=cần mỹ|=Cần mỹ|=cần khô|=Cần khô|=cần thái|=Cần thái|trồng cần sa|bán cần sa",
      note: "official and street",
    },
    { code: "cannabis", words: "cỏ mỹ|hàng xanh|pod chill|thuốc lá mỹ|=cỏ|=lá", note: "street", support: 1 },
    {
      code: "none",
      words: "cắt cỏ|bãi cỏ|máy cắt cỏ|lá thư|lá cây|lá trà|lá chuối|chiếc lá|rau cần",
      note: "harmless longer words",
    },
    { code: "cocaine", words: "cocain|cocaine|cô ca in|côcain|coca in|hàng coke|kôkain", note: "official" },
    { code: "cocaine", words: "coke|bột trắng nam mỹ|coca", note: "street", support: 1 },
    {
      code: "opioids",
      words:
        "heroin|hê rô in|bạch phiến|thuốc phiện|nha phiến|anh túc|moóc phin|morphin|fentanyl|hàng trắng|cây thẩu|quả thuốc phiện|codein|xái thuốc",
      note: "official and street",
    },
    {
      code: "mdma",
      words: "thuốc lắc|ecstasy|kẹo lắc|viên lắc|viên nén nhiều màu|thuốc lắc mdma|mdma",
      note: "official and street",
    },
    { code: "mdma", words: "viên màu|cắn kẹo|bánh kẹo bay|=kẹo|=ngọc", note: "street", support: 2 },
    {
      code: "other_drugs",
      words:
        "ketamin|ketamine|ke ta min|hàng khay|nấm thần|nấm ảo giác|tem giấy|bùa lưỡi|nước vui|cỏ mỹ tổng hợp|khí cười|bóng cười|thuốc ngáo|lsd|ghb|nước biển ma túy|ma túy tổng hợp|pod lạnh|thuốc lá điện tử ma túy|tiền chất ma túy|lá khát|thuốc gây ảo giác|nấm ma thuật|kẹo nấm|=thuốc mê|=Thuốc mê",
      note: "official and street",
    },
    { code: "other_drugs", words: "=ke|=khay|=tem|=nấm", note: "street", support: 2 },
    {
      code: "other_drugs",
      words: "ma túy|ma tuý|chất cấm|hàng cấm|thuốc cấm|chất gây nghiện|bột trắng|hàng trắng bột",
      note: "kind not known",
      generic: true,
    },
    { code: "other_drugs", words: "thuốc|bột", note: "everyday words", generic: true, support: 2 },
    {
      code: "none",
      words:
        "thuốc cảm|thuốc bắc|nhà thuốc|hiệu thuốc|bột giặt|bột mì|thuốc trừ sâu|thuốc nam|bột ngọt|bột canh|sữa bột",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "khẩu súng|súng ngắn|súng lục|súng trường|súng săn|súng tự chế|súng hoa cải|tiểu liên|súng ak|k54|nòng súng|linh kiện súng|bộ phận súng|rulo|súng colt|khẩu colt|súng côn|giảm thanh|băng đạn|súng hơi|súng bắn đạn cao su|=súng|=Súng|cây súng|bán súng|cầm súng|buôn súng|nổ súng|cay sung ngan",
      note: "plain words",
    },
    { code: "firearms", words: "vũ khí|hàng nóng|chó lửa", note: "generic or street", support: 1 },
    {
      code: "none",
      words: "súng nước|súng đồ chơi|hoa súng|súng massage|súng bắn đinh|súng bắn keo",
      note: "harmless longer words",
    },
    {
      code: "ammunition",
      words:
        "viên đạn|băng đạn|đạn dược|hộp đạn|vỏ đạn|đạn chì|đạn thật|=đạn|=Đạn|đạn súng|đạn ak|băng đạn súng",
      note: "plain words",
    },
    {
      code: "explosives",
      words:
        "thuốc nổ|kíp nổ|lựu đạn|chất nổ|thuốc súng|dây cháy chậm|ngòi nổ|kíp mìn|=bom|=Bom|=mìn|=Mìn|quả bom|trái bom|bom mìn",
      note: "plain words",
    },
    { code: "explosives", words: "pháo nổ|pháo hoa|=pháo|đốt pháo", note: "everyday words", support: 1 },
    {
      code: "gold",
      words:
        "vàng miếng|vàng thỏi|vàng cây|cây vàng|lượng vàng|ký vàng|kí vàng|kg vàng|dây chuyền vàng|vàng lậu|vòng vàng|nhẫn vàng|bột vàng|vàng bột|miếng vàng|thỏi vàng|vàng ròng|vàng 9999|buôn vàng|lậu vàng|xách vàng|chuyển vàng|giấu vàng|vàng nguyên chất|lắc vàng|trang sức vàng|kilo vàng|mang vàng|đeo vàng|vàng sjc|chỉ vàng|vàng dạng bột|vàng dẻo|vàng nhão|vàng trang sức",
      note: "the single word is also the colour yellow",
    },
    { code: "gold", words: "=vàng", note: "also the colour yellow", support: 2 },
    {
      code: "none",
      words:
        "màu vàng|tóc vàng|vội vàng|dễ vàng|da vàng|tuần lễ vàng|áo vàng|túi vàng|xe vàng|đèn vàng|vàng nhạt|thẻ vàng|vàng hoe|băng keo vàng|vàng chanh|sẵn sàng vàng|dán vàng|đai vàng|vali vàng|sao vàng|cờ đỏ sao vàng|dấu vàng",
      note: "colour",
    },
    {
      code: "cash",
      words:
        "tiền mặt chưa khai|xấp tiền|cục tiền|vali tiền|bao tiền|tiền giả|ngoại tệ lậu|chuyển tiền lậu|mang tiền mặt|giấu tiền|tiền mặt không khai|tiền yên giấu|đô la giấu|tiền mặt lậu|buôn tiền|xách tiền mặt|thùng tiền|=cọc tiền|=Cọc tiền",
      note: "plain words",
    },
    { code: "cash", words: "tiền mặt|ngoại tệ|đô la", note: "everyday words", support: 2 },
    {
      code: "none",
      words: "trả tiền mặt|bằng tiền mặt|nhận tiền mặt|lấy tiền mặt|đưa tiền mặt cho",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "thuốc lá lậu|rượu lậu|thuốc lá trốn thuế|rượu giả|thuốc lá giả|thuốc lá không tem|rượu không tem|thuốc lá nhập lậu|buôn thuốc lá|không tem thuế|buôn lậu thuốc lá",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "thuốc lá|rượu|xì gà|rượu ngoại|whisky|vodka|cây thuốc|thuốc lào|thuốc lá điện tử|vape|shisha|rượu nếp|rượu mạnh|tút thuốc|thuốc lá jet|thuốc lá hero|bao thuốc|rượu thuốc|=bia|lon bia|thùng bia|chai bia",
      note: "everyday words",
      support: 1,
    },
    {
      code: "none",
      words: "uống rượu|say rượu|hút thuốc lá|nhậu rượu|uống bia|nhậu",
      note: "drinking and smoking",
    },
    {
      code: "counterfeit",
      words:
        "hàng nhái|hàng fake|hàng dởm|túi giả|đồng hồ giả|nhái hiệu|hàng super fake|hàng rep|nhái thương hiệu|giả nhãn hiệu|đồ fake|túi fake|giày fake|đồng hồ fake|túi nhái|rolex giả|lv giả|gucci giả|mỹ phẩm giả|thuốc giả|điện thoại giả|nước hoa giả|logo giả|quần áo giả|nhái gucci|nhái lv|hàng siêu cấp|=hàng giả|=Hàng giả|=áo giả|=Áo giả|=giày giả|=Giày giả|=nhãn giả|=Nhãn giả|hàng giả hàng nhái",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words: "hàng hiệu|hàng loại 1|túi hiệu|rolex|gucci|louis vuitton|chanel|logo|hàng giả",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "ngà voi|sừng tê giác|tê tê|vảy tê tê|lươn giống|cá chình con|cá chình|culi|cu li nhỏ|rái cá|rùa sao|rùa cạn|đồi mồi|động vật hoang dã|động vật quý hiếm|loài quý hiếm|bò sát|thằn lằn|tắc kè|kỳ đà|tắc kè hoa|da trăn|da cá sấu|cao hổ|xương hổ|móng hổ|nanh hổ|mật gấu|tay gấu|vi cá|vi cá mập|san hô|cá ngựa|bọ cạp|nhện độc|lan rừng|chim quý|sóc bay|mèo rừng|gỗ trắc|trầm hương|cá rồng|chim cảnh|hổ con|báo gấm|sừng tê|cầy hương|sách đỏ|=trăn|=Trăn|=khỉ|=Khỉ|=vẹt|=Vẹt|=rùa|=Rùa|=chồn|=Chồn|=ngà|=Ngà|con trăn|con khỉ|con vẹt|con rùa|con chồn|khỉ con|rùa con|rùa biển",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "động vật|côn trùng|thú cưng|cây cảnh|=rắn|=chim|=thú",
      note: "everyday words",
      support: 2,
    },
    {
      code: "strategic_goods",
      words:
        "giấy phép xuất khẩu|kiểm soát xuất khẩu|lưỡng dụng|sợi carbon|sợi các bon|máy công cụ|máy cnc 5 trục|máy đo|máy ly tâm|bơm chân không|kính nhìn đêm|kính ngắm nhiệt|camera nhiệt|con quay hồi chuyển|thiết bị bán dẫn|chip|cấm vận|trừng phạt|quân sự|quân dụng|tên lửa|linh kiện drone|linh kiện máy bay không người lái|máy bay không người lái|uranium|phóng xạ|vũ khí hóa học|triều tiên|bắc hàn|lách lệnh trừng phạt",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "không có giấy phép xuất khẩu|không xin giấy phép xuất khẩu|lưỡng dụng|sợi carbon|máy ly tâm|lách lệnh cấm vận|kính nhìn đêm|lách cấm vận|né lệnh trừng phạt",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "ăn trộm|ăn cắp|trộm cắp|thịt heo|thịt lợn|thịt bò|thịt gà|lạp xưởng|nem chua|giò chả|chả lụa|xúc xích|thịt|thịt khô|khô bò|khô gà|nội tạng|hột vịt lộn|trứng vịt lộn|trứng lộn|hải sâm|bào ngư|cầu gai|nhím biển|hải sản|xe ăn cắp|xe trộm|xe ăn trộm|đồ ăn cắp|đồ ăn trộm|hàng ăn cắp|hàng trộm|xe gian|thuốc tây|thuốc giảm cân|botox|thuốc kê đơn|thuốc ngủ|thuốc cường dương|trái cây|xoài|vải thiều|mãng cầu|sầu riêng|hạt giống|cây giống|đồ cổ|phế liệu|rác thải|dây điện|dây đồng|dao kiếm|mỹ phẩm|mỹ phẩm ăn cắp|thuốc phá thai|thuốc tránh thai|pa tê|pate|heo quay|trái cây tươi|ớt tươi|roi điện|tinh bò wagyu|giống nho|thực phẩm chức năng|=giò|=chả|=mắm|=nem|=rau|giò lụa|giò thủ|nước mắm|mắm tôm|nem rán|rau muống|rau sống|rau củ|con cua|cua biển|cua hoàng đế|cua sống|trái nhãn|quả nhãn|nhãn lồng|nhãn tươi",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    {
      code: "none",
      words: "công cua|con cua quẹo|thị thực|công nhãn|nhãn hiệu|nhãn mác|rau sạch|nông trại rau",
      note: "harmless longer words",
    },
    {
      code: "stimulants",
      words: "hàng lạnh|đồ lạnh|hàng đá|bán đá|chơi đá|đập đá",
      note: "everyday words",
      support: 2,
    },
    { code: "cannabis", words: "bán cần|trồng cần|bồ đà", note: "everyday words", support: 2 },
    { code: "firearms", words: "súng", note: "unclear without tone marks", support: 2 },
  ],
};
