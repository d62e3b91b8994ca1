package az.dost.vahid.verdicts;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.sources.ingest.snapshot.SealedDrops;
import az.dost.vahid.sources.rollout.RolloutSelection;
import az.dost.vahid.sources.rollout.Rollouts;
import az.dost.vahid.whole.AlteredReplies;
import az.dost.vahid.whole.FaultSwitch;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Makes happen to the registers what the table tells; closing makes it undone. */
final class Happening implements AutoCloseable {
    private static final Pattern DAY = Pattern.compile("\\{(today|yesterday|tomorrow) ([A-Za-z./-]+)}");
    private static final int REFUSED = 403;
    /** What the words after an agency's name mean. */
    private static final Map<String, Fault> FAULTS = Map.of(
            "hangs",
            Fault.HANG,
            "is down",
            Fault.HTTP_500,
            "breaks off",
            Fault.RESET,
            "sends a SOAP fault",
            Fault.SOAP_FAULT,
            "is signed by a stranger",
            Fault.WRONG_SIGNATURE,
            "is not signed",
            Fault.NO_SIGNATURE,
            "is signed with an expired certificate",
            Fault.EXPIRED_CERTIFICATE,
            "tells of somebody else",
            Fault.OTHER_CITIZEN,
            "sends garbage",
            Fault.GARBAGE,
            "ends in the middle",
            Fault.TRUNCATED);
    /**
     * Days by which the newest file of an agency is older than it is; each agency's file may be used for 30 to 90 days.
     */
    private static final Map<String, Integer> AGES =
            Map.of("has an old file", 20, "has a file too old to be used", 100);

    private static final Map<String, String> USES = Map.of("is not used yet", "shadow", "is switched off", "none");

    private static final String NOBODY = "0".repeat(64);
    private final RunningVahid vahid;
    private final Map<String, Map<String, String>> changes;
    private final FaultSwitch faults;
    private final AlteredReplies replies;
    private final List<Runnable> undo = new ArrayList<>();

    Happening(RunningVahid vahid, Map<String, Map<String, String>> changes) {
        this.vahid = vahid;
        this.changes = changes;
        faults = vahid.faults();
        replies = vahid.replies();
    }

    void happen(String what, String fin) {
        if (changes.containsKey(what)) {
            Map<String, String> change = changes.get(what);
            replies.replaceAll(
                    change.get("register"), fin, change.get("text (regular expression)"), days(change.get("instead")));
            return;
        }
        int space = what.indexOf(' ');
        String agency = what.substring(0, space);
        String words = what.substring(space + 1);
        if (words.equals("refuses us")) {
            replies.status(agency, fin, REFUSED);
        } else if (USES.containsKey(words)) {
            use(agency, USES.get(words));
        } else if (AGES.containsKey(words)) {
            age(agency, AGES.get(words));
        } else if (FAULTS.containsKey(words)) {
            faults.set(agency, FAULTS.get(words));
        } else {
            throw new AssertionError("The table does not say what this is: " + what);
        }
    }

    private void age(String agency, int days) {
        SealedDrops drops = new SealedDrops(vahid, agency);
        drops.older(days);
        undo.add(() -> drops.older(-days));
    }

    private void use(String agency, String use) {
        Path file = vahid.data().resolve("rollout.yaml");
        try {
            Files.writeString(file, agency + ": {use: " + use + ", because: the table}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitUsed(vahid.connectors().size() - 1);
        undo.add(() -> {
            file.toFile().delete();
            awaitUsed(vahid.connectors().size());
        });
    }

    private void awaitUsed(int number) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            RolloutSelection staged = vahid.bean(Rollouts.class).stage(vahid.connectors(), NOBODY);
            return staged.planned().size() - staged.off().size() == number;
        });
    }

    private static String days(String text) {
        LocalDate today = LocalDate.now(Baku.CLOCK);
        Map<String, LocalDate> days =
                Map.of("yesterday", today.minusDays(1), "today", today, "tomorrow", today.plusDays(1));
        return DAY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        DateTimeFormatter.ofPattern(found.group(2)).format(days.get(found.group(1)))));
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        faults.close();
        replies.close();
    }
}
