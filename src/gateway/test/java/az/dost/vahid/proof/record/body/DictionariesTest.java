package az.dost.vahid.proof.record.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.Retention;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.signature.key.ChangedException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers of one agency have an envelope and a certificate in common: kept once a day, and no longer than the answers
 * themselves.
 */
class DictionariesTest {
    private static final Instant THEN = Instant.now().minus(Duration.ofDays(10));
    private static final Clock CLOCK = Clock.fixed(THEN, ZoneOffset.UTC);
    private static final int ENOUGH = DictionaryMaker.LEAST;
    private final HikariDataSource database = RecordDatabase.create();
    private final Random random = new Random(5);
    /** What no compression takes away from one answer alone. */
    private final String certificate = noise(1000);

    private TestRecord test;
    private Dictionaries dictionaries;
    private Bodies bodies;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestRecord(database, keys);
        dictionaries = new Dictionaries(test.jdbc, test.keys, CLOCK);
        bodies = new Bodies(test.keys, dictionaries);
    }

    @AfterEach
    void close() throws InterruptedException {
        test.close();
        database.close();
    }

    private String noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise);
    }

    private String answer() {
        return "<Envelope><Certificate>" + certificate + "</Certificate><Signature>" + noise(256)
                + "</Signature><Body>benefit</Body></Envelope>";
    }

    private void keep(int dossiers) {
        for (int i = 0; i < dossiers; i++) {
            List<SourceAnswer> answers = List.of(TestRecord.answer("pensions", answer()));
            UUID id = id();
            test.record.keep(test.dossier(id, answers), answers);
        }
    }

    private static UUID id() {
        return RecordId.at(THEN.toEpochMilli());
    }

    private void make(boolean wanted) {
        new DictionaryMaker(test.jdbc, test.bodies, dictionaries, CLOCK, wanted).make();
        dictionaries.renew();
    }

    private int made() {
        return test.jdbc.queryForObject("select count(*) from body_dictionary", Integer.class);
    }

    private byte[] seal(UUID id, byte[] plain) {
        return bodies.seal(id, DataClass.EVIDENCE, "evidence", plain);
    }

    @Test
    void a_body_takes_less_than_half_of_the_room_and_is_read_by_every_gateway() {
        keep(ENOUGH);
        byte[] plain = answer().getBytes(StandardCharsets.UTF_8);
        UUID id = id();
        int alone = seal(id, plain).length;
        make(true);
        byte[] sealed = seal(id, plain);
        assertThat(sealed.length).isLessThan(alone / 2);
        assertThat(new Bodies(test.keys, new Dictionaries(test.jdbc, test.keys, Clock.systemUTC()))
                        .open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isEqualTo(plain);
    }

    @Test
    void a_record_with_a_dictionary_is_read_and_verified() {
        keep(ENOUGH);
        make(true);
        assertThat(made())
                .as("of dossiers and of answers; nobody's are special or refused")
                .isEqualTo(2);
        UUID id = test.jdbc.queryForObject("select dossier_id from evidence limit 1", UUID.class);
        byte[] alone = test.jdbc.queryForObject("select bundle from evidence where dossier_id = ?", byte[].class, id);
        byte[] sealed = seal(id, test.bodies.open(id, DataClass.EVIDENCE, "evidence", alone));
        assertThat(sealed.length).isLessThan(alone.length);
        test.jdbc.update("update evidence set bundle = ? where dossier_id = ?", sealed, id);
        assertThat(test.record.evidence(id)).extracting(KeptEvidence::agency).containsExactly("pensions");
        assertThat(test.check(database).wrong()).isEmpty();
        test.jdbc.update("delete from body_dictionary");
        assertThat(test.check(database).wrong())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(id + ": the evidence (evidence) was changed, or its key was"));
    }

    @Test
    void there_is_none_before_there_are_bodies_enough_or_where_nobody_wants_one() {
        keep(ENOUGH - 1);
        make(true);
        assertThat(made()).isZero();
        keep(1);
        make(false);
        assertThat(made()).isZero();
        make(true);
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void the_first_one_stays() {
        keep(ENOUGH);
        make(true);
        byte[] plain = answer().getBytes(StandardCharsets.UTF_8);
        UUID id = id();
        byte[] sealed = seal(id, plain);
        new Dictionaries(test.jdbc, test.keys, CLOCK).keep(RecordId.day(id), DataClass.EVIDENCE, new byte[100]);
        make(true);
        assertThat(new Bodies(test.keys, new Dictionaries(test.jdbc, test.keys, CLOCK))
                        .open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isEqualTo(plain);
    }

    @Test
    void one_that_was_changed_or_taken_away_opens_nothing() {
        keep(ENOUGH);
        make(true);
        UUID id = id();
        byte[] sealed = seal(id, answer().getBytes(StandardCharsets.UTF_8));
        test.jdbc.update("update body_dictionary set content = set_byte(content, 20, get_byte(content, 20) # 1)");
        assertThatThrownBy(() -> test.bodies.open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isInstanceOf(ChangedException.class);
        test.jdbc.update("delete from body_dictionary");
        assertThatThrownBy(() -> test.bodies.open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isInstanceOf(ChangedException.class)
                .hasMessage("Its dictionary is not there");
    }

    @Test
    void nobody_reads_it_in_the_table_and_it_goes_with_its_bodies() {
        keep(ENOUGH);
        make(true);
        assertThat(new String(
                        test.jdbc.queryForObject("select string_agg(content, '') from body_dictionary", byte[].class),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain(certificate.substring(0, 12));
        new Retention(
                        test.jdbc,
                        test.commit,
                        test.keys,
                        test.partitions,
                        Map.of(DataClass.EVIDENCE, Period.ofDays(5)),
                        Clock.systemUTC())
                .apply();
        assertThat(test.jdbc.queryForList("select data_class from body_dictionary", String.class))
                .containsExactly("dossier");
        assertThat(test.check(database).wrong()).isEmpty();
    }
}
