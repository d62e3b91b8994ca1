package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.check.Difference;
import az.dost.vahid.check.rehearse.DropFault;
import az.dost.vahid.check.rehearse.PlayedDrops;
import az.dost.vahid.check.rehearse.SealedDrop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connector whose agency leaves files must withstand: 1. files of every age, 2. its own samples, 3. rows that
 * its mapping must refuse, 4. everything that can be wrong with a file, 5. a file that is not whole yet, 6. a large
 * one, 7. changes. After each bad file the citizens of the good one are asked about again.
 */
public final class DropConformance {
    private final DropStand stand;
    private final int largest;
    private final LocalDate today = LocalDate.now(Baku.ZONE);
    private final List<Line> lines = new ArrayList<>();

    /** @param largest rows of the large file */
    public DropConformance(DropStand stand, int largest) {
        this.stand = stand;
        this.largest = largest;
    }

    public List<Line> run() throws IOException, InterruptedException {
        ages();
        SealedDrop good = stand.agency.good(today);
        told("good-file", "A good file comes", "loaded", good);
        samples("sample");
        asked(
                "any-citizen",
                "A citizen is asked about of whom the file does not tell",
                PlayedDrops.anybody(0),
                "NO_RECORD");
        told("same-file", "The same file comes again", "repeated", good);
        for (String sample : stand.agency.badSamples()) {
            refused(
                    "refused-" + sample,
                    "A row comes that the mapping must refuse",
                    "quarantined (UNMAPPABLE|MALFORMED)",
                    stand.agency.refused(today, sample));
        }
        for (DropFaultLine fault : DropFaultLine.all(stand.connector)) {
            fault(fault);
        }
        otherName();
        cut();
        unfinished();
        large();
        // Nothing of the faults is left.
        told("after-faults", "A good file comes after all that", "loaded", stand.agency.good(today));
        samples("again");
        changes();
        return List.copyOf(lines);
    }

    private void ages() throws IOException, InterruptedException {
        String anybody = stand.agency.people().keySet().iterator().next();
        asked("no-file", "A citizen is asked about before the first file", anybody, "UNAVAILABLE NO_SNAPSHOT");
        TemporalAmount kept = stand.connector.drop().kept();
        if (kept != null) {
            stand.leave(stand.agency.good(past(kept)));
            asked(
                    "expired-file",
                    "The newest file is older than " + stand.connector.drop().keepFor(),
                    anybody,
                    "UNAVAILABLE NO_SNAPSHOT");
        }
        stand.leave(stand.agency.good(past(stand.connector.drop().fresh())));
        asked(
                "stale-file",
                "The newest file is older than " + stand.connector.drop().freshFor(),
                anybody,
                "STALE SNAPSHOT_OLD");
    }

    /** The last day whose files are older than that. */
    private LocalDate past(TemporalAmount age) {
        LocalDate day = today;
        while (!day.atStartOfDay(Baku.ZONE)
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .plus(age)
                .toInstant()
                .isBefore(Instant.now())) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void samples(String id) {
        int number = 0;
        for (String fin : stand.agency.people().keySet()) {
            long started = System.nanoTime();
            Optional<String> wrong = wrong(fin);
            add(
                    id + "-" + ++number,
                    "A sample's citizen is asked about",
                    wrong.isEmpty(),
                    "the sample's facts",
                    wrong.orElse("the sample's facts"),
                    started);
        }
    }

    /** What differs from the good file's word on a citizen; empty when nothing does. */
    private Optional<String> wrong(String fin) {
        SourceAnswer answer = stand.ask(fin);
        JsonNode facts = stand.agency.people().get(fin);
        List<Difference> differences =
                Difference.between(facts.isObject() ? facts : JsonNodeFactory.instance.objectNode(), answer.facts());
        return !answer.verdict().spoke()
                ? Optional.of(Conformance.told(answer))
                : differences.stream().findFirst().map(one -> one.at() + " differs");
    }

    private void fault(DropFaultLine fault) throws IOException, InterruptedException {
        if (fault.skipped() != null) {
            lines.add(new Line(
                    fault.id(),
                    fault.title(),
                    Outcome.SKIPPED,
                    DropFaultLine.wanted(fault.expected()),
                    fault.skipped(),
                    0));
        } else {
            refused(
                    fault.id(),
                    fault.title(),
                    fault.expected(),
                    stand.agency.faulty(
                            fault.fault(), today, stand.connector.drop().maxRows()));
        }
    }

    /** Nothing of a bad file may be known afterwards, nothing of the good one forgotten. */
    private void refused(String id, String title, String expected, SealedDrop bad)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        String found = stand.leave(bad) + intact();
        boolean passed = found.matches(expected);
        add(id, title, passed, DropFaultLine.wanted(expected), found, started);
        if (!passed) {
            // What follows is to be judged by itself.
            stand.leave(stand.agency.good(today));
        }
    }

