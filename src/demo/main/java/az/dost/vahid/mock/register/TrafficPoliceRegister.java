package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Place;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code traffic-police}: the vehicles of the living. */
final class TrafficPoliceRegister implements Register {
    /** Maker and model; the makers are all there are in the register. */
    private static final String[][] MODELS = {
        {"Mercedes-Benz", "C 200"},
        {"Mercedes-Benz", "Sprinter"},
        {"Toyota", "Corolla"},
        {"Toyota", "Prado"},
        {"Hyundai", "Elantra"},
        {"Hyundai", "Tucson"},
        {"Kia", "Rio"},
        {"Kia", "Sportage"},
        {"Chevrolet", "Cruze"},
        {"Volkswagen", "Passat"},
        {"Opel", "Astra"},
        {"Lada", "2107"},
        {"Lada", "Niva"},
        {"Ford", "Transit"},
        {"Khazar", "SD"},
        {"BMW", "320"}
    };

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYZ";
    private static final String[] SECOND_CATEGORIES = {"A", "B", "B", "C", "D"};

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        if (!citizen.alive() || !citizen.reached(20) || !citizen.has(Trait.VEHICLE_OWNER)) {
            return;
        }
        List<Facts.Vehicle> vehicles = new ArrayList<>(2);
        vehicles.add(vehicle(citizen, "B", citizen.draw("plate", 1 << 24), citizen.draw("vehicle since", 4_000)));
        if (citizen.chance("second vehicle", 1_200)) {
            vehicles.add(vehicle(
                    citizen,
                    citizen.pick("second category", SECOND_CATEGORIES),
                    citizen.draw("second plate", 1 << 24),
                    citizen.draw("second since", 4_000)));
        }
        sheet.add("vehicles", vehicles);
    }

    private static Facts.Vehicle vehicle(Inhabitant citizen, String category, int lot, int age) {
        int registered = Math.max(citizen.birthday(18), Days.NOW - 1 - age);
        int year = Days.date(registered).getYear() - lot % 15;
        String[] model = MODELS[lot / 15 % MODELS.length];
        return new Facts.Vehicle(
                plate(citizen.kin.plan.place(), lot), model[0], model[1], year, category, Days.date(registered));
    }

    private static String plate(Place place, int lot) {
        int pair = lot / 1_000 % (LETTERS.length() * LETTERS.length());
        return Serial.padded(place.plateCode(), 2)
                + '-'
                + LETTERS.charAt(pair / LETTERS.length())
                + LETTERS.charAt(pair % LETTERS.length())
                + '-'
                + Serial.padded(lot % 1_000, 3);
    }
}
