package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("attack")
class UnknownCallersTest {
    private static final int FLOOD = 1_000;
    private static final int MINUTES_OF_FLOOD = 10;
    private static final long MINUTE = 60_000_000_000L;
    private static final int ALONE = 5;
    private final AtomicLong nanos = new AtomicLong();
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord test;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestRecord(database, keys);
    }

    @AfterEach
    void close() throws Exception {
        test.close();
        database.close();
    }

    @Test
    void a_flood_of_all_faces_is_one_counted_entry_for_each_code() {
        ActRecord acts = new ActRecord(test.commit, test.unknown);
        for (int i = 0; i < FLOOD; i++) {
            test.record.keepRefusal(null, null, null, null, "UNAUTHENTICATED");
            acts.keepRefusal(
                    RecordId.next(),
                    false,
                    "exchange-refused",
                    "server.clientproxy.ssl_authentication_failed",
                    JsonNodeFactory.instance.objectNode());
        }
        test.unknown.keep();
        assertThat(entries("true")).isEqualTo(TestRecord.ALONE + 2);
        assertThat(test.jdbc.queryForObject("select sum((entry ->> 'times')::int) from audit", Integer.class))
                .isEqualTo(2 * FLOOD - TestRecord.ALONE);
        test.unknown.keep();
        assertThat(entries("true")).isEqualTo(TestRecord.ALONE + 2);
    }

    @Test
    void who_is_known_has_an_entry_for_each_refusal() {
        for (int i = 0; i < 2 * TestRecord.ALONE; i++) {
            test.record.keepRefusal("dost-centre-1", null, null, null, "FIELD_MISSING");
        }
        assertThat(entries("entry ->> 'requester' = 'dost-centre-1'")).isEqualTo(2 * TestRecord.ALONE);
    }

    @Test
    void the_next_minute_has_room_again_and_hours_of_a_flood_have_a_few_entries_each_minute() {
        UnknownCallers unknown = new UnknownCallers(test.commit, ALONE, nanos::get);
        int alone = 0;
        for (int minute = 0; minute < MINUTES_OF_FLOOD; minute++) {
            for (int i = 0; i < FLOOD; i++) {
                alone += unknown.alone("UNAUTHENTICATED") ? 1 : 0;
            }
            nanos.addAndGet(MINUTE);
        }
        assertThat(alone).isEqualTo(MINUTES_OF_FLOOD * ALONE);
    }

    @Test
    void invented_codes_are_not_counted_one_by_one() {
        for (int i = 0; i < FLOOD; i++) {
            test.unknown.alone("CODE_" + i);
        }
        test.unknown.keep();
        assertThat(entries("entry ->> 'code' = 'OTHERS'")).isEqualTo(1);
        assertThat(entries("true")).isLessThan(200);
    }

    private int entries(String condition) {
        return test.jdbc.queryForObject("select count(*) from audit where " + condition, Integer.class);
    }
}
