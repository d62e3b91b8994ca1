package az.dost.vahid.pages.picture;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A few hours in the room of a word: a column for each part of them, with what was answered below and what was not upon
 * it. It has no scale and no table; whoever cannot see it hears its sums.
 *
 * @param from when it begins, {@code HH:mm} in Baku. @param asked in all of it, as answered is
 */
public record Sparkline(Drawing drawing, String from, String asked, String answered) {
    private static final int HEIGHT = 28;
    private static final double BAND = 5;
    private static final double GAP = 1;

    /** @param recent of an agency, as the contract of operations has it */
    public static Sparkline of(JsonNode recent, Wording w) {
        JsonNode asked = recent.path("asked");
        JsonNode answered = recent.path("answered");
        long most = 1;
        long all = 0;
        long good = 0;
        for (int at = 0; at < asked.size(); at++) {
            most = Math.max(most, asked.path(at).asLong());
            all += asked.path(at).asLong();
            good += answered.path(at).asLong();
        }
        List<Mark> marks = new ArrayList<>();
        double width = BAND * asked.size();
        for (int at = 0; at < asked.size(); at++) {
            double low = height(answered.path(at).asLong(), most);
            double high = height(asked.path(at).asLong(), most);
            if (low > 0) {
                marks.add(Mark.box("vahid-spark--answered", at * BAND, HEIGHT - low, BAND - GAP, low));
            }
            if (high > low) {
                marks.add(Mark.box("vahid-spark--lost", at * BAND, HEIGHT - high, BAND - GAP, high - low));
            }
        }
        marks.add(Mark.line("vahid-axis", 0, HEIGHT, width, HEIGHT));
        return new Sparkline(
                new Drawing((int) width, HEIGHT + 1, marks),
                w.clock(Instant.parse(recent.path("from").asText())),
                w.number(all),
                w.number(good));
    }

    /** One question is seen beside a thousand, too. */
    private static double height(long number, long most) {
        return number == 0 ? 0 : Math.max(2, (HEIGHT - 1.0) * number / most);
    }
}
