package az.dost.vahid.mock.population;

/**
 * The names that a nation gives, in the letters of the Azerbaijani alphabet only: each has one Cyrillic counterpart,
 * and one capital, so that old rows and rows in capitals can be read back letter for letter.
 */
public enum Nation {
    AZE("""
            Əli Vüqar Elçin Rəşad Orxan Tural Elnur Ramin Nicat Fuad Kamran Anar İlqar Namiq Səbuhi Emin Ceyhun Murad
            Rövşən Elşən Natiq Zaur Xəyal Samir Mübariz Polad İbrahim Hüseyn Həsən Məmməd Rauf Azər Ruslan Vasif Yusif
            Şahin Ağasəf Tofiq Qadir Çingiz Üzeyir İsmayıl Əhməd Nurlan Cavid""", """
            Aygün Sevinc Leyla Günel Nərmin Aytən Ülviyyə Könül Səbinə Nigar Fidan Lalə Gülnar Aysel Şəbnəm Zeynəb
            Fatimə Xədicə Arzu Vəfa Mehriban Rəna İradə Solmaz Təranə Xatirə Jalə Çinarə Gülşən Əfsanə Nuray Elnarə
            Samirə Pərvanə Zəhra Həcər Röya Afaq Kəmalə İlahə Tünzalə Ofelya Məleykə Şəfiqə Dilarə""", """
            Məmmədov Əliyev Hüseynov Həsənov Quliyev İbrahimov İsmayılov Abbasov Rəhimov Kərimov Vəliyev Cəfərov
            Səfərov Süleymanov Mustafayev Babayev Nəbiyev Qasımov Ağayev Tağıyev Hacıyev Musayev Rzayev Orucov
            Bağırov Şirinov Zeynalov Əhmədov Nuriyev Mehdiyev Şükürov Xəlilov Novruzov Bayramov Eyvazov Fərzəliyev
            Hümbətov İskəndərov Qurbanov Yusifov Rəhimzadə Əlizadə Məmmədzadə Kazımzadə Hacızadə Axundzadə Qarabağlı
            Şəkili Naxçıvanlı Bakılı Şirvanlı Gəncəli Çələbi Üzeyirov Jaləyev Osmanov Cabbarov Vəzirov Pənahov
            Tahirov""", ""),
    TUR(
            "Mehmet Mustafa Ahmet Murat Hasan Emre Serkan Yusuf Ömer Burak Tolga Kemal",
            "Ayşe Fatma Emine Zeynep Elif Hatice Merve Esra Büşra Sevgi Derya Filiz",
            "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan",
            "İstanbul Ankara İzmir Qars İğdır"),
    GEO(
            "Giorgi Davit Nika Levan İrakli Zurab Tamaz Otar Laşa Gela Vaxtanq Mixeil",
            "Nino Tamar Ana Eka Natia Ketevan Salome Mariam İrma Lali Manana Tea",
            "Beridze Kapanadze Maisuradze Lomidze Abuladze Gelaşvili Dolidze Kobaxidze",
            "Tbilisi Marneuli Rustavi Batumi"),
    RUS(
            "İvan Dmitri Sergey Andrey Aleksey Nikolay Pavel Oleq Viktor Yuri Maksim Roman",
            "Olqa Tatyana Yelena Natalya İrina Svetlana Anna Marina Yuliya Vera Oksana Alla",
            "Petrov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Novikov Morozov Volkov",
            "Moskva Dərbənd Mahaçqala Həştərxan"),
    IRN(
            "Rza Mehdi Əmir Məsud Davud Behruz Fərhad Kamal Cəmşid Nadir Məhsun Saleh",
            "Məryəm Zəhra Nəsrin Fərzanə Pəri Ziba Mina Nahid Şirin Roza Səkinə Leyla",
            "Təbrizi Ərdəbili Urmulu Zəncani Marağalı Xoylu Tehrani Miyanalı",
            "Təbriz Ərdəbil Urmiya Tehran");

    final String[] men;
    final String[] women;
    final String[] surnames;
    /** Where its citizens are born, none for those born in Azerbaijan. */
    public final String[] birthPlaces;

    private final String[] womensSurnames;

    Nation(String men, String women, String surnames, String birthPlaces) {
        this.men = men.split("\\s+");
        this.women = women.split("\\s+");
        this.surnames = surnames.split("\\s+");
        this.birthPlaces = birthPlaces.split("\\s+");
        womensSurnames = this.surnames.clone();
        for (int i = 0; i < womensSurnames.length; i++) {
            womensSurnames[i] = feminine(womensSurnames[i]);
        }
    }

    String givenName(Sex sex, int index) {
        String[] names = sex == Sex.MALE ? men : women;
        return names[index % names.length];
    }

    String surname(Sex sex, int index) {
        return (sex == Sex.MALE ? surnames : womensSurnames)[index];
    }

    private static String feminine(String surname) {
        return surname.endsWith("ov") || surname.endsWith("ev") ? surname + "a" : surname;
    }
}
