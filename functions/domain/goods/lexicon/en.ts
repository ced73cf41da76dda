/** English. Sources: UNODC dictionary, DEA slang list (public), everyday words. */
import type { GoodsTable } from "../goods-table.ts";

export const EN: GoodsTable = {
  langs: ["en"],
  rows: [
    {
      code: "stimulants",
      words: "meths|crystal meth|crank|stimulant drug|stimulants|amphetamine pill|yaba pill|adderall",
      note: "street and brand; the name in the official English of the Stimulants Control Act",
    },
    {
      code: "none",
      words:
        "stimulant laxative|laxative stimulant|growth stimulant|plant stimulant|root stimulant|hair stimulant|immune stimulant|appetite stimulant|sexual stimulant|mild stimulant|natural stimulant|stimulant effect|shoe uppers|leather uppers|boot uppers|sneaker uppers|fabric uppers|uppers and soles|soles and uppers|uppers for shoes",
      note: "medicine, gardening, shoes",
    },
    { code: "stimulants", words: "stimulant", note: "coffee is one too", support: 1 },
    {
      code: "stimulants",
      words: "ice|crystal|crystals|speed|tina|glass|cold stuff|uppers",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cannabis",
      words:
        "cannabis oil|hash oil|weed|hashish|marijuana|thc gummies|thc vapes|cbd oil|reefer madness|space cake|cannabis*|ganja|vape carts|thc cart",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "pot|grass|hash|edibles|gummies|bud|buds|dope|joints|dab|skunk|hash brownies",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cocaine",
      words: "cocaine|crack cocaine|coca paste|nose candy|coke bricks",
      note: "official and street",
    },
    {
      code: "cocaine",
      words: "coke|blow|snow|charlie|yayo|white girl|perico",
      note: "street; coke is also the drink",
      support: 1,
    },
    {
      code: "opioids",
      words:
        "heroin|opium|opiates|opioids|poppy straw|black tar|fentanyl patch|fentanyl pill|painkiller pills",
      note: "official",
    },
    { code: "opioids", words: "smack|brown sugar|china white|oxy|percs", note: "street", support: 1 },
    { code: "mdma", words: "ecstasy|mdma|molly pills|party pills|xtc", note: "official and street" },
    {
      code: "mdma",
      words: "molly|mandy|e pills|pills with logos|colourful pills|colorful pills",
      note: "street",
      support: 1,
    },
    {
      code: "other_drugs",
      words:
        "ketamine|xanax|xans|benzos|benzodiazepine*|magic mushroom|psilocybin|acid tabs|lsd tabs|designer drug|synthetic cannabinoid*|spice zombie|date rape drug|psychedelic*|hallucinogen*|nitrous oxide|precursor chemical*|ephedrine|pseudoephedrine|zombie vape*|etomidate|kpods|space oil|khat",
      note: "official and street",
    },
    { code: "other_drugs", words: "special k|shrooms|acid|blotter", note: "street", support: 1 },
    {
      code: "other_drugs",
      words:
        "drug|drugs|narcotic*|dope|illegal substance|controlled substance|white powder|illicit substance|contraband pills|powder",
      note: "kind not known",
      generic: true,
      support: 1,
    },
    {
      code: "other_drugs",
      words:
        "narcotic*|illegal drug|hard drugs|drug shipment|drug smuggl*|drug parcel|drugs inside|smuggling drugs|drug courier|drug mule|drug deal*|controlled substance",
      note: "kind not known",
      generic: true,
    },
    {
      code: "firearms",
      words:
        "pistol|carbine|handgun|semi-automatic|semiautomatic|luger|hand gun|revolver|rifle|firearm|shotgun|machine gun|submachine gun|gun|guns|gun parts|pistol parts|gun barrel|glock|beretta|ak47|ak-47|ar-15|ar15|silencer|suppressor|3d printed gun|assault weapon|tokarev|makarov|pistol slide|gun slide|receiver kit|80% lower|gun kit",
      note: "plain words and models",
    },
    {
      code: "firearms",
      words: "weapon|weapons|piece|pieces|heat|strap|barrel",
      note: "generic or street",
      support: 1,
    },
    {
      code: "ammunition",
      words:
        "ammunition|ammo|bullet|live rounds|cartridge case|gun cartridge|live ammunition|9mm rounds|rounds of ammunition|22 rounds|shotgun shell|magazine of bullets|boxes of rounds",
      note: "plain words",
    },
    { code: "ammunition", words: "rounds|cartridges|shells|primers", note: "everyday words", support: 1 },
    {
      code: "explosives",
      words:
        "explosive*|dynamite|detonator|blasting cap|grenade|hand grenade|gunpowder|black powder|plastic explosive|bomb parts|pipe bomb|bomb|land mine",
      note: "plain words",
    },
    {
      code: "explosives",
      words: "fireworks|firecrackers|ammonium nitrate|fuses",
      note: "everyday words",
      support: 1,
    },
    {
      code: "gold",
      words:
        "gold bar|gold bars|gold bullion|bullion|gold paste|gold powder|gold chain|gold ingot|ingot|gold necklace|gold jewel*|gold dust|gold smuggl*|kilo of gold|kilos of gold|kg of gold|kg gold|kilos gold|melted gold|gold plates|gold rings|gold nugget*|gold bracelet|gold coins",
      note: "plain words",
    },
    { code: "gold", words: "gold|kilobars", note: "also a colour and a name", support: 1 },
    {
      code: "none",
      words:
        "gold card|gold coast|golden week|gold colour|gold color|gold coloured|gold colored|golden retriever|gold medal|gold-colored|golden",
      note: "colour and names",
    },
    {
      code: "cash",
      words:
        "bulk cash|undeclared cash|bundles of cash|stacks of cash|suitcase of cash|suitcase full of cash|bag of cash|cash smuggl*|bundles of banknotes|wads of cash|cash courier|bundles of bills|money laundering cash|undeclared money|vacuum packed cash|dollar bills hidden|cash hidden|counterfeit cash",
      note: "plain words",
    },
    {
      code: "cash",
      words: "cash|banknotes|yen notes|dollar bills|bundles of money|bundles of yen",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words:
        "in cash|cash on delivery|cash only|paid cash|pay cash|pays cash|cash payment|for cash|cash app|cash register|cash back",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarette*|cigar|cigars|untaxed tobacco|tobacco|cartons of marlboro|shisha|hookah tobacco|heated tobacco|snus|bootleg liquor|bootleg whisky|whisky|whiskey|vodka|moonshine|liquor|spirits without tax|tax stamps|cognac|duty free alcohol|e-liquid nicotine|nicotine vape|rolling tobacco",
      note: "plain words",
      support: 1,
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarettes without tax stamps|untaxed cigarettes|contraband cigarettes|illegal cigarettes|master cases of cigarettes|bootleg alcohol",
      note: "said to be smuggled",
    },
    {
      code: "counterfeit",
      words:
        "counterfeit*|fake brand*|knock-off|knockoff|knock off|replica bag|replica watch*|fake rolex|fake louis vuitton|fake gucci|fake designer*|pirated|fake airpods|fake watch*|fake bags|fake handbag*|fake sneakers|fake nike|bootleg dvd|trademark|super copy|imitation brand|fake luxury|fake iphone*|fake logo|fake shoes|fake jersey*|fake cosmetics|fake medicine|fake viagra|fake goods|fake products|imitation goods|fake pokemon cards|fake trading cards|famous brand's logo|brand logo|fake clothes|fakes",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words:
        "replica|replicas|copies|imitation|designer bags|branded bags|brand-name bags|dupes|rolex|louis vuitton|gucci|chanel|hermes",
      note: "everyday words and brands",
      support: 2,
    },
    {
      code: "wildlife",
      words:
        "ivory|elephant tusk|tusk|rhino horn|pangolin*|glass eel*|eel fry|baby eels|elvers|slow loris*|otter|otters|tortoise|star tortoise|turtle|turtles|parrot|parrots|macaw|cockatoo|lory|reptile*|gecko|lizard|iguana|chameleon|python skin|snake|snakes|tarantula|scorpion|stag beetle|exotic animal|exotic bird|endangered|protected species|cites|shark fin|tiger bone|tiger skin|bear bile|bear gall|bear paw*|seahorse*|coral|hawksbill|tortoiseshell|totoaba|caviar|wild bird|songbird*|monkey|monkeys|marmoset|hornbill|falcon|live animals|wild orchid*|cacti|rosewood|tropical fish|arowana|rare succulents|leopard|sugar glider|sloth|meerkat|fennec|axolotl|musk deer|giant clam",
      note: "CITES groups in plain words",
      support: 1,
    },
    {
      code: "wildlife",
      words:
        "pangolin*|glass eel*|elvers|ivory|rhino horn|slow loris*|eel fry|endangered species|protected species|star tortoise*|bear bile|elephant tusk*|live reptiles|exotic animals|wildlife smuggl*|shark fin*|tiger bone*",
      note: "seldom spoken of otherwise",
    },
    {
      code: "strategic_goods",
      words:
        "dual-use|dual use|export licence|export license|export permit|export control*|carbon fibre|carbon fiber|machine tool|five-axis|5-axis|measuring machine|vacuum pump|centrifuge|gyroscope|night vision|thermal camera|thermal imag*|thermal scope|sanction*|embargo*|controlled export|missile|military parts|military grade|inertial sensor*|frequency converter|maraging|north korea|end user certificate|advanced chips|ai chips|nvidia|gpus|semiconductor equipment|drone engine*|drone parts|drone motors|servo motors for drones|rifle scope|body armor|ballistic|uranium|radioactive|chemical weapon*|restricted technology|military drone",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "without export licen*|without an export licen*|no export licen*|without export permit|without an export permit|evading sanctions|sanctions evasion|sanctions busting|bypass export control*",
      note: "said to evade control",
    },
    {
      code: "other_goods",
      words:
        "stolen|steroids|anabolic*|raw meat|pork|beef|sausage|sausages|meat|ham|jerky|undeclared seafood|abalone|sea cucumber*|sea urchin*|crab|crabs|stolen car|stolen cars|stolen vehicle|stolen motorcycle*|stolen bikes|stolen excavator*|stolen land cruiser|stolen catalytic|medicine|medicines|prescription drugs|prescription pills|botox|filler injections|viagra|diet pills|sleeping pills|mangoes|fruit|fruits|seeds|plants|soil|rice|stolen goods|scrap|waste|e-waste|freon|refrigerant|antiques|stolen art|artefacts|artifacts|pesticide*|stun gun*|sword|swords|child porn*|pornograph*|sex dolls|stolen copper|copper wire|stolen cables|stolen phones|insects|egg|eggs|rice seeds|seedling*|eel",
      note: "meat, plants, stolen property, medicine and the rest",
      support: 1,
    },
    {
      code: "none",
      words:
        "ice cream|on ice|dry ice|ice box|icebox|packed in ice|ice packs|iced|diet coke|coke zero|cans of coke|coke bottle|crystal clear|crystal glass|speed boat|speedboat|high speed|at speed|full speed|potato|hotpot|flower pot|pot plants|in the pot|cooking pot|green tea|green bag|green car|snow crab|the snow|glue gun|nail gun|toy gun|water gun|top gun|air gun|bb gun|massage gun|heat gun|drug store|drugstore|piece of paper|two pieces of|machine gun kelly|chocolate bar|ginger root|crab boat|crab boats|dark green|light green|glass bottle|glass door|wine glass|glasses",
      note: "harmless longer words",
    },
  ],
};
