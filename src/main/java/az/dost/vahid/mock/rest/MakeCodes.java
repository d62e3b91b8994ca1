package az.dost.vahid.mock.rest;

import java.util.List;

/** The traffic police's code list of makers: {@code M001}, {@code M002} and so on, in the order in which they came. */
final class MakeCodes {
    private static final List<String> MAKERS = List.of(
            "VAZ", "Lada", "GAZ", "UAZ", "Moskviç", "ZAZ", "KamAZ", "MAZ", "Belarus", "Mercedes-Benz", "BMW", "Opel",
            "Volkswagen", "Audi", "Ford", "Toyota", "Nissan", "Mitsubishi", "Mazda", "Honda", "Hyundai", "Kia", "Daewoo",
            "Chevrolet", "Lexus", "Land Rover", "Jeep", "Renault", "Peugeot", "Skoda", "Volvo", "Porsche", "Infiniti",
            "Subaru", "Suzuki", "Isuzu", "MAN", "Khazar", "Xəzər", "Chery", "Changan", "Geely", "Haval", "BYD", "Yamaha", "Iveco");

    /** @throws IllegalStateException for a maker that the register has no code for */
    static String of(String maker) {
        int at = MAKERS.indexOf(maker);
        if (at < 0) {
            throw new IllegalStateException("No code for maker " + maker);
        }
        return String.format("M%03d", at + 1);
    }

    private MakeCodes() { }
}
