package az.dost.vahid.proof.record.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day begins with what its bodies will have in common, as far as samples of nobody tell. */
class FirstDictionariesTest {
    private static final Instant THEN = Instant.now().minus(Duration.ofDays(10));
    private static final Clock CLOCK = Clock.fixed(THEN, ZoneOffset.UTC);
    private static final Clock NEXT_DAY = Clock.offset(CLOCK, Duration.ofDays(1));
    private final HikariDataSource database = RecordDatabase.create();
    private final Random random = new Random(7);
    private final String certificate = noise(1000);
    private final AtomicInteger asked = new AtomicInteger();

    private TestRecord test;

    @BeforeEach
    void open(@TempDir Path keys) {
        test = new TestRecord(database, keys);
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

    private byte[] answer(String certificate) {
        return ("<Envelope><Certificate>" + certificate + "</Certificate><Signature>" + noise(256)
                        + "</Signature><Body>benefit</Body></Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Dictionaries gateway(Clock clock) {
        return new Dictionaries(test.jdbc, test.keys, clock);
    }

    private void make(Dictionaries dictionaries, Clock clock, String of, boolean wanted) {
        new FirstDictionaries(
                        dictionaries,
                        () -> {
                            asked.incrementAndGet();
                            return Map.of(
                                    DataClass.EVIDENCE,
                                    Stream.generate(() -> answer(of)).limit(4).toList());
                        },
                        clock,
                        wanted)
                .make();
        dictionaries.renew();
    }

    private static UUID id(Clock clock) {
        return RecordId.at(clock.millis());
    }

    private byte[] seal(Dictionaries dictionaries, UUID id, byte[] plain) {
        return new Bodies(test.keys, dictionaries).seal(id, DataClass.EVIDENCE, "evidence", plain);
    }

    /** By a gateway that has seen nothing yet. */
    private byte[] opened(Clock clock, UUID id, byte[] sealed) {
        return new Bodies(test.keys, gateway(clock)).open(id, DataClass.EVIDENCE, "evidence", sealed);
    }

    private int made() {
        return test.jdbc.queryForObject("select count(*) from body_dictionary_first", Integer.class);
    }

    @Test
    void the_first_body_of_a_day_takes_less_than_half_of_the_room() {
        byte[] plain = answer(certificate);
        UUID id = id(CLOCK);
        int alone = seal(gateway(CLOCK), id, plain).length;
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        byte[] sealed = seal(dictionaries, id, plain);
        assertThat(sealed.length).isLessThan(alone / 2);
        assertThat(opened(CLOCK, id, sealed)).isEqualTo(plain);
    }

    @Test
    void tomorrow_s_first_one_too_though_nobody_has_looked_since() {
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        byte[] plain = answer(certificate);
        UUID tomorrow = id(NEXT_DAY);
        byte[] sealed = seal(dictionaries, tomorrow, plain);
        assertThat(sealed.length).isLessThan(seal(gateway(NEXT_DAY), tomorrow, plain).length / 2);
        assertThat(opened(NEXT_DAY, tomorrow, sealed)).isEqualTo(plain);
    }

    @Test
    void what_was_kept_with_it_is_read_after_the_samples_and_the_day_have_changed() {
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        byte[] plain = answer(certificate);
        UUID id = id(CLOCK);
        byte[] sealed = seal(dictionaries, id, plain);
        String another = noise(1000);
        Clock later = Clock.offset(CLOCK, Duration.ofDays(2));
        make(dictionaries, later, another, true);
        byte[] next = answer(another);
        UUID then = id(later);
        assertThat(opened(later, then, seal(dictionaries, then, next))).isEqualTo(next);
        assertThat(opened(later, id, sealed)).isEqualTo(plain);
        assertThat(new Bodies(test.keys, dictionaries).open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isEqualTo(plain);
    }

    @Test
    void the_day_s_own_takes_its_place_and_both_are_read() {
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        byte[] plain = answer(certificate);
        UUID id = id(CLOCK);
        byte[] first = seal(dictionaries, id, plain);
        dictionaries.keep(
                RecordId.day(id),
                DataClass.EVIDENCE,
                DictionaryMaker.trained(
                        Stream.generate(() -> answer(certificate)).limit(DictionaryMaker.LEAST)));
        dictionaries.renew();
        byte[] own = seal(dictionaries, id, plain);
        assertThat(opened(CLOCK, id, first)).isEqualTo(plain);
        assertThat(opened(CLOCK, id, own)).isEqualTo(plain);
        test.jdbc.update("delete from body_dictionary_first");
        assertThat(opened(CLOCK, id, own)).as("by its own alone").isEqualTo(plain);
        assertThatThrownBy(() -> opened(CLOCK, id, first))
                .isInstanceOf(ChangedException.class)
                .hasMessage("Its dictionary is not there");
    }

    @Test
    void of_two_gateways_the_first_one_counts_and_samples_are_asked_once() {
        Dictionaries one = gateway(CLOCK);
        Dictionaries other = gateway(CLOCK);
        make(one, CLOCK, certificate, true);
        byte[] plain = answer(certificate);
        UUID id = id(CLOCK);
        byte[] sealed = seal(one, id, plain);
        make(other, CLOCK, noise(1000), true);
        other.keepFirst(RecordId.day(id), DataClass.EVIDENCE, new byte[100]);
        assertThat(asked).hasValue(1);
        assertThat(made()).as("of today and of tomorrow").isEqualTo(2);
        assertThat(new Bodies(test.keys, other).open(id, DataClass.EVIDENCE, "evidence", sealed))
                .isEqualTo(plain);
        assertThat(seal(other, id, plain)).hasSameSizeAs(sealed);
    }

    @Test
    void where_nobody_wants_one_there_is_none() {
        make(gateway(CLOCK), CLOCK, certificate, false);
        assertThat(made()).isZero();
    }

    @Tag("attack")
    @Test
    void one_that_was_changed_opens_nothing() {
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        UUID id = id(CLOCK);
        byte[] sealed = seal(dictionaries, id, answer(certificate));
        test.jdbc.update("update body_dictionary_first set content = set_byte(content, 20, get_byte(content, 20) # 1)");
        assertThatThrownBy(() -> opened(CLOCK, id, sealed)).isInstanceOf(ChangedException.class);
        test.jdbc.update("delete from body_dictionary_first");
        assertThatThrownBy(() -> opened(CLOCK, id, sealed))
                .isInstanceOf(ChangedException.class)
                .hasMessage("Its dictionary is not there");
    }

    @Tag("attack")
    @Test
    void one_of_samples_does_not_pass_for_the_day_s_own() {
        Dictionaries dictionaries = gateway(CLOCK);
        make(dictionaries, CLOCK, certificate, true);
        UUID id = id(CLOCK);
        byte[] sealed = seal(dictionaries, id, answer(certificate));
        test.jdbc.update("insert into body_dictionary select * from body_dictionary_first");
        test.jdbc.update("delete from body_dictionary_first");
        assertThatThrownBy(() -> opened(CLOCK, id, sealed)).isInstanceOf(ChangedException.class);
    }

    @Test
    void it_goes_with_its_bodies() {
        make(gateway(CLOCK), CLOCK, certificate, true);
        assertThat(made()).isEqualTo(2);
        new Retention(
                        test.jdbc,
                        test.commit,
                        test.keys,
                        test.partitions,
                        Map.of(DataClass.EVIDENCE, Period.ofDays(5)),
                        Clock.systemUTC())
                .apply();
        assertThat(made()).isZero();
        assertThat(test.check(database).wrong()).isEmpty();
    }
}
