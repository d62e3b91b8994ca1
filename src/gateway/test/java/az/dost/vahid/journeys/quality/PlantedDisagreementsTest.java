package az.dost.vahid.journeys.quality;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.proof.record.KilledConnections;
import az.dost.vahid.proof.record.body.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand disagreements among as many lookups without one, read by whoever is killed again and again: each is one
 * ticket, none is false, and agreement alone closes them. A script that has nothing of ours recounts them from the
 * chain.
 */
@Timeout(600)
class PlantedDisagreementsTest {
    private static final int PLANTED = 10_000;
    private static final String[] FIELDS = {"region", "city", "street", "building", "apartment"};
    private final Random random = new Random(41);

    private static String fin(int n) {
        return "P%06d".formatted(n);
    }

    private void keep(TestTickets test, List<Planted> lookups) {
        int together = 32;
        for (int from = 0; from < lookups.size(); from += together) {
            List<Planted> some = lookups.subList(from, Math.min(lookups.size(), from + together));
            CompletableFuture.allOf(
                            some.stream().map(one -> test.keeping(one.lookup())).toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** Until nothing is left to read. @return how often it was killed */
    private int read(TestTickets test) {
        int kills = 0;
        boolean killed = true;
        while (killed) {
            int last = kills < 200 ? random.nextInt(40) : Integer.MAX_VALUE;
            try {
                test.job(new KilledConnections(test.database, last, random.nextBoolean()))
                        .run();
                killed = false;
            } catch (RuntimeException e) {
                kills++;
            }
        }
        return kills;
    }

    @Test
    void each_is_one_ticket_none_is_false_and_agreement_alone_closes_them(@TempDir Path folder) throws Exception {
        try (TestTickets test = new TestTickets(folder.resolve("keys"))) {
            List<Planted> planted = new ArrayList<>();
            for (int i = 0; i < PLANTED; i++) {
                String person = fin(random.nextInt(PLANTED / 2));
                planted.add(new Planted(person, FIELDS[random.nextInt(FIELDS.length)], random.nextBoolean(), false));
                // Somebody else, of whom registers agree.
                planted.add(new Planted(fin(PLANTED + i), null, false, false));
            }
            keep(test, planted);
            int kills = read(test);
            assertThat(tickets(test)).isEqualTo(expected(test, planted));
            assertThat(kills).as("kills").isGreaterThan(100);
            for (int i = 0; i < PLANTED / 2; i++) {
                planted.add(new Planted(fin(i), i % 4 == 2 ? FIELDS[0] : null, false, i % 4 == 3));
            }
            keep(test, planted.subList(2 * PLANTED, planted.size()));
            read(test);
            Map<String, String> expected = expected(test, planted);
            assertThat(tickets(test)).isEqualTo(expected);
            assertThat(expected.values()).as("of each state many").contains("OPEN 0", "OPEN 1", "CLOSED 0", "CLOSED 1");
            assertThat(recounted(test, folder)).isEqualTo(counted(test));
            assertThat(test.record.check(test.database).wrong()).isEmpty();
        }
    }

    /**
     * A lookup.
     *
     * @param field in which registers disagree, null for none
     * @param turned which of the two is believed
     * @param silent whether one of them says nothing
     */
    private record Planted(String fin, String field, boolean turned, boolean silent, SeenLookup lookup) {
        Planted(String fin, String field, boolean turned, boolean silent) {
            this(fin, field, turned, silent, lookup(fin, field, turned, silent));
        }

        private static SeenLookup lookup(String fin, String field, boolean turned, boolean silent) {
            SeenLookup lookup = new SeenLookup(fin);
            if (silent) {
                return lookup.spoke("local-executive", "TIMED_OUT");
            }
            String winner = turned ? "local-executive" : "identity-register";
            String loser = turned ? "identity-register" : "local-executive";
            return field == null ? lookup : lookup.conflict("address", field, winner, "a", loser, "b");
        }
    }

    /** By person and field, its state and how often it was seen again, as one who reads the lookups in order says. */
    private static Map<String, String> expected(TestTickets test, List<Planted> planted) {
        Map<UUID, Planted> byId = new HashMap<>();
        planted.forEach(one -> byId.put(one.lookup().id, one));
        Map<String, TreeMap<String, long[]>> people = new HashMap<>();
        for (UUID id : test.record.jdbc.queryForList(
                "select id from audit where entry ->> 'kind' = 'DOSSIER' order by sequence", UUID.class)) {
            Planted one = byId.get(id);
            long at = RecordId.time(id).toEpochMilli();
            TreeMap<String, long[]> fields = people.computeIfAbsent(one.fin(), person -> new TreeMap<>());
            if (!one.silent()) {
                fields.forEach((field, open) -> {
                    if (!field.equals(one.field()) && open[0] == 1 && at > open[1]) {
                        open[0] = 0;
                        open[1] = at;
                    }
                });
                if (one.field() != null) {
                    long[] known = fields.get(one.field());
                    if (known == null) {
                        fields.put(one.field(), new long[] {1, at, 0});
                    } else if (known[0] == 0 && at > known[1]) {
                        known[0] = 1;
                        known[1] = at;
                        known[2]++;
                    }
                }
            }
        }
        Map<String, String> expected = new TreeMap<>();
        people.forEach((person, fields) -> fields.forEach(
                (field, open) -> expected.put(person + " " + field, (open[0] == 1 ? "OPEN " : "CLOSED ") + open[2])));
        return expected;
    }

    private static Map<String, String> tickets(TestTickets test) {
        Map<String, String> fins = new HashMap<>();
        for (int i = 0; i < 2 * PLANTED; i++) {
            fins.put(SeenLookup.person(fin(i)), fin(i));
        }
        Map<String, String> found = new TreeMap<>();
        for (Ticket ticket : test.tickets.of(fins.keySet())) {
            String twice = found.put(
                    fins.get(ticket.person()) + " " + ticket.about().field(),
                    ticket.progress().state() + " " + ticket.progress().reopened());
            assertThat(twice).as("one ticket").isNull();
        }
        return found;
    }

    private static List<String> counted(TestTickets test) {
        return test.record.jdbc.queryForList(
                "select agency || ' ' || fact || ' ' || field || ' open ' || count(*) filter (where state <> 'CLOSED') || ' closed '"
                        + " || count(*) filter (where state = 'CLOSED') || ' reopened ' || count(*) filter (where reopened > 0)"
                        + " from ticket group by agency, fact, field order by agency collate \"C\", fact collate \"C\", field collate \"C\"",
                String.class);
    }

    private static List<String> recounted(TestTickets test, Path folder) throws IOException, InterruptedException {
        Path chain = folder.resolve("chain");
        Files.write(
                chain, test.record.jdbc.queryForList("select entry::text from audit order by sequence", String.class));
        OutsideTool python = new OutsideTool("python3", folder);
        assertThat(python.accepts(
                        Path.of("src/gateway/test/resources/quality/recount.py")
                                .toAbsolutePath()
                                .toString(),
                        chain.toString()))
                .as(python.output())
                .isTrue();
        return python.output().lines().toList();
    }
}
