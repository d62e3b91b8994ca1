package az.dost.vahid.mock.rest;

import java.util.List;
import java.util.Locale;

/** The traffic police's code list of makers: {@code M001}, {@code M002} and so on, in the order in which they came. */
final class MakeCodes {
    private static final List<String> MAKERS = List.of(
            "Lada",
            "GAZ",
            "UAZ",
            "ZAZ",
            "KamAZ",
            "MAZ",
            "Mercedes-Benz",
            "BMW",
            "Opel",
            "Volkswagen",
            "Audi",
            "Ford",
            "Toyota",
            "Nissan",
            "Mitsubishi",
            "Mazda",
            "Honda",
            "Hyundai",
            "Kia",
            "Daewoo",
            "Chevrolet",
            "Lexus",
            "Land Rover",
            "Renault",
            "Khazar",
            "Chery",
            "BYD");

    /** @throws IllegalStateException for a maker that the register has no code for */
    static String of(String maker) {
        int at = MAKERS.indexOf(maker);
        if (at < 0) {
            throw new IllegalStateException("No code for maker " + maker);
        }
        return String.format(Locale.ROOT, "M%03d", at + 1);
    }

    private MakeCodes() {}
}
