package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatsTest {
    private static final long LEASE = 5000;
    private final Seats seats = new Seats(LEASE);

    @Test
    void one_more_counts_at_once() {
        assertThat(seats.of(1, 1, 0)).isEqualTo(1);
        assertThat(seats.of(3, 3, 1)).isEqualTo(3);
    }

    @Test
    void one_less_counts_only_after_the_time_of_a_lease() {
        seats.of(3, 3, 0);
        assertThat(seats.of(2, 3, 1)).isEqualTo(3);
        assertThat(seats.of(2, 3, LEASE)).isEqualTo(3);
        assertThat(seats.of(2, 2, LEASE + 1)).isEqualTo(2);
    }

    /** Their leases are over, and they renew them one after another. */
    @Test
    void after_the_database_was_away_nobody_takes_the_part_of_those_who_come_back_later() {
        seats.of(3, 3, 0);
        assertThat(seats.of(1, 3, 7 * LEASE))
                .as("the first that is back, whose others are not yet")
                .isEqualTo(3);
        assertThat(seats.of(2, 3, 7 * LEASE + 1)).isEqualTo(3);
        assertThat(seats.of(2, 3, 8 * LEASE + 1)).as("the third stayed away").isEqualTo(2);
    }

    @Test
    void who_does_not_know_yet_how_many_there_were_counts_those_also_whose_leases_are_over() {
        assertThat(seats.of(1, 3, 0)).isEqualTo(3);
        assertThat(seats.of(1, 3, LEASE)).isEqualTo(3);
        assertThat(seats.of(1, 3, LEASE + 1)).isEqualTo(1);
    }
}
