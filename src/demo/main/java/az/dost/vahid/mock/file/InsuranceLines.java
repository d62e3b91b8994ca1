package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.RegisterView.Entry;
import az.dost.vahid.mock.population.Facts.InsurancePayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Lines of {@code connectors/state-insurance/layout.yaml}: windows-1254, one byte a character, CR LF. */
final class InsuranceLines {
    private static final int LENGTH = 180;
    private static final int PAYOUTS = 4;
    private static final int PAYOUT_LENGTH = 37;
    private static final Charset CHARSET = Charset.forName("windows-1254");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyyyy");
    private static final String COMPANY = "DÖVLET SIĞORTA ŞİRKETİ";
    /** The character set has no ə. */
    private static final String[] BRANCHES = {
        "BAKI-MERKEZ", "SUMQAYIT", "GENCE", "ŞİRVAN", "MİNGEÇEVİR", "NAXÇIVAN", "ŞEKİ"
    };

    private static final Map<String, String> EVENTS = Map.of("DEATH", "ÖLM", "INJURY", "YRL", "DISABILITY", "ELL");
    private final OutputStream out;
    private long count;
    private long sum;

    InsuranceLines(OutputStream out) {
        this.out = out;
    }

    void header(LocalDate day) throws IOException {
        line("B" + text(COMPANY, 30) + day.format(DAY));
    }

    void record(Entry entry) throws IOException {
        List<InsurancePayout> payouts = entry.fact("insurancePayout");
        if (payouts.size() > PAYOUTS) {
            throw new IllegalStateException("The layout has room for " + PAYOUTS + " payouts");
        }
        StringBuilder line = new StringBuilder("Q")
                .append(text(entry.fin(), 7))
                .append(text(BRANCHES[Math.floorMod(entry.fin().hashCode(), BRANCHES.length)], 12));
        long total = 0;
        for (InsurancePayout payout : payouts) {
            long qepik = qepik(payout.amount());
            total += qepik;
            line.append(text(payout.policyNumber(), 16))
                    .append(text(EVENTS.get(payout.event()), 3))
                    .append(
                            payout.paidOn() == null
                                    ? text("", 8)
                                    : payout.paidOn().format(DAY))
                    .append(digits(qepik, 10));
        }
        line.append(text("", (PAYOUTS - payouts.size()) * PAYOUT_LENGTH)).append(digits(total, 12));
        count++;
        sum += total;
        line(line.toString());
    }

    void trailer() throws IOException {
        line("S" + digits(count, 9) + digits(sum, 15));
    }

    private void line(String text) throws IOException {
        out.write((text(text, LENGTH) + "\r\n").getBytes(CHARSET));
    }

    private static long qepik(String manat) {
        return Long.parseLong(manat.replace(".", ""));
    }

    private static String text(String value, int length) {
        if (value.length() > length) {
            throw new IllegalStateException("A value is longer than its " + length + " columns");
        }
        return value + " ".repeat(length - value.length());
    }

    private static String digits(long value, int length) {
        String digits = Long.toString(value);
        return "0".repeat(length - digits.length()) + digits;
    }
}
