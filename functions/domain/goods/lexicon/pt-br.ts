/** Brazilian Portuguese. Sources: Anvisa's controlled lists, Receita Federal's public notices, press glossaries of street words. */
import type { GoodsTable } from "../goods-table.ts";

export const PT_BR: GoodsTable = {
  langs: ["pt-BR"],
  rows: [
    {
      code: "stimulants",
      words: "metanfetamina|anfetamina|cristal de meth|estimulante|meth|rebite|shabu|droga do gelo",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "cristal|gelo|pedra de gelo|ice",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "cannabis",
      words:
        "maconha|haxixe|skank|ganja|óleo de cannabis|baseado|beck|erva maldita|gominhas de thc|goma de thc|cannabis|canabis|marijuana|óleo de thc|canetinha de thc|flor de cannabis|brisadeiro|ice hash|kunk",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "erva|fumo|gominha|prensado|prensada",
      note: "street",
      support: 1,
    },
    {
      code: "cannabis",
      words: "verde|verdinha|mato|chá|bolinho|flor",
      note: "street; a colour, tea, flowers",
      support: 2,
    },
    {
      code: "none",
      words:
        "chá verde|camiseta verde|erva mate|erva-mate|carro verde|mala verde|cartão verde|sinal verde|verde e amarelo|verde escuro|verde claro|green card|erva cidreira",
      note: "harmless longer words",
    },
    {
      code: "cocaine",
      words: "cocaína|pó de coca|pasta base|crack|cocaina|pasta de coca|pasta-base",
      note: "official and street",
    },
    {
      code: "cocaine",
      words: "pó|coca|branquinha|padê",
      note: "street; also the drink",
      support: 1,
    },
    { code: "cocaine", words: "farinha|neve|brilho", note: "street; flour, snow", support: 2 },
    {
      code: "none",
      words:
        "coca-cola|coca cola|leite em pó|café em pó|pó de café|farinha de trigo|sabão em pó|farinha de mandioca|pó de arroz|chocolate em pó|farinha láctea",
      note: "harmless longer words",
    },
    {
      code: "opioids",
      words: "heroína|ópio|morfina|fentanil|papoula|oxicodona|codeína|tramadol|metadona",
      note: "official",
    },
    {
      code: "mdma",
      words: "ecstasy|êxtase|mdma|balinha|bala de ecstasy|bala de balada|comprimidos coloridos",
      note: "official and street",
    },
    { code: "mdma", words: "bala|balas|docinho", note: "street; bullets and sweets as well", support: 2 },
    {
      code: "other_drugs",
      words:
        "cetamina|quetamina|ketamina|lsd|lança-perfume|lança perfume|cogumelo mágico|cogumelo alucinógeno|gota de lsd|k2|k9|droga sintética|drogas sintéticas|ghb|boa noite cinderela|loló|rebites|anabolizante*|esteroide*|ayahuasca|efedrina|spice|ritalina|rivotril",
      note: "official and street",
    },
    { code: "other_drugs", words: "doce|papelzinho|micropontos|key|cogumelos", note: "street", support: 2 },
    {
      code: "other_drugs",
      words:
        "droga|drogas|entorpecente|entorpecentes|narcótico*|tráfico de drogas|narcotráfico|pó branco|substância ilícita|substâncias ilícitas|traficante de drogas|tráfico",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "remédio|comprimidos|comprimido|bagulho|mercadoria branca",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words:
        "drogaria|que droga|tráfico de animais|tráfico de pessoas|tráfico de armas|tráfico de órgãos|tráfico humano",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "pistola|revólver|fuzil|espingarda|arma de fogo|metralhadora|submetralhadora|rifle|cano de arma|peça de arma|peças de arma|peças de pistola|carabina|garrucha|arma|armas|silenciador|trinta e oito|três oitão|glock|calibre 38|carregador de pistola|armamento|escopeta|fuzis|tráfico de armas",
      note: "plain words",
    },
    {
      code: "firearms",
      words: "quadrada|oitão|berro|ferro na cintura|cano curto",
      note: "street",
      support: 2,
    },
    {
      code: "none",
      words:
        "arma de brinquedo|arma branca|pistola de água|pistola de massagem|arma de airsoft|pistola de cola|pistola d'água|arma de choque",
      note: "toys",
    },
    {
      code: "ammunition",
      words:
        "munição|munições|cartucho|cartuchos|balas de pistola|balas de fuzil|balas de revólver|projétil|projéteis|caixa de balas|caixas de munição|balas calibre|balas 9mm|cápsulas de munição|municao",
      note: "plain words",
    },
    { code: "ammunition", words: "balas", note: "also sweets and ecstasy", support: 2 },
    {
      code: "none",
      words:
        "cartucho de tinta|cartuchos de impressora|cartucho de impressora|cartucho de videogame|balas de goma|bala de goma",
      note: "harmless longer words",
    },
    {
      code: "explosives",
      words:
        "explosivo*|dinamite|detonador|granada|bomba caseira|pólvora|espoleta|banana de dinamite|tnt|nitrato de amônio|emulsão explosiva|cordel detonante",
      note: "plain words",
    },
    {
      code: "none",
      words:
        "bomba hidráulica|bomba d'água|bomba de água|bomba de combustível|bomba de gasolina|bombas hidráulicas|bomba de chocolate|bomba injetora",
      note: "pumps",
    },
    {
      code: "explosives",
      words: "bomba|bombas|rojão|fogos de artifício|rojões",
      note: "everyday words",
      support: 1,
    },
    {
      code: "gold",
      words:
        "ouro|barra de ouro|barras de ouro|lingote|ouro em pó|corrente de ouro|correntes de ouro|joias de ouro|ouro contrabandeado|pepita|pasta de ouro|colar de ouro|pulseira de ouro|ouro derretido",
      note: "plain words",
    },
    { code: "none", words: "ouro preto|cartão ouro|dourado|semana de ouro|chave de ouro", note: "names" },
    {
      code: "cash",
      words:
        "dinheiro vivo não declarado|maços de dinheiro|maço de notas|mala de dinheiro|dinheiro não declarado|dinheiro falso|nota falsa|notas falsas|pacotes de dinheiro|dinheiro escondido|dólares escondidos|dinheiro vivo escondido|mala cheia de dinheiro|maços de ienes|maços de dólares|lavagem de dinheiro em espécie|milhões em espécie|ienes em espécie escondidos|bolo de dinheiro|dinheiro em espécie na mala|remessa clandestina",
      note: "plain words",
    },
    {
      code: "cash",
      words: "dinheiro vivo|em espécie|dinheiro|cédulas|dólares|ienes em notas",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words:
        "pagar em dinheiro|pagou em dinheiro|paga em dinheiro|pago em dinheiro|pediu dinheiro|pede dinheiro|pedindo dinheiro|pedem dinheiro|ganhar dinheiro|ganhe dinheiro|me deve dinheiro|mandar dinheiro|pouco dinheiro|dinheiro fácil|muito dinheiro|receber dinheiro|oferece dinheiro|ofereceu dinheiro|ofereceram dinheiro|por dinheiro|sem dinheiro|precisa de dinheiro",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarro contrabandeado|cigarros contrabandeados|bebida falsificada|cigarro sem selo|cigarros sem selo|cigarro do paraguai|contrabando de cigarro|cigarros falsificados|bebida contrabandeada|uísque falsificado|sem selo de imposto|cigarro falso|sem imposto",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarro|cigarros|tabaco|charuto|uísque|whisky|vodka|cachaça|bebida alcoólica|narguilé|essência de narguilé|vape|cigarro eletrônico|pinga|bebidas|pacote de cigarro|fumo de rolo|conhaque",
      note: "everyday words",
      support: 1,
    },
    {
      code: "counterfeit",
      words:
        "falsificado|falsificada|falsificados|falsificadas|falsificação|pirata|pirataria|réplica|réplicas|bolsa falsa|bolsas falsas|produto falso|produtos falsos|relógio falso|relógios falsos|tênis falso|tênis falsos|imitação|primeira linha|de primeira linha|contrafação|marca falsa|logo falso|etiqueta falsa|roupas falsas|camisa pirata|camisas piratas|perfume falso|remédio falso|mercadoria falsa|cópia de marca|réplica de marca",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words: "bolsa de marca|bolsas de grife|grife|rolex|louis vuitton|gucci|marca famosa",
      note: "brands",
      support: 2,
    },
    {
      code: "none",
      words:
        "passaporte falsificado|documento falsificado|documentos falsificados|zairyu falsificado|carteira falsificada|visto falsificado|bebida pirata|perfil falso|documento falso|nome falso|endereço falso",
      note: "not goods",
    },
    {
      code: "wildlife",
      words:
        "marfim|chifre de rinoceronte|pangolim|enguia|filhote de enguia|enguias vivas|lóris|lontra|jabuti|tartaruga|cágado|papagaio|arara|tucano|periquito|passarinho silvestre|pássaros silvestres|ave silvestre|aves silvestres|animal silvestre|animais silvestres|animal exótico|animais exóticos|espécie ameaçada|ameaçado de extinção|em extinção|réptil|répteis|lagarto|iguana|camaleão|cobra viva|cobra venenosa|cobra exótica|jiboia|píton|couro de jacaré|pele de onça|barbatana de tubarão|coral|corais|cavalo-marinho|macaco|sagui|mico|aranha|escorpião|besouro|besouros|orquídea|peixe ornamental|tráfico de animais|penas de arara|dente de onça|ovos de arara|rãs|sapo venenoso|borboletas|bílis de urso|pele de cobra|jacaré|mico-leão",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "passarinho|pássaro|bicho|animal|animais|inseto|aves",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words:
        "pagar mico|pagando mico|macaco hidráulico|coral da igreja|chip de celular|cartão com chip|quarentena animal|bicho de pelúcia|macaquinho",
      note: "harmless longer words",
    },
    {
      code: "strategic_goods",
      words:
        "licença de exportação|controle de exportação|uso dual|uso duplo|fibra de carbono|máquina-ferramenta|máquina cnc|cinco eixos|máquina de medição|centrífuga|bomba de vácuo|visão noturna|câmera térmica|giroscópio|semicondutor*|chip|sanção|sanções|embargo|militar|míssil|mísseis|peça de drone|peças de drone|drone|urânio|radioativo|arma química|coreia do norte|colete balístico|colete à prova de balas",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "sem licença de exportação|uso dual|fibra de carbono|centrífuga|visão noturna|driblar sanções|burlar sanções|burlar as sanções",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "roubado|roubada|roubados|roubadas|anabolizante|anabolizantes|esteroide|esteroides|carne|carne seca|linguiça|salame|presunto|charque|picanha|carne crua|embutido|embutidos|torresmo|queijo|pepino do mar|abalone|caranguejo|frutos do mar|ouriço|carro roubado|carros roubados|moto roubada|motos roubadas|roubado|roubados|roubada|roubadas|mercadoria roubada|furtado|furtados|peças roubadas|remédio controlado|remédios|remédio para emagrecer|botox|viagra|cytotec|canetas emagrecedoras|ozempic|mounjaro|fruta|frutas|manga|semente|sementes|muda|mudas|planta|plantas|antiguidade|sucata|lixo eletrônico|fio de cobre|fios de cobre|espada|cosmético*|pimenta|medicamento*|emagrecedor|ovos|sêmen|toxina botulínica|gás refrigerante|arma de choque",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    {
      code: "none",
      words:
        "muda de roupa|em carne e osso|planta baixa|planta industrial|manga da camisa|manga comprida|mangas|muda tudo|ele muda|que muda",
      note: "harmless longer words",
    },
  ],
};
