package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pension fund's answer: account, payments, martyr's family; amounts as {@code 1.234,50}, open periods till 9999.
 */
final class AccountExtract {
    static final String NAMESPACE = "urn:az:dsmf:ferdi-ucot:5";
    private static final BakuTime TIME = BakuTime.as("yyyy/MM/dd HH:mm:ss XXX");
    private static final BakuTime DAY = BakuTime.as("yyyy/MM/dd");
    private static final String NEVER = "9999/12/31";
    private static final int YEAR = 12;
    private static final CodeList PAYMENTS = new CodeList(Map.of(
            "OLD_AGE_PENSION",
            "101",
            "DISABILITY_PENSION",
            "102",
            "SURVIVOR_PENSION",
            "103",
            "PRESIDENTIAL_PENSION",
            "201",
            "VETERAN_PENSION",
            "202",
            "CHILD_ALLOWANCE",
            "301",
            "TARGETED_ASSISTANCE",
            "302"));
    private static final CodeList RELATIONS = new CodeList(Map.of("WIDOW", "1", "CHILD", "2", "PARENT", "3"));

    static XmlReply of(Entry entry, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "f", "HesabCixarisi").add("Hazirlanib", TIME.write(now));
        XmlReply insured = reply.add("Sigortali").with("fin", entry.fin()).with("cavab", entry.known() ? 0 : 44);
        Facts.DeathDate death = entry.fact("death");
        if (death != null) {
            insured.add("Vefat", DAY.write(death.date()));
        }
        account(reply, entry.fact("insuredRecord"));
        payments(reply, entry.fact("benefits"));
        martyrsFamily(reply, entry.fact("martyrStatus"));
        return reply;
    }

    private static void account(XmlReply reply, Facts.InsuredRecord insured) {
        if (insured == null) {
            return;
        }
        XmlReply account = reply.add("Hesab").with("ssn", insured.insuranceNumber());
        account.add("Staj").with("il", insured.totalMonths() / YEAR).with("ay", insured.totalMonths() % YEAR);
        if (insured.lastEmployerVoen() != null) {
            account.add("SonSigortaEden", insured.lastEmployerVoen());
        }
        account.add("PensiyaKapitali", grouped(insured.pensionCapital()));
    }

    private static void payments(XmlReply reply, List<Facts.Benefit> benefits) {
        if (benefits == null) {
            return;
        }
        XmlReply payments = reply.add("Odenisler");
        for (Facts.Benefit benefit : benefits) {
            payments.add("Odenis")
                    .with("nov", PAYMENTS.of(benefit.kind()))
                    .add("Mebleg", grouped(benefit.amount()))
                    .add("Dovr")
                    .with("evvel", DAY.write(benefit.from()))
                    .with("son", benefit.until() == null ? NEVER : DAY.write(benefit.until()));
        }
    }

    private static void martyrsFamily(XmlReply reply, Facts.MartyrStatus martyr) {
        if (martyr != null) {
            reply.add("SehidAilesi")
                    .add("Sehid", martyr.martyrFin())
                    .add("Qohumluq", RELATIONS.of(martyr.relation()))
                    .add("Vesiqe", martyr.certificateNumber())
                    .add("Taninib", DAY.write(martyr.recognisedOn()));
        }
    }

    private static String grouped(String amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY))
                .format(new BigDecimal(amount));
    }

    private AccountExtract() {}
}
