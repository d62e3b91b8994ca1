package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailTest {
    private static final String PERSON = "c3".repeat(32);

    @Test
    void withheldLookupsAndRefusalsAreCountedAndNotTold(@TempDir Path keys) throws Exception {
        try (HikariDataSource database = RecordDatabase.create();
                TestRecord test = new TestRecord(database, keys)) {
            test.record.keep(withheld(test.dossier(RecordId.next(), List.of())), List.of());
            test.record.keepRefusal(
                    RecordId.next(),
                    "investigations",
                    "a.b",
                    "CASE/1",
                    "labour-contract-check",
                    "NOT_GRANTED",
                    PERSON,
                    true);
            test.record.keepRefusal(
                    RecordId.next(), "dost-centre-1", "a.b", "CASE/2", "ccu-car", "NOT_GRANTED", PERSON, false);
            test.record.keepRefusal(
                    RecordId.next(),
                    "dost-centre-1",
                    "a.b",
                    "CASE/3",
                    "ccu-car",
                    "NOT_GRANTED",
                    "d4".repeat(32),
                    false);
            Trail trail = new Trail(test.jdbc, new Receipts(test.jdbc, test.digests), test.entries, Clock.systemUTC());
            assertThat(trail.of(PERSON, null, 10).rows())
                    .extracting(step -> step.entry().path("caseRef").asText())
                    .containsExactly("CASE/2");
            assertThat(trail.of(PERSON, UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff"), 10)
                            .rows())
                    .as("before what nobody knows")
                    .hasSize(1);
            assertThat(trail.withheld(PERSON, Instant.now().plusSeconds(1))).isEqualTo(2);
            assertThat(trail.withheld(PERSON, Instant.now().minusSeconds(3600))).isZero();
        }
    }

    @Test
    void a_day_of_a_trail_begins_in_UTC(@TempDir Path keys) throws Exception {
        try (HikariDataSource database = RecordDatabase.create();
                TestRecord test = new TestRecord(database, keys)) {
            AwkwardDays.all().forEach(moment -> {
                UUID dossier = test.keep(RecordId.at(moment.toEpochMilli())).id();
                Instant midnight = LocalDate.ofInstant(moment, ZoneOffset.UTC)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                assertThat(onTheDayOf(midnight.minusMillis(1), test, dossier))
                        .as("%s", moment)
                        .isPresent();
                assertThat(onTheDayOf(midnight, test, dossier)).as("%s", moment).isEmpty();
            });
        }
    }

    private static Optional<JsonNode> onTheDayOf(Instant now, TestRecord test, UUID dossier) {
        return new Trail(test.jdbc, new Receipts(test.jdbc, test.digests), test.entries, AwkwardDays.at(now))
                .dossier("a1".repeat(32), dossier.toString().substring(24), 1);
    }

    private static RecordedDossier withheld(RecordedDossier dossier) {
        return new RecordedDossier(
                dossier.id(),
                dossier.assembledAt(),
                dossier.requester(),
                dossier.official(),
                dossier.caseRef(),
                dossier.service(),
                dossier.content(),
                dossier.jws(),
                dossier.xml(),
                new RecordedDossier.About(PERSON, List.of("identity"), true));
    }
}
