/** Korean. Sources: Korea Customs Service's public warnings, the narcotics control act's words, press glossaries of street words. */
import type { GoodsTable } from "../goods-table.ts";

export const KO: GoodsTable = {
  langs: ["ko"],
  rows: [
    {
      code: "stimulants",
      words:
        "필로폰|히로뽕|메스암페타민|메트암페타민|뽕|암페타민|각성제|야바|샤부|시스타일|캡타곤|필로폰을|물뽕이 아니라 필로폰",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "얼음|아이스|크리스탈|차가운 술|시원한 거|차가운 거|작대기|빙두",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cannabis",
      words:
        "대마|대마초|마리화나|대마유|대마 젤리|대마젤리|대마 오일|대마 쿠키|해시시|하시시|액상대마|액상 대마|합성대마|브액",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "잎사귀|버드|젤리|액상|떨을|떨 팔|떨 피|풀을 피|풀 팔",
      note: "street; everyday words",
      support: 2,
    },
    { code: "cocaine", words: "코카인|코카 잎|코카잎|크랙 코카인", note: "official" },
    { code: "cocaine", words: "콜라|코크|코크를", note: "street; also the drink", support: 1 },
    {
      code: "opioids",
      words: "헤로인|아편|모르핀|펜타닐|양귀비|오피오이드|코데인|옥시코돈|트라마돌",
      note: "official",
    },
    { code: "mdma", words: "엑스터시|엠디엠에이|합성마약", note: "official and street" },
    {
      code: "mdma",
      words: "캔디|사탕|알록달록한 알약|색색의 알약|알약|엑시|도리도리|몰리를|몰리 알약",
      note: "street",
      support: 1,
    },
    {
      code: "other_drugs",
      words:
        "케타민|엘에스디|물뽕|환각버섯|야바위약|졸피뎀|프로포폴|감마하이드록시|에토미데이트|합성 대마|신종마약|신종 마약|향정|좀비 담배|향정신성|크라톰|에페드린|마황|디엠티|메스카린|매직머쉬룸|사일로시빈|데이트 강간약",
      note: "official and street",
    },
    { code: "other_drugs", words: "우표|버섯|카트 잎|스파이스|러쉬", note: "street", support: 2 },
    {
      code: "other_drugs",
      words: "마약|불법 약물|마약류|불법약물|하얀 가루|흰 가루|흰색 가루|백색 가루",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "가루|약물|약을 판|약을 팔|약을 배달|약을 운반|약쟁이|약을 들여",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words:
        "마약탐지견|마약김밥|마약 김밥|마약베개|약국|약속|약간|약혼|예약|계약|농약|한약|감기약|아이스크림|아이스박스|초콜릿|고기잡이|초밥|풀장|풀어|풀려|초등|아이스팩|콜라겐|물고기|물건값|해마다|거북하|거북한|거북스|폭탄주|폭탄 세일|뽕나무|뽕짝|뽕브라|총이익|총판|총회|총선|총량|총중량|총책|상아색|햄버거|햄스터|쌀국수|술래|담배꽁초|버섯구이|아이스커피|아이스 아메리카노|크리스탈 잔|사탕수수|원숭이띠|산호초 관광",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "권총|총기|소총|엽총|기관총|총신|총열|총기 부품|권총 부품|사제총|리볼버|글록|실총|산탄총|공기총|소음기|탄창|개조총|모의총포|총을|총이|총도|총과|총으로|총 한 자루|총 두 자루|총 여러 자루|진짜 총|총 부품|총 같은|총을 숨",
      note: "plain words",
    },
    { code: "firearms", words: "무기|연장", note: "generic", support: 1 },
    {
      code: "none",
      words:
        "총영사|총각|총무|총리|총액|물총|장난감 총|총합|총장|총알택시|총 5|총 3|총 2|총 10|총 몇|총 4|총괄",
      note: "harmless longer words",
    },
    { code: "ammunition", words: "총알|실탄|탄약|탄환|탄피|권총 실탄|산탄", note: "plain words" },
    {
      code: "explosives",
      words: "폭약|폭발물|다이너마이트|뇌관|수류탄|화약|폭탄|사제폭탄|지뢰|티엔티|흑색화약|질산암모늄",
      note: "plain words",
    },
    { code: "explosives", words: "폭죽|불꽃놀이", note: "everyday words", support: 2 },
    {
      code: "gold",
      words:
        "금괴|골드바|금덩이|금을|금 1킬로|금 2킬로|금목걸이|금 목걸이|금팔찌|금반지|순금|금가루|금 가루|금 페이스트|금 밀수|금밀수|금 운반|금화|금 몇 킬로|금 수 킬로|금이 들어|금 킬로|킬로 금|킬로의 금|금붙이|금제품|금판|24케이|24k|금이에요|금을 숨|금을 녹|금조각",
      note: "the single syllable is too common alone",
    },
    {
      code: "none",
      words: "금요일|금액|금지|금방|금년|금연|지금|요금|벌금|세금|금고|금융|금속|금리|금을 그|송금|입금",
      note: "harmless longer words",
    },
    {
      code: "cash",
      words:
        "현금 다발|돈다발|현금다발|현금 뭉치|지폐 다발|미신고 현금|신고 안 한 현금|현금 밀반출|현금을 숨|현금 밀수|위조지폐|가짜 돈|현금 운반|엔화 다발|달러 다발|외화 밀반출|억 현금|억엔 현금|현금을 몰래|환치기|현금 가방",
      note: "plain words",
    },
    { code: "cash", words: "현금|지폐|엔화|외화|달러", note: "everyday words", support: 2 },
    { code: "none", words: "현금으로|현금 결제|현금을 주|현금으로 주", note: "a way to pay" },
    {
      code: "tobacco_alcohol",
      words:
        "밀수담배|밀수 담배|면세담배 밀수|가짜 담배|가짜 양주|밀수 양주|가짜 술|세금 안 낸 담배|면세 담배를 대량|밀수 술|무자료 담배|짝퉁 담배",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words: "담배|시가|양주|위스키|보드카|소주|보루|전자담배|술|시샤|물담배|주류|면세주|궐련|와인",
      note: "everyday words",
      support: 1,
    },
    {
      code: "none",
      words: "술을 마시|술 마시|술집|술자리|술에 취|담배를 피|담배 피|술술|술버릇|술 취",
      note: "drinking and smoking",
    },
    {
      code: "counterfeit",
      words:
        "짝퉁|위조품|가짜 명품|모조품|위조 상품|가품|해적판|가짜 가방|가짜 시계|위조 명품|짝퉁 가방|이미테이션|상표권|레플리카|가짜 루이비통|가짜 롤렉스|가짜 샤넬|가짜 로고|위조상품|가짜 화장품|가짜 약|가짜 비아그라|가짜 운동화|정품이 아닌|가짜 에어팟|가짜 상표|가짜 브랜드|복제품|가짜 옷",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words: "명품|롤렉스|루이비통|샤넬|구찌|에르메스|명품 가방|상표",
      note: "brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "상아|코뿔소 뿔|천산갑|실뱀장어|뱀장어 치어|장어 치어|장어 새끼|슬로로리스|로리스|수달|육지거북|거북|앵무새|멸종위기|멸종 위기|희귀동물|희귀 동물|야생동물|파충류|도마뱀|게코|카멜레온|상어 지느러미|샥스핀|호랑이 뼈|웅담|곰 쓸개|산호|해마|악어가죽|비단뱀|사향|원숭이|보호종|천연기념물|사막여우|전갈|타란튤라|난초 밀수|다육식물 밀수|우황청심|왕도마뱀|별거북|장수풍뎅이|사슴벌레|철갑상어|캐비어|호피",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "뱀|동물|애완동물|곤충|선인장|다육|장어|살아있는 새|야생 새|새를 밀",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words: "새벽|새로|새끼|새로운|새 차|동물원|동물병원|동물검역|뱀띠|새해",
      note: "harmless longer words",
    },
    {
      code: "strategic_goods",
      words:
        "수출허가|수출 허가|전략물자|이중용도|이중 용도|탄소섬유|공작기계|5축|정밀 측정|측정기|원심분리기|진공펌프|야간투시경|열화상|적외선 카메라|자이로|반도체 장비|반도체 검사|반도체 제조|제재 대상|제재를 피|제재 회피|금수|군사용|군용|미사일|드론 부품|드론 엔진|우라늄|방사성|화학무기|대북|북한으로|최종 사용자|수출통제|수출 통제|무허가 수출|불법 수출|엔비디아",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "전략물자|수출허가 없이|수출 허가 없이|탄소섬유|원심분리기|야간투시경|제재 회피|수출 허가를 안|5축 공작기계",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "훔친|돼지고기|소고기|육포|소시지|순대|햄|육류|축산물|해삼|전복|대게|킹크랩|성게|해산물|도난 차량|도난차|훔친 차|훔친 오토바이|장물|훔친 물건|의약품|전문의약품|처방약|다이어트 약|보톡스|필러|비아그라|수면제|건강식품|과일|망고|씨앗|종자|묘목|식물|흙|쌀|문화재|불상|골동품|고철|폐기물|냉매|전선|구리선|도검|화장품|생고기|와규|정액|인삼|고기|꽃게|딸기 묘종|샤인머스캣|전기충격기|주사제|성인용품",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    { code: "none", words: "대마도|게다가|게시|게임|게스트|게이트|고기압", note: "harmless longer words" },
  ],
};
