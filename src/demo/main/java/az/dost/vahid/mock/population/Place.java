package az.dost.vahid.mock.population;

import java.util.stream.Stream;

/**
 * A city or town with its district.
 *
 * @param plateCode the two digits that begin its vehicle plates
 * @param postalBase the first of its postal codes, without {@code AZ}
 * @param rural whether people there hold land shares
 */
public record Place(String region, String city, int plateCode, int postalBase, boolean rural) {
    static final Place[] BAKU = {
        baku("Nəsimi", 1010), baku("Yasamal", 1065), baku("Binəqədi", 1114), baku("Nizami", 1052),
        baku("Xətai", 1025), baku("Sabunçu", 1100), baku("Suraxanı", 1036), baku("Səbail", 1001),
        baku("Nərimanov", 1069), baku("Qaradağ", 1063), baku("Xəzər", 1044), baku("Pirallahı", 1073)
    };
    static final Place[] TOWNS = {
        city("Sumqayıt", 50, 5000), city("Gəncə", 20, 2000), city("Mingəçevir", 30, 4500), city("Şirvan", 14, 1800),
        city("Naxçıvan", 70, 7000), city("Yevlax", 66, 6600), town("Lənkəran", 33, 4200), town("Şəki", 55, 5500),
        town("Quba", 40, 4000), town("Xaçmaz", 64, 2700), town("Bərdə", 13, 900), town("Tovuz", 54, 6000),
        town("Şəmkir", 57, 5700), town("Ağcabədi", 4, 400), town("Göyçay", 22, 2300), town("İsmayıllı", 27, 3100),
        town("Qəbələ", 48, 3600), town("Zaqatala", 62, 6200), town("Balakən", 11, 800), town("Masallı", 37, 4400),
        town("Cəlilabad", 15, 1500), town("Salyan", 49, 5200), town("Sabirabad", 51, 5400), town("İmişli", 26, 3000),
        town("Ağdaş", 5, 300), town("Ucar", 59, 6100), town("Kürdəmir", 31, 3300), town("Şamaxı", 56, 5600),
        town("Goranboy", 24, 2500), town("Qazax", 44, 3500), town("Ağstafa", 6, 500), town("Gədəbəy", 19, 2100),
        town("Lerik", 36, 4300), town("Astara", 7, 700), town("Biləsuvar", 12, 1300), town("Tərtər", 53, 5900)
    };
    /** The districts that people fled from. */
    static final String[] OCCUPIED = {
        "Ağdam", "Füzuli", "Cəbrayıl", "Zəngilan", "Qubadlı", "Laçın", "Kəlbəcər", "Şuşa", "Xocalı", "Xocavənd"
    };

    private static Place baku(String district, int postalBase) {
        return new Place(district, "Bakı", 90, postalBase, false);
    }

    private static Place city(String name, int plateCode, int postalBase) {
        return new Place(name, name, plateCode, postalBase, false);
    }

    private static Place town(String name, int plateCode, int postalBase) {
        return new Place(name, name, plateCode, postalBase, true);
    }

    /** Every third family lives in the capital. */
    static Place of(SeededDraw drawn) {
        return drawn.pick("place", drawn.chance("capital", 3_300) ? BAKU : TOWNS);
    }

    /** @throws java.util.NoSuchElementException where there is no such district */
    static Place named(String region) {
        return Stream.of(BAKU, TOWNS)
                .flatMap(Stream::of)
                .filter(place -> place.region.equals(region))
                .findFirst()
                .orElseThrow();
    }

    String postalCode(int office) {
        return "AZ" + Serial.padded(postalBase + office, 4);
    }
}
