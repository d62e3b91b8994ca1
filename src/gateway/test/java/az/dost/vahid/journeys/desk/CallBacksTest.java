package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has been called back stays so, and nobody else can say it. */
@Timeout(60)
class CallBacksTest {
    private final HikariDataSource database = RecordDatabase.create();
    private final UUID dossier = UUID.randomUUID();
    private TestRecord gateway;
    private CallBacks callBacks;

    @BeforeEach
    void open(@TempDir Path keys) {
        gateway = new TestRecord(database, keys);
        callBacks = new CallBacks(gateway.jdbc, new RowTrust(gateway.seals, gateway.changed, UnsealedUntil.NEVER));
        callBacks.made(dossier, "hot-line", "l.huseynova");
    }

    @AfterEach
    void close() throws InterruptedException {
        gateway.close();
        database.close();
    }

    @Test
    void a_call_back_is_told_of_to_its_office_and_stays_with_whoever_made_it() {
        var first = callBacks.of("hot-line", List.of(dossier, UUID.randomUUID()));
        assertThat(first).containsOnlyKeys(dossier);
        callBacks.made(dossier, "hot-line", "other");
        assertThat(callBacks.of("hot-line", List.of(dossier))).isEqualTo(first);
        assertThat(gateway.jdbc.queryForObject("select official from hot_line_call_back", String.class))
                .isEqualTo("l.huseynova");
        assertThat(callBacks.of("another", List.of(dossier))).isEmpty();
        assertThat(callBacks.of("hot-line", List.of())).isEmpty();
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(strings = {"official = 'x.y'", "at = at - interval '1 day'", "mac = '\\x00'"})
    void one_that_somebody_changed_is_not_believed(String change) {
        gateway.jdbc.update("update hot_line_call_back set " + change);
        assertThat(callBacks.of("hot-line", List.of(dossier))).isEmpty();
    }

    @Test
    void one_that_no_list_has_any_more_is_forgotten() {
        callBacks.forget();
        assertThat(callBacks.of("hot-line", List.of(dossier))).isNotEmpty();
        gateway.jdbc.update("update hot_line_call_back set at = now() - interval '31 days'");
        callBacks.forget();
        assertThat(gateway.jdbc.queryForObject("select count(*) from hot_line_call_back", Integer.class))
                .isZero();
    }
}
