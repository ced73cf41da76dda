/**
 * Small, frequent words of the languages written in Latin letters, for telling them apart.
 * Accents are folded away, so that text messages written without them count too. A word shared by two languages
 * stands in both lists. Source: everyday grammar words of each language, chosen by hand.
 */
import type { Lang } from "../triage/verdict.ts";

export const STOP_WORDS: Partial<Record<Lang, string>> = {
  en: `the of and to in is that it for on was with as be at by i this had not are but from or have an they which you were her
    she he there would their we him been has when who will no more if out so what up said its about than into them can only
    my your me our us do does did just like know think someone somebody people hello please sorry thank thanks how much
    want need any some because how where why don't doesn't isn't i'm he's it's there's didn't can't won't uh um yeah
    guy guys been being while after before over also got get going coming comes same very really is am could should
    says said inside hidden behind help port weapon police drug room boss house knows money nobody anyone under parcel package container arrives arriving tomorrow tonight today yesterday flight airport
    boat ship woman women men wants told saw heard selling sells weapon drugs`,
  es: `ayuda ayudenme jefe barco droga pistola donde el la los las de del y en un una unos unas que por con para se lo le les mi mis tu su sus es son esta estan hay muy pero
    como mas si no yo ella ellos nosotros usted ustedes ya cuando donde quien desde hasta sobre entre tambien porque esto eso
    este ese fue ser estoy tengo tiene tienen voy va van hola gracias senor buenas buenos dias tardes noches llega llegan dice
    dicen alguien nadie algo nada mucho mucha aqui alli ahi hace sin ni o al me te nos vivo trabajo soy quiero puedo cuanto
    viene vienen traen trae lleva llevan otro otra mismo misma todo todos cada paquete creo sabe`,
  "pt-BR": `socorro ajuda ajudem chefe navio cara gente droga arma onde o a os as de do da dos das e em no na nos nas um uma que por com para pra pro se lhe meu minha meus minhas seu sua
    sao esta ta tao tem muito mas mais como nao sim eu ele ela eles elas nos voce voces vcs vc ja quando onde quem desde ate
    sobre entre tambem porque isso isto este esse foi ser estou to tenho vou vai vao ola oi obrigado obrigada boa noite tarde
    dia bom chega alguem ninguem algo nada aqui ali la faz sem nem ou ao me te moro trabalho sou quero posso quanto vem
    traz leva outro outra mesmo tudo todo cada pacote acho sabe cara gente ne pq tava uns pelo pela dele dela ainda so`,
  vi: `toi minh em anh chi no ho ong ba co khong ko k hok chua da dang se cua la va voi cho nay do kia day trong ngoai
    tren duoi o tai tu den ve di den nguoi nhung cac mot hai ba mot nhieu it rat qua lam duoc bi boi vi neu thi ma nhung hay
    hoac cung nua roi biet noi nghe thay ban nha hang goi gui nhan mua ban cong ty cang sang qua hom ngay mai thang tuan
    sau truoc gio luc dau ai gi nao sao the vay xin chao cam on a oi nha nhe dum giup toi nghi vai tui nhat viet nam
    bao tin con cai thang chuyen tien thuoc khi chi minh dua cho biet duoc phai luon hoi`,
  fil: `ang ng mga sa na at ay si ni kay kina ko ako mo ikaw ka niya siya sya nya namin natin kami kayo tayo nila sila ito iyan
    iyon yun yung yan dito diyan doon dun hindi di wala may meron mayroon po opo ba lang lamang din rin daw raw nga naman kasi
    pero kung kapag pag para kaya dahil gusto alam sabi nang isang dalawa tatlo bukas kahapon ngayon mamaya galing dala
    dalhin nagdadala tao kapitbahay kuya ate tol pinsan asawa bahay trabaho nakita narinig sana salamat pwede puwede paano
    magkano bakit sino kailan saan ano yata parang talaga wag huwag isa kanila kanya amin atin lahat pa eh`,
  id: `yang di ke dari dan atau ini itu saya aku kamu anda dia mereka kami kita ada adalah tidak nggak gak ga tak bukan belum
    sudah udah akan mau bisa dapat dengan untuk pada oleh karena kalau jika tapi tetapi juga lagi saja aja hanya sangat sekali
    orang teman pak bu mas mbak bang barang kirim dikirim terima bawa dibawa isi isinya dalam luar atas bawah besok
    kemarin nanti tadi sekarang hari minggu bulan tahun jam pagi siang sore malam berapa apa siapa kapan dimana mana
    bagaimana kenapa tolong terima kasih selamat halo maaf permisi jepang kapal satu dua tiga nya lewat punya kerja
    cepat tanpa hubungi kalian petugas sampah bangsat pinjaman jaminan uang rumah tetangga kantor jangan takut sedang sering
    tahu dengar lihat bilang katanya paket banyak semua sama buat jadi masih`,
  ja: `watashi wa wo desu masu kara made ga no ni de mo ka ne yo tomodachi arimasu imasu shimasu mashita masen kudasai
    sumimasen konnichiwa nihon nihongo hito kore sore are doko itsu nani dare kyou ashita kinou mayaku taima kaisha
    tsukimasu kimasu okuru okurimasu mimashita kikimashita shirimasen onegaishimasu demo aru iru suru shita boku ie namae`,
  ne: `ma mero malai hamro timi tapai tapaiko usle uslai unle yo tyo cha chha chhan chhaina hunchha hun bhayo bhane bhanne bata
    lai ko ki le ra pani ani tara kina kasari kaha kahile ke kun thaha dinus namaste dai didi bhai sathi nepal japan ma
    aauncha aaudai garcha garnus gareko lyauncha lyayo lukayera bholi hijo aaja`,
  ru: `ya ne na chto eto on ona oni my vy kak tak vse uzhe est' net da ili dlya menya mne moy privet zdravstvuyte zavtra
    segodnya ochen' kto gde kogda pochemu skazal znayu chelovek iz v s po ot za`,
  mn: `bi bid ta chi ter ene ni ch bol yum bn baina bna baigaa bgaa gej gsn hun humuus irne irsen ugui ugu medehgui sain uu
    bainuu yaponi mongol margaash unuudur uchigdur ged bas hed heden yaj haana hezee hen yu`,
  fa: `man to oo u ma shoma anha in an ast hast nist bud ke ba az be dar baraye ham va ya vali salam mikham mikonam midoonam
    nemidoonam mishe dare daram darand khodam dust yek migan mige koja chera ki kojast lotfan mamnoon farda emrooz`,
};
