/** Khmer. Sources: Cambodia's drug control law, NACD's public reports, everyday words. */
import type { GoodsTable } from "../goods-table.ts";

export const KM: GoodsTable = {
  langs: ["km"],
  rows: [
    {
      code: "stimulants",
      words:
        "មេតំហ្វេតាមីន|ថ្នាំញៀនទឹកកក|ម៉ាទឹកកក|យ៉ាបា|ម៉ាប្រភេទទឹកកក|អាយស៍|មេតាហ្វេតាមីន|ម៉ាថ្នាំ|មេតំផេតាមីន|យាបា|មេតំហ្វេ|ថ្នាំទឹកកក",
      note: "official and street",
    },
    { code: "stimulants", words: "ទឹកកក|ម៉ា", note: "ice", support: 2 },
    { code: "none", words: "ម៉ាក|ម៉ាឡេ|ម៉ាស៊ីន|ម៉ាត់|ម៉ាស|ម៉ារ|ម៉ាញ|ព្យាបាល|យាបាល", note: "parts of other words" },
    { code: "cannabis", words: "កញ្ឆា|ប្រេងកញ្ឆា|ម៉ារីជូអាណា|កញ្ជា|ស្ករគ្រាប់កញ្ឆា", note: "official" },
    { code: "cocaine", words: "កូកាអ៊ីន|កូកាអីន|កូកាំង", note: "official" },
    { code: "opioids", words: "ហេរ៉ូអ៊ីន|អាភៀន|ម៉ហ្វីន|ហេរ៉ូអីន|ហ្វេនតានីល|ម៉ូហ្វីន", note: "official" },
    {
      code: "mdma",
      words: "អ៊ិចស្តាស៊ី|ថ្នាំអ៊ិចតាស៊ី|អិចស្តាស៊ី|អ៊ិចតាស៊ី|ថ្នាំរាំ|អេចតាស៊ី|ថ្នាំគ្រាប់ពណ៌",
      note: "official and street",
    },
    { code: "other_drugs", words: "កេតាមីន|ខេតាមីន|ផ្សិតញៀន|អិលអេសឌី|ទឹកសប្បាយ|កេតាមិន|ខេតាមិន", note: "official" },
    {
      code: "other_drugs",
      words: "គ្រឿងញៀន|ថ្នាំញៀន|សារធាតុញៀន|ម្សៅស|សារធាតុហាមឃាត់",
      note: "kind not known",
      generic: true,
    },
    {
      code: "firearms",
      words: "កាំភ្លើង|កាំភ្លើងខ្លី|អាវុធ|កាំភ្លើងវែង|គ្រឿងបន្លាស់កាំភ្លើង|ពិស្តូល|កាំភ្លើងដៃ",
      note: "plain words",
    },
    { code: "none", words: "កាំភ្លើងទឹក|កាំភ្លើងក្មេងលេង", note: "toys" },
    { code: "ammunition", words: "គ្រាប់កាំភ្លើង|គ្រាប់រំសេវ|រំសេវគ្រាប់", note: "plain words" },
    {
      code: "explosives",
      words: "គ្រាប់បែក|រំសេវផ្ទុះ|គ្រឿងផ្ទុះ|ឌីណាមីត|គ្រាប់បែកដៃ|គ្រាប់មីន|មីនកប់|រំសេវ",
      note: "plain words",
    },
    { code: "none", words: "អាមីន|តាមីន|ហ្វីន", note: "parts of other words" },
    { code: "gold", words: "មាស|មាសដុំ|ដុំមាស|ខ្សែកមាស|មាសគីឡូ|ម្សៅមាស", note: "plain words" },
    {
      code: "cash",
      words: "លុយក្លែងក្លាយ|លុយសុទ្ធច្រើន|លាក់លុយ|ដុំលុយ|ប្រាក់ក្លែងក្លាយ|វ៉ាលីលុយ|លុយមិនបានប្រកាស",
      note: "plain words",
    },
    { code: "cash", words: "លុយសុទ្ធ|សាច់ប្រាក់|ដុល្លារ", note: "everyday words", support: 2 },
    {
      code: "tobacco_alcohol",
      words: "បារីគេចពន្ធ|ស្រាគេចពន្ធ|បារីគ្មានពន្ធ|បារីរត់ពន្ធ|បារីក្លែងក្លាយ|ស្រាក្លែងក្លាយ",
      note: "said to be smuggled",
    },
    {
      code: "tobacco_alcohol",
      words: "បារី|ស្រា|ថ្នាំជក់|វីស្គី|វ៉ូដកា|បារីអេឡិចត្រូនិច",
      note: "everyday words",
      support: 1,
    },
    { code: "none", words: "ស្រាប់|ស្រាយ|ស្រាល|ស្រាវ|ផឹកស្រា|ជក់បារី", note: "parts of other words" },
    {
      code: "counterfeit",
      words: "ក្លែងក្លាយ|ទំនិញក្លែងក្លាយ|កាបូបក្លែងក្លាយ|ម៉ាកក្លែងក្លាយ|នាឡិកាក្លែងក្លាយ|ចម្លងម៉ាក",
      note: "plain words",
    },
    {
      code: "none",
      words:
        "លិខិតឆ្លងដែនក្លែងក្លាយ|ឯកសារក្លែងក្លាយ|ឈ្មោះក្លែងក្លាយ|ទិដ្ឋាការក្លែងក្លាយ|មន្ត្រីក្លែងក្លាយ|គយក្លែងក្លាយ|ប៉ូលីសក្លែងក្លាយ|គណនីក្លែងក្លាយ|សារក្លែងក្លាយ|អ៊ីមែលក្លែងក្លាយ|វិក្កយបត្រក្លែងក្លាយ",
      note: "not goods",
    },
    {
      code: "wildlife",
      words:
        "ភ្លុកដំរី|កុយរមាស|ពង្រូល|អណ្តើក|សត្វព្រៃ|សត្វកម្រ|សេក|ពស់|ព្រុយត្រីឆ្លាម|ឆ្អឹងខ្លា|ផ្កាថ្ម|ស្វា|សត្វភេ|កូនភេ|ស្រកាពង្រូល|ស្បែកក្រពើ|សត្វជិតផុតពូជ|ប្រមាត់ខ្លាឃ្មុំ|តុកកែ|កូនអន្ទង់",
      note: "CITES groups in plain words",
    },
    {
      code: "none",
      words: "ភេទ|ប្រភេទ|ភេស|ស្វាយ|ស្វាគមន៍|ស្វាមី|សេកុង|កុំសេក|អភិសេក|អភេ|ភេរ|ភេវ",
      note: "parts of other words",
    },
    {
      code: "strategic_goods",
      words: "អាជ្ញាប័ណ្ណនាំចេញ|សរសៃកាបូន|ទណ្ឌកម្ម|យោធា|ដ្រូន|មីស៊ីល|កូរ៉េខាងជើង|អ៊ុយរ៉ានីញ៉ូម|មើលពេលយប់|ឈីប",
      note: "export control terms",
      support: 1,
    },
    {
      code: "other_goods",
      words:
        "សាច់|សាច់ជ្រូក|សាច់គោ|សាច់ក្រក|សាច់ក្រៀម|ឡានលួច|រថយន្តលួច|របស់លួច|ម៉ូតូលួច|ថ្នាំពេទ្យ|ថ្នាំស្រក|ផ្លែឈើ|ស្វាយ|គ្រាប់ពូជ|កូនឈើ|វត្ថុបុរាណ|គ្រឿងសំអាង|អាហារសមុទ្រ|ក្តាម|ថ្នាំគ្រាប់|ឡានដែលលួច|ត្រីងៀត|ប្រហុក",
      note: "meat, plants, stolen property, medicine and the rest",
      support: 1,
    },
    { code: "none", words: "សាច់ប្រាក់|សាច់ញាតិ|សាច់រឿង", note: "parts of other words" },
  ],
};
