package az.dost.vahid.mock.register;

import az.dost.vahid.mock.population.Days;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Inhabitant;
import az.dost.vahid.mock.population.Register;
import az.dost.vahid.mock.population.Serial;
import az.dost.vahid.mock.population.Sheet;
import az.dost.vahid.mock.population.Trait;
import java.util.ArrayList;
import java.util.List;

/** {@code agriculture}: farmers in the country. */
final class AgricultureRegister implements Register {
    private static final String[] CROPS = {"Buğda", "Arpa", "Pambıq", "Qarğıdalı", "Günəbaxan", "Fındıq", "Üzüm"};
    private static final String[] VILLAGES = {
        "Qarabulaq",
        "Yeniyol",
        "Çaylı",
        "Alpan",
        "Daşbulaq",
        "Göyərçin",
        "Xanabad",
        "Qızılağac",
        "Söyüdlü",
        "Ağbulaq",
        "Təzəkənd",
        "Dəymədağlı"
    };

    @Override
    public void report(Inhabitant citizen, Sheet sheet) {
        boolean farms = citizen.alive()
                && citizen.azerbaijani()
                && citizen.reached(20)
                && citizen.kin.plan.place().rural()
                && citizen.has(Trait.FARMER);
        if (!farms) {
            return;
        }
        String village = citizen.kin.pick("village", VILLAGES);
        List<Facts.LandShare> shares = new ArrayList<>(2);
        shares.add(
                new Facts.LandShare(citizen.serial("land share", 9), hectares(citizen.draw("hectares", 300)), village));
        if (citizen.chance("second plot", 2_500)) {
            shares.add(new Facts.LandShare(
                    citizen.serial("second land share", 9),
                    hectares(citizen.draw("hectares of the second plot", 150)),
                    village));
        }
        sheet.add("landShare", shares);
        sheet.add(
                "livestock",
                new Facts.Livestock(
                        citizen.draw("cattle", 12),
                        citizen.draw("sheep", 60),
                        citizen.draw("poultry", 80),
                        Days.date(Days.of(2026, 1, 1) + citizen.draw("count", 60))));
        sheet.add("subsidies", subsidies(citizen));
    }

    private static List<Facts.Subsidy> subsidies(Inhabitant citizen) {
        String crop = citizen.pick("crop", CROPS);
        Facts.Subsidy latest = new Facts.Subsidy(
                "2025/2026",
                crop,
                Serial.hundredths(20_000 + citizen.draw("subsidy", 200_000)),
                Days.date(Days.of(2026, 4, 1) + citizen.draw("subsidy paid", 90)));
        if (!citizen.chance("earlier subsidy", 5_000)) {
            return List.of(latest);
        }
        return List.of(
                latest,
                new Facts.Subsidy(
                        "2024/2025",
                        crop,
                        Serial.hundredths(20_000 + citizen.draw("subsidy before", 200_000)),
                        Days.date(Days.of(2025, 4, 1) + citizen.draw("subsidy paid before", 90))));
    }

    private static String hectares(int hundredths) {
        return Serial.hundredths(40 + hundredths);
    }
}
