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

/** The tax service's answer: the taxpayer's card, and incomes from the oldest year on. */
final class TaxStatement {
    static final String NAMESPACE = "urn:az:vergi:melumat:3";
    private static final BakuTime TIME = BakuTime.as("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final BakuTime DAY = BakuTime.as("yyyy-MM-ddXXX");
    private static final CodeList STATES = new CodeList(Map.of("ACTIVE", "F", "SUSPENDED", "D", "CLOSED", "L"));

    static XmlReply of(Entry entry, String requestId, ZonedDateTime now) {
        XmlReply reply = XmlReply.qualified(NAMESPACE, "v", "VergiCavabi")
                .with("sorguId", requestId)
                .with("hazirlanib", TIME.write(now))
                .add("FIN", entry.fin());
        reply.add("Netice")
                .with("kod", entry.known() ? "00" : "14")
                .text(entry.known() ? "Tapıldı" : "Məlumat tapılmadı");
        Facts.Taxpayer taxpayer = entry.fact("taxpayer");
        if (taxpayer != null) {
            reply.add("Odeyici")
                    .with("VOEN", taxpayer.voen())
                    .add("Veziyyet", STATES.of(taxpayer.status()))
                    .add("QeydiyyatTarixi", DAY.write(taxpayer.registeredOn()))
                    .add("EsasFealiyyet", taxpayer.activity());
        }
        List<Facts.Income> newestFirst = entry.fact("income");
        if (newestFirst != null) {
            XmlReply incomes = reply.add("Gelirler").with("valyuta", "AZN");
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                Facts.Income income = newestFirst.get(i);
                incomes.add("Il")
                        .with("dovr", income.year())
                        .add("Hesablanib", grouped(income.gross()))
                        .add("Tutulub", grouped(income.tax()));
            }
        }
        return reply;
    }

    private static String grouped(String amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(amount));
    }

    private TaxStatement() {}
}
