package az.dost.vahid.sources.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.proof.member.TestShare;
import az.dost.vahid.signature.key.PersonHash;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RolloutPropertiesTest {
    private static final PersonHash HASH = new PersonHash(new byte[32]);
    private static final List<String> PERSONS = IntStream.range(0, 4000)
            .mapToObj(i -> HASH.of(String.format("%07d", i)))
            .toList();

    private static Rollout share(double share) {
        return new Rollout(Use.SHARE, share, null, "test");
    }

    private static List<String> covered(double share, String agency) {
        return PERSONS.stream()
                .filter(person -> share(share).covers(agency, person))
                .toList();
    }

    @Property(tries = 50)
    void a_share_of_the_citizens_is_about_that_share(@ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        // Five standard deviations and more.
        assertThat(covered(share, "cars").size() / (double) PERSONS.size()).isBetween(share - 0.045, share + 0.045);
    }

    @Property(tries = 50)
    void who_is_covered_stays_covered_when_the_share_grows(@ForAll @DoubleRange(min = 0.01, max = 0.5) double share) {
        assertThat(covered(share * 1.5, "cars")).containsAll(covered(share, "cars"));
    }

    @Test
    void not_the_same_citizens_are_the_first_of_every_connector() {
        assertThat(covered(0.1, "cars")).doesNotContainSequence(covered(0.1, "boats"));
        assertThat(covered(0.1, "cars").stream()
                        .filter(covered(0.1, "boats")::contains)
                        .count())
                .isLessThan(100);
    }

    @Property(tries = 100)
    void no_more_turns_are_given_in_a_second_than_there_are(@ForAll @IntRange(min = 1, max = 1000) int perSecond) {
        Turns pace = new Turns("cars", Share.whole());
        pace.perSecond(perSecond);
        long now = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        long given = IntStream.range(0, 3000)
                .filter(i -> pace.turn(now, now + TimeUnit.SECONDS.toNanos(1)) >= 0)
                .count();
        assertThat(given).isBetween((long) perSecond, perSecond + 1L);
    }

    @Property(tries = 50)
    void gateways_together_give_no_more_turns_than_there_are(
            @ForAll @IntRange(min = 20, max = 1000) int perSecond, @ForAll @IntRange(min = 1, max = 20) int members) {
        long now = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        long given = IntStream.range(0, members)
                .mapToLong(rank -> {
                    Turns pace = new Turns("cars", TestShare.of(rank, members));
                    pace.perSecond(perSecond);
                    return IntStream.range(0, 1100)
                            .filter(i -> pace.turn(now, now + TimeUnit.SECONDS.toNanos(1)) >= 0)
                            .count();
                })
                .sum();
        assertThat(given).as("each may begin with one").isBetween((long) perSecond, (long) perSecond + members);
    }

    @Test
    void another_pace_does_not_wait_for_the_turn_of_the_one_before() {
        Turns pace = new Turns("cars", Share.whole());
        pace.perSecond(0.001);
        assertThat(pace.turn(System.nanoTime(), System.nanoTime() + 1000)).isZero();
        pace.perSecond(1);
        long now = System.nanoTime();
        assertThat(pace.turn(now, now + 1000)).isZero();
    }

    @Test
    void a_question_whose_time_is_over_takes_no_turn() {
        Turns pace = new Turns("cars", Share.whole());
        pace.perSecond(1);
        long now = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        assertThat(pace.turn(now, now + 1)).isZero();
        IntStream.range(0, 100).forEach(i -> assertThat(pace.turn(now, now + 1)).isEqualTo(-1));
        assertThat(pace.turn(now, now + TimeUnit.SECONDS.toNanos(2))).isEqualTo(TimeUnit.SECONDS.toNanos(1));
    }
}