    private String intact() {
        return stand.agency.people().keySet().stream()
                        .map(this::wrong)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(one -> ", then " + one)
                        .orElse("")
                + (stand.ask(PlayedDrops.intruder()).facts().isEmpty() ? "" : ", and its rows are known");
    }

    private void otherName() throws IOException, InterruptedException {
        long started = System.nanoTime();
        SealedDrop bad = stand.agency.faulty(DropFault.NAME_PATH, today, 0);
        boolean passed = stand.passedOver(bad, stand.agency.good(today));
        stand.takeBack(bad);
        add(
                "fault-name-path",
                "A file is named as a path out of the folder",
                passed && intact().isEmpty(),
                "left alone",
                passed ? "left alone" + intact() : "taken",
                started);
    }

    private void cut() throws IOException, InterruptedException {
        long started = System.nanoTime();
        String found = stand.leaveAndCut(stand.agency.good(today));
        add(
                "fault-cut",
                "The connection ends while a file is fetched",
                found.equals("loaded"),
                "loaded at the next look",
                found + intact(),
                started);
    }

    private void unfinished() throws IOException, InterruptedException {
        long started = System.nanoTime();
        String title = "A file comes before its signature";
        if (stand.connector.drop().signatureSuffix() == null) {
            lines.add(new Line(
                    "signature-last",
                    title,
                    Outcome.SKIPPED,
                    "taken once both are there",
                    "its files are signed within",
                    0));
            return;
        }
        SealedDrop early = stand.agency.good(today);
        String found =
                stand.passedOver(early, stand.agency.good(today.minusDays(1))) ? stand.sign(early) : "taken without it";
        add("signature-last", title, found.equals("loaded"), "taken once both are there", found, started);
    }

    private void large() throws IOException, InterruptedException {
        long started = System.nanoTime();
        int rows = (int) Math.min(largest, stand.connector.drop().maxRows());
        String found = stand.leave(stand.agency.many(today, rows));
        long ms = Math.max(1, Conformance.ms(started));
        add(
                "large-file",
                "A file of " + rows + " rows comes",
                found.equals("loaded") && intact().isEmpty(),
                "loaded",
                found + intact() + ", " + rows * 1000L / ms + " rows/s",
                started);
    }

    private void changes() throws IOException, InterruptedException {
        String title = "A file of changes deletes a citizen";
        Optional<SealedDrop> deletion = stand.agency.deletion(today);
        if (deletion.isEmpty()) {
            lines.add(new Line("deletion", title, Outcome.SKIPPED, "NO_RECORD", "no sample has such a row", 0));
            return;
        }
        stand.leave(deletion.get());
        asked("deletion", title, stand.agency.people().keySet().iterator().next(), "NO_RECORD");
    }

    private void told(String id, String title, String expected, SealedDrop drop)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        String found = stand.leave(drop);
        add(id, title, found.equals(expected), expected, found, started);
    }

    private void asked(String id, String title, String fin, String expected) {
        long started = System.nanoTime();
        String found = Conformance.told(stand.ask(fin));
        add(id, title, found.equals(expected), expected, found, started);
    }

    private void add(String id, String title, boolean passed, String expected, String found, long started) {
        lines.add(new Line(
                id, title, passed ? Outcome.PASSED : Outcome.FAILED, expected, found, Conformance.ms(started)));
    }
}
