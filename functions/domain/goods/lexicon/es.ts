/** Spanish of Latin America and Spain. Sources: national narcotics laws, press glossaries of street words. */
import type { GoodsTable } from "../goods-table.ts";

export const ES: GoodsTable = {
  langs: ["es"],
  rows: [
    {
      code: "stimulants",
      words:
        "metanfetamina|metanfetaminas|anfetamina|anfetaminas|cristal meth|shabú|shabu|meth|speed|tusi de meta|estimulantes prohibidos|pastillas de anfetamina",
      note: "official and street",
    },
    {
      code: "stimulants",
      words: "cristal|hielo|vidrio|ice|crico",
      note: "street; everyday words",
      support: 1,
    },
    {
      code: "none",
      words: "cristal de la ventana|hielo seco|cubos de hielo|con hielo|copas de cristal|puerta de cristal",
      note: "harmless longer words",
    },
    {
      code: "cannabis",
      words:
        "marihuana|mariguana|hachís|aceite de cannabis|porro|porros|ganja|cannabis|gomitas de thc|gomitas de marihuana|cogollos|aceite de thc|vapes de thc|creepy",
      note: "official and street",
    },
    {
      code: "cannabis",
      words: "hierba|yerba|mota|hash|bareta|faso|weed|gomitas",
      note: "street",
      support: 1,
    },
    {
      code: "cannabis",
      words: "monte|verde|churro|maría|chocolate|mois",
      note: "street; a colour, a name, sweets",
      support: 2,
    },
    {
      code: "none",
      words:
        "yerba mate|té verde|maleta verde|carro verde|monte fuji|camisa verde|auto verde|tarjeta verde|hierba buena|hierbas medicinales|maría josé|maría luisa|chocolates|semáforo verde",
      note: "harmless longer words",
    },
    {
      code: "cocaine",
      words:
        "cocaína|pasta base|clorhidrato de cocaína|crack|pasta de coca|hojas de coca|cocaina|hoja de coca",
      note: "official and street",
    },
    {
      code: "cocaine",
      words: "perico|coca|polvo|farlopa|merca|falopa|dama blanca|perica|polvo blanco",
      note: "street; also the drink",
      support: 1,
    },
    { code: "cocaine", words: "nieve|blanca", note: "street; snow, a colour", support: 2 },
    {
      code: "none",
      words:
        "coca-cola|coca cola|leche en polvo|casa blanca|camioneta blanca|furgoneta blanca|carne blanca|polvo de hornear|tarjeta blanca|pizarra blanca|maleta blanca|van blanca|bolsa blanca|caja blanca|camisa blanca|ropa blanca|jabón en polvo",
      note: "harmless longer words",
    },
    {
      code: "opioids",
      words: "heroína|opio|morfina|fentanilo|amapola|oxicodona|codeína|tramadol|goma de opio",
      note: "official",
    },
    { code: "opioids", words: "chiva|chinas|caballo|m30", note: "street", support: 2 },
    {
      code: "mdma",
      words: "éxtasis|mdma|tachas|pastillas de éxtasis|molly|pastillas de colores",
      note: "official and street",
    },
    { code: "mdma", words: "pastillas|pastis|cristalitos|tacha", note: "street", support: 2 },
    {
      code: "other_drugs",
      words:
        "ketamina|lsd|tusi|tusibí|cocaína rosa|hongos alucinógenos|hongos mágicos|popper|poppers|burundanga|escopolamina|ghb|2cb|drogas sintéticas|droga sintética|droga de diseño|anabólico*|esteroide*|precursores|efedrina|ayahuasca|clonazepam|rivotril|ácido lisérgico",
      note: "official and street",
    },
    { code: "other_drugs", words: "ácido|papelitos|hongos|keta|tripas", note: "street", support: 2 },
    {
      code: "other_drugs",
      words:
        "droga|drogas|estupefacientes|narcóticos|narcótico|sustancias ilegales|sustancia ilegal|narcotráfico|tráfico de drogas|burrier|sustancia ilícita|estupefaciente|perico en bolsas|perico colombiano",
      note: "kind not known",
      generic: true,
    },
    {
      code: "other_drugs",
      words: "medicina|mercancía blanca|polvos",
      note: "everyday words",
      generic: true,
      support: 2,
    },
    {
      code: "none",
      words:
        "perro antidrogas|perros antidrogas|droguería|unidad antidrogas|eres un crack|es un crack|chip de celular|chips de celular|tarjeta con chip|bomba de infusión|papas chips",
      note: "harmless longer words",
    },
    {
      code: "firearms",
      words:
        "pistola|pistolas|revólver|revólveres|rifle|rifles|escopeta|arma de fuego|armas de fuego|fusil|fusiles|ametralladora|subfusil|partes de pistola|piezas de pistola|partes de arma|cañón de pistola|arma|armas|silenciador|cargador de pistola|cuerno de chivo|carabina|piezas de armas|metralleta",
      note: "plain words",
    },
    { code: "firearms", words: "fierro|fierros|cuete|fusca|chumbo|plomo", note: "street", support: 2 },
    {
      code: "none",
      words:
        "pistola de agua|arma de juguete|pistola de juguete|arma blanca|pistola de masaje|pistola de silicona|pistola de clavos|se arma|arma un",
      note: "toys",
    },
    {
      code: "ammunition",
      words: "municiones|munición|balas|bala|cartuchos|casquillos|proyectiles|tiros de 9|cajas de balas",
      note: "plain words",
    },
    {
      code: "none",
      words: "cartucho de tinta|cartuchos de tinta|cartucho de impresora|tren bala",
      note: "harmless longer words",
    },
    {
      code: "explosives",
      words:
        "explosivo|explosivos|dinamita|detonador|detonadores|granada|granadas|pólvora|bomba|bombas|tnt|nitrato de amonio|fulminantes|mecha lenta|cordón detonante",
      note: "plain words",
    },
    {
      code: "none",
      words:
        "bomba de agua|bomba hidráulica|bombas hidráulicas|bomba de gasolina|bomba de combustible|bombas de agua|zumo de granada|bombero",
      note: "pumps",
    },
    {
      code: "explosives",
      words: "petardos|fuegos artificiales|cohetes|pirotecnia",
      note: "everyday words",
      support: 1,
    },
    {
      code: "gold",
      words:
        "oro|lingote|lingotes|barras de oro|cadena de oro|cadenas de oro|joyas de oro|oro en polvo|pepitas|pasta de oro|collar de oro|oro fundido|pulsera de oro|barra de oro",
      note: "plain words",
    },
    {
      code: "none",
      words: "semana de oro|tarjeta oro|color oro|siglo de oro|bodas de oro|oro negro|medalla de oro",
      note: "names",
    },
    {
      code: "cash",
      words:
        "dinero en efectivo sin declarar|efectivo no declarado|fajos de billetes|fajo de billetes|maleta con dinero|maleta de dinero|dinero no declarado|billetes falsos|dinero falso|dinero escondido|efectivo escondido|dólares escondidos|maleta llena de dinero|fajos de dinero|fajos de yenes|fajos de dólares|dinero sin declarar|efectivo sin declarar|lavado de dinero en efectivo|yenes escondidos|millones en efectivo|contrabando de dinero",
      note: "plain words",
    },
    { code: "cash", words: "efectivo|dinero|billetes|dólares|plata", note: "everyday words", support: 2 },
    {
      code: "none",
      words:
        "pagar en efectivo|pagó en efectivo|paga en efectivo|pagan en efectivo|pide dinero|piden dinero|pidió dinero|pidieron dinero|ganar dinero|gana dinero|mandar dinero|por dinero|sin dinero|ofrecieron dinero|ofreció dinero|ofrecen dinero|me debe dinero|enviar dinero|río de la plata|de plata|pidiendo dinero|mucho dinero|poco dinero|necesita dinero|en efectivo",
      note: "a way to pay",
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarrillos de contrabando|tabaco de contrabando|licor adulterado|cigarros de contrabando|cigarrillos sin timbre|alcohol de contrabando|cigarrillos falsos|licor de contrabando|whisky de contrabando|sin sello de impuesto|sin estampilla|licor falsificado|cigarrillos sin sello|cigarros sin sello|sin pagar impuestos|cigarrillos sin impuestos",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words:
        "cigarrillo|cigarrillos|cigarros|tabaco|puros|habanos|licor|whisky|vodka|ron|pisco|tequila|alcohol|vapeadores|cigarrillos electrónicos|aguardiente|cartones de cigarro|shisha|cajetillas",
      note: "everyday words",
      support: 1,
    },
    {
      code: "none",
      words: "puros problemas|puros cuentos|tomar alcohol|bebe alcohol|olor a alcohol",
      note: "harmless longer words",
    },
    {
      code: "counterfeit",
      words:
        "falsificado|falsificados|falsificada|falsificadas|falsificación|falsificaciones|imitación|imitaciones|pirata|piratas|piratería|réplica|réplicas|bolsos falsos|relojes falsos|ropa falsa|zapatillas falsas|marca falsa|mercancía falsa|copia de marca|copias de marca|productos falsos|trucho|truchos|mercancía trucha|ropa trucha|carteras falsas|tenis falsos|perfumes falsos|logos falsos|etiquetas falsas|medicinas falsas|bolsas falsas|zapatos falsos|chiviado|chiviados|balín",
      note: "plain words",
    },
    {
      code: "counterfeit",
      words:
        "bolsos de marca|ropa de marca|rolex|louis vuitton|gucci|marca famosa|marcas famosas|carteras de marca",
      note: "brands",
      support: 2,
    },
    {
      code: "none",
      words:
        "pasaporte falsificado|documentos falsificados|documento falsificado|pasaportes falsificados|visa falsificada|documento falso|nombre falso|papeles falsos|pasaporte falso|dirección falsa",
      note: "not goods",
    },
    {
      code: "wildlife",
      words:
        "marfil|cuerno de rinoceronte|pangolín|pangolines|anguila|angulas|anguilas|loris|nutria|nutrias|tortuga|tortugas|loro|loros|guacamaya|guacamayo|guacamayos|tucán|perico vivo|especie protegida|especies protegidas|peligro de extinción|en extinción|animales exóticos|animal exótico|fauna silvestre|animales silvestres|reptil|reptiles|lagarto|iguana|camaleón|serpiente|serpientes|boa|pitón|piel de cocodrilo|piel de jaguar|aleta de tiburón|aletas de tiburón|coral|corales|caballito de mar|caballitos de mar|mono|monos|araña|tarántula|tarántulas|escorpión|escarabajo|escarabajos|orquídea|orquídeas|totoaba|buche|pepino de mar protegido|vicuña|ranas|ajolote|colmillo|colmillos de jaguar|huevos de tortuga|cactus|aves exóticas|mariposas|bilis de oso|cacatúa|cóndor",
      note: "CITES groups in plain words",
    },
    {
      code: "wildlife",
      words: "pájaro|pájaros|animal|animales|insecto|insectos|ave|aves|mascotas",
      note: "everyday words",
      support: 2,
    },
    {
      code: "none",
      words:
        "cuarentena animal|mono de trabajo|el mono de|animales de peluche|son unos animales|animales de mierda",
      note: "harmless longer words",
    },
    {
      code: "strategic_goods",
      words:
        "licencia de exportación|permiso de exportación|control de exportaciones|doble uso|fibra de carbono|cámara térmica|cámaras térmicas|equipo militar|máquina herramienta|máquina cnc|cinco ejes|máquina de medición|centrífuga|centrífugas|bomba de vacío|visión nocturna|cámara térmica|cámaras térmicas|giroscopio|semiconductor*|chip|chips|sanción|sanciones|embargo|militar|misil|misiles|piezas de dron|partes de drones|dron|drones|uranio|radiactivo|arma química|corea del norte|chaleco antibalas",
      note: "export control terms",
      support: 1,
    },
    {
      code: "strategic_goods",
      words:
        "sin licencia de exportación|sin permiso de exportación|doble uso|fibra de carbono|centrífugas|visión nocturna|evadir sanciones|evadir las sanciones|burlar sanciones",
      note: "seldom spoken of otherwise",
    },
    {
      code: "other_goods",
      words:
        "robado|robada|robados|robadas|esteroides|anabolizantes|anabólicos|carne|chorizo|jamón|embutido|embutidos|cecina|carne seca|salchicha|salchichas|chicharrón|queso|pepino de mar|abulón|cangrejo|cangrejos|mariscos|erizo|carro robado|carros robados|auto robado|autos robados|moto robada|motos robadas|robado|robados|robada|robadas|coches robados|coche robado|medicamento*|medicinas|pastillas para adelgazar|botox|viagra|misoprostol|fruta|frutas|mango|mangos|semilla|semillas|planta|plantas|plantones|antigüedades|huacos|chatarra|residuos|cable de cobre|cobre|espada|katanas|cosméticos|ají|rocoto|ozempic|huevos|cuy|cuyes|relleno facial|gas refrigerante|pistola eléctrica|semen de wagyu",
      note: "meat, seafood, plants, stolen property, medicine and the rest",
      support: 1,
    },
    {
      code: "none",
      words:
        "planta baja|planta de producción|de carne y hueso|planta industrial|me han robado|me robaron|me ha robado",
      note: "harmless longer words",
    },
  ],
};
