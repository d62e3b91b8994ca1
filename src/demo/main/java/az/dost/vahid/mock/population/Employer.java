package az.dost.vahid.mock.population;

/** An employer, the same for every register that names it. */
public record Employer(String voen, String name) {
    static final int COUNT = 20_000;
    private static final String[] NAMES = {
        "Xəzər",
        "Abşeron",
        "Göyərçin",
        "Azəri",
        "Qafqaz",
        "Savalan",
        "Araz",
        "Kür",
        "Şəfəq",
        "Günəş",
        "Ulduz",
        "Bərəkət",
        "Zirvə",
        "İnam",
        "Cövhər",
        "Çinar",
        "Qızılgül",
        "Odlar",
        "Yurd",
        "Əsr"
    };
    private static final String[] TRADES = {
        "Tikinti", "Tekstil", "Logistika", "Ticarət", "Aqro", "Energetika", "Mebel", "Qida", "Nəqliyyat", "Rabitə"
    };
    private static final String[] FORMS = {"MMC", "ASC", "QSC"};

    public static Employer of(int index) {
        return new Employer(
                voen(index),
                NAMES[index % NAMES.length] + " " + TRADES[index / 20 % TRADES.length] + " "
                        + FORMS[index / 200 % FORMS.length]);
    }

    /** Ten digits; a legal entity's VÖEN ends in 1, a natural person's in 2. */
    public static String voen(int index) {
        return Serial.digits("employer", index, 9) + "1";
    }
}
