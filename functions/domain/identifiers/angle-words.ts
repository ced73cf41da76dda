/** Words and signs of geographic coordinates in the languages of the line (own compilation). */

export type AngleWord =
  | "degree"
  | "minute"
  | "second"
  | "north"
  | "south"
  | "east"
  | "west"
  | "latitude"
  | "longitude";

export const ANGLE_WORDS: Readonly<Record<AngleWord, string>> = {
  degree:
    "°|度|ど|degrees|degree|deg|도|độ|องศา|derajat|grado|grados|grau|graus|градус|градуса|градусов|डिग्री|درجه|ဒီဂရီ|អង្សា|хэм|digri",
  minute:
    "'|分|ふん|ぷん|minutes|minute|min|분|phút|ลิปดา|menit|minuto|minutos|минут|минута|минуты|मिनेट|मिनट|دقیقه|မိနစ်|នាទី",
  second:
    "\"|''|秒|びょう|seconds|second|sec|초|giây|ฟิลิปดา|พิลิปดา|detik|segundo|segundos|секунд|секунда|секунды|सेकेन्ड|सेकेण्ड|ثانیه|စက္ကန့်|វិនាទី",
  north:
    "北緯|北纬|ほくい|北|북위|north|norte|latitud norte|latitude norte|latitude north|utara|lintang utara|lu|bắc|vĩ bắc|vĩ độ bắc|bắc vĩ|เหนือ|ละติจูดเหนือ|северной широты|северная широта|с.ш.|с. ш.|сш|उत्तर|उत्तरी अक्षांश|उत्तर अक्षांश|شمالی|عرض شمالی|شمال|မြောက်|မြောက်လတ္တီတွဒ်|ខាងជើង|хойд|хойд өргөрөг|hilaga",
  south:
    "南緯|南纬|なんい|남위|south|sur|sul|latitud sur|latitude sul|selatan|lintang selatan|ls|vĩ nam|vĩ độ nam|ใต้|ละติจูดใต้|южной широты|ю.ш.|दक्षिण|جنوبی|တောင်လတ္တီတွဒ်|өмнөд|timog",
  east: "東経|东经|東經|とうけい|東|东|동경|east|este|leste|longitud este|longitude leste|longitude east|timur|bujur timur|bt|đông|kinh đông|kinh độ đông|đông kinh|ตะวันออก|ลองจิจูดตะวันออก|восточной долготы|восточная долгота|в.д.|в. д.|вд|पूर्व|पूर्वी देशान्तर|पूर्व देशान्तर|شرقی|طول شرقی|شرق|အရှေ့|အရှေ့လောင်ဂျီတွဒ်|ខាងកើត|зүүн|зүүн уртраг|silangan",
  west: "西経|西经|西經|せいけい|서경|west|oeste|longitud oeste|longitude oeste|bujur barat|bb|kinh tây|kinh độ tây|ตะวันตก|западной долготы|з.д.|पश्चिम|غربی|အနောက်|баруун|kanluran",
  latitude:
    "緯度|纬度|いど|위도|latitude|lat|latitud|lintang|vĩ độ|ละติจูด|широта|широты|अक्षांश|عرض جغرافیایی|عرض|လတ္တီတွဒ်|រយៈទទឹង|өргөрөг",
  longitude:
    "経度|经度|經度|けいど|경도|longitude|long|lon|lng|longitud|bujur|kinh độ|ลองจิจูด|долгота|долготы|देशान्तर|देशांतर|طول جغرافیایی|طول|လောင်ဂျီတွဒ်|រយៈបណ្ដោយ|уртраг",
};
