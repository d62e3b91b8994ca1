package az.dost.vahid.mock.population;

/** Wars and operations in which combat service is counted; epoch days, both inclusive. */
enum War {
    PATRIOTIC("Vətən müharibəsi", Days.of(2020, 9, 27), Days.of(2020, 11, 10)),
    FIRST_KARABAKH("Birinci Qarabağ müharibəsi", Days.of(1992, 2, 26), Days.of(1994, 5, 12)),
    ANTI_TERROR("Antiterror tədbirləri", Days.of(2023, 9, 19), Days.of(2023, 9, 20)),
    APRIL("Aprel döyüşləri", Days.of(2016, 4, 2), Days.of(2016, 4, 5));

    final String title;
    final int from;
    final int until;

    War(String title, int from, int until) {
        this.title = title;
        this.from = from;
        this.until = until;
    }

    /** The war in which a man born on that day was of the age to fight, null if there was none. */
    static War ofGeneration(int birth) {
        for (War war : values()) {
            if (birth + Days.years(19) < war.from && birth + Days.years(46) > war.until) {
                return war;
            }
        }
        return null;
    }
}
