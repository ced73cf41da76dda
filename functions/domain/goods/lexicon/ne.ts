/** Nepali (and Hindi words heard in it). Sources: Nepal's narcotics act, Department of Customs notices, press reports. */
import type { GoodsTable } from "../goods-table.ts";

export const NE: GoodsTable = {
  langs: ["ne"],
  rows: [
    {
      code: "stimulants",
      words:
        "मेथ|आइस ड्रग्ज|मेथाम्फेटामिन|मेथामफेटामिन|एम्फेटामिन|आइस ड्रग|आइस ड्रग्स|साबु|शाबु|याबा|क्रिस्टल मेथ|मेथएम्फेटामाइन|मेथामफेटामाइन|shabu",
      note: "official and street",
    },
    { code: "stimulants", words: "आइस|क्रिस्टल|बरफ", note: "street", support: 1 },
    { code: "none", words: "आइसक्रिम|आइस क्रिम", note: "harmless longer words" },
    {
      code: "cannabis",
      words:
        "गाँजा|गाजा|गांजा|चरस|चरेस|हासिस|हशिश|भाङ|मारिजुआना|गाँजाका|ह्यासिस|गाँजाको तेल|चरेसको|गान्जा|marijuana|ganja|charas|gaja|ganjaa|चरसको",
      note: "official and street",
    },
    { code: "cannabis", words: "अत्तर|घाँस|माल", note: "street", support: 2 },
    { code: "cocaine", words: "कोकिन|कोकेन|कोकीन|कोकाइन|kokin", note: "official" },
    {
      code: "opioids",
      words: "हेरोइन|अफिम|ब्राउन सुगर|ब्राउनसुगर|मर्फिन|स्म्याक|फेन्टानिल|खैरो हेरोइन|कोडिन|ट्रामाडोल|afim|brown sugar",
      note: "official and street",
    },
    {
      code: "mdma",
      words: "एक्सटेसी|एमडीएमए|इक्स्टेसी|रंगीचंगी ट्याब्लेट|एक्स्टसी|एक्सट्यासी|रंगीन चक्की|एक्सटसी",
      note: "official and street",
    },
    {
      code: "other_drugs",
      words:
        "केटामाइन|केटामिन|एलएसडी|म्याजिक मसरुम|जादुई च्याउ|इफेड्रिन|नाइट्राजेपाम|डाइजेपाम|यार्सा ड्रग|लिरिका|एलएसडि|सुडोइफेड्रिन|नशालु चक्की",
      note: "official and street",
    },
    {
      code: "other_drugs",
      words:
        "लागूऔषध|लागू औषध|लागुऔषध|लागू पदार्थ|लागुपदार्थ|लागु औषध|ड्रग्स|ड्रग|नशालु पदार्थ|सेतो धुलो|सेतो पाउडर|लागुऔषधि|लागू औषधि|नशालु|drugs|lagu aushadh|lagu padartha",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "औषधि|पाउडर|चक्की|धुलो|ट्याब्लेट",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "firearms",
      words:
        "पिस्तोल|पेस्तोल|बन्दुक|रिभल्भर|राइफल|कटुवा|हतियार|बन्दूक|पिस्टल|बन्दुकको पार्ट|साइलेन्सर|रिभोल्भर|भरुवा|banduk|pistol|pestol",
      note: "plain words",
    },
    { code: "none", words: "खेलौना बन्दुक|खेलौना पेस्तोल|घरेलु हतियार", note: "toys" },
    {
      code: "ammunition",
      words:
        "गोलीगट्ठा|गोली गट्ठा|कारतुस|राउन्ड गोली|बन्दुकको गोली|पेस्तोलको गोली|बुलेट|खरखजाना|goligattha|banduk ko goli",
      note: "plain words",
    },
    { code: "ammunition", words: "गोली|goli", note: "also tablets", support: 2 },
    { code: "none", words: "निद्रा लाग्ने गोली|औषधिको गोली|गोलीको रूपमा औषधि|दबाईको गोली", note: "tablets" },
    {
      code: "explosives",
      words: "विस्फोटक|डाइनामाइट|बम|ग्रिनेड|बारुद|डेटोनेटर|विष्फोटक|बारूद|ग्रेनेड",
      note: "plain words",
    },
    { code: "explosives", words: "पटाका", note: "fireworks", support: 1 },
    {
      code: "gold",
      words:
        "सुन|सुनको बिस्कुट|सुनका बिस्कुट|सुनको सिक्री|सुनको पेस्ट|सुन पेस्ट|सुन तस्करी|सुनका|सुनको|सुनको धुलो|किलो सुन|छापावाल सुन|sun taskari|sunko|sun ko biskut|kilo sun|sunko biskut",
      note: "plain words",
    },
    {
      code: "cash",
      words:
        "नगदको बिटो|पैसाको बिटो|नक्कली नोट|नोटको बिटो|लुकाएको नगद|नगद लुकाएर|अघोषित नगद|हुण्डी|हुन्डी|नगद पैसाको झोला|अवैध नगद|बिटा नोट|जाली नोट|डलर लुकाएर",
      note: "plain words",
    },
    { code: "cash", words: "नगद|नोट|डलर|येन", note: "everyday words", support: 2 },
    {
      code: "tobacco_alcohol",
      words:
        "अवैध चुरोट|तस्करीको चुरोट|अवैध रक्सी|नक्कली रक्सी|भन्सार छलेको चुरोट|कर नतिरेको चुरोट|भन्सार छलेको रक्सी|कर छलेको चुरोट|नक्कली चुरोट",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words: "चुरोट|रक्सी|सुर्ती|ह्विस्की|भोड्का|खैनी|बियर|मदिरा|वाइन|गुट्खा|हुक्का|churot",
      note: "everyday words",
      support: 1,
    },
    { code: "none", words: "रक्सी खाएर|रक्सी खाने|चुरोट खाने|रक्सीले मात", note: "drinking and smoking" },
    {
      code: "counterfeit",
      words:
        "नक्कली|नक्कली ब्रान्ड|नक्कली सामान|नक्कली झोला|नक्कली घडी|नक्कली जुत्ता|कपी ब्रान्ड|नक्कली ब्याग|पाइरेटेड|प्रतिलिपि ब्रान्ड|डुप्लिकेट|नक्कली लोगो",
      note: "plain words",
    },
    {
      code: "none",
      words:
        "नक्कली राहदानी|नक्कली पासपोर्ट|नक्कली कागजात|नक्कली भिसा|नक्कली नोट|नक्कली नाम|नक्कली खाता|नक्कली भन्सार|नक्कली प्रहरी|नक्कली कर्मचारी|नक्कली फोन|नक्कली कल|नक्कली मेसेज|नक्कली इमेल|नक्कली वेबसाइट|नक्कली विवाह|नक्कली बिहे|नक्कली बिल|नक्कली इनभ्वाइस|नक्कली जाइर्यु|नक्कली हो",
      note: "not goods",
    },
    { code: "counterfeit", words: "रोलेक्स|गुच्ची|लुई भिटन|ब्रान्डेड|ब्रान्ड", note: "brands", support: 2 },
    {
      code: "wildlife",
      words:
        "हात्तीको दाँत|हस्तिहाड|गैंडाको खाग|खाग|सालक|सालकको खपटा|ओत|कछुवा|सुगा|संरक्षित जीव|वन्यजन्तु|दुर्लभ जनावर|छेपारो|गोहोरो|अजिङ्गर|सर्प|बाघको छाला|बाघको हड्डी|भालुको पित्त|बिच्छी|बाँदर|कस्तुरी|कस्तूरी|बिना कस्तुरी|रक्तचन्दन|लोपोन्मुख|यार्सागुम्बा|यार्चागुम्बा|चिरुको ऊन|शाहतुश|साहतुस|सालिक चरा|तारा कछुवा|रेडपान्डा|रेड पान्डा|हाब्रे|सुनाखरी|टोके गेको|ईलको भुरा|बाघ|वन्यजीव",
      note: "CITES groups in plain words",
    },
    { code: "wildlife", words: "जनावर|चरा|किरा|जीव", note: "everyday words", support: 2 },
    {
      code: "strategic_goods",
      words:
        "निर्यात अनुमति|निर्यात इजाजत|दोहोरो प्रयोग|कार्बन फाइबर|मेसिन टुल|नाइट भिजन|थर्मल क्यामेरा|सेन्ट्रिफ्युज|प्रतिबन्ध|सैन्य|क्षेप्यास्त्र|ड्रोनका पार्ट|ड्रोन|युरेनियम|रेडियोधर्मी|उत्तर कोरिया|सेमिकन्डक्टर|चिप",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words: "निर्यात अनुमति बिना|अनुमति बिना निर्यात|निर्यात इजाजत बिना|दोहोरो प्रयोग|कार्बन फाइबर|नाइट भिजन",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "मासु|सुकुटी|सुंगुरको मासु|बंगुरको मासु|ससेज|राँगाको मासु|खसीको मासु|सीफुड|चोरीको गाडी|चोरेको गाडी|चोरीको सामान|चोरीका सामान|चोरीको मोटर|चोरीको बाइक|औषधी|दबाई|बोटक्स|फलफूल|आँप|बिउ|बीउ|बिरुवा|मूर्ति|पुरातात्विक|कबाड|तामाको तार|कस्मेटिक|खुकुरी|तरबार|गुन्द्रुक|माछा|अण्डा|मसला|जडीबुटी",
      note: "meat, plants, stolen property, medicine and the rest",
      support: 1,
    },
  ],
};
