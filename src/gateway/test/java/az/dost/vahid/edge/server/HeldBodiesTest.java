package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("attack")
class HeldBodiesTest {
    private static final int MOST = 100_000;
    private static final int LONG = 64 * 1024;
    private static final int FREE = 4 * 1024;
    private final List<String> hungUp = new ArrayList<>();
    private final HeldBodies held = new HeldBodies(MOST);

    private HeldBodies.Share share(String name) {
        return held.share(() -> hungUp.add(name));
    }

    @Test
    void who_has_been_waited_for_longest_gives_way() {
        HeldBodies.Share first = share("first");
        assertThat(first.grow(LONG)).isTrue();
        assertThat(share("second").grow(LONG)).isTrue();
        assertThat(hungUp).containsExactly("first");
        assertThat(first.grow(LONG + 1)).isFalse();
        assertThat(held.held()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void who_has_sent_all_keeps_its_place_and_the_next_one_is_refused() {
        HeldBodies.Share first = share("first");
        assertThat(first.grow(LONG)).isTrue();
        first.come();
        assertThat(share("second").grow(LONG)).isFalse();
        assertThat(hungUp).isEmpty();
        first.end();
        assertThat(share("third").grow(LONG)).isTrue();
    }

    @Test
    void short_bodies_always_have_room() {
        HeldBodies.Share long1 = share("long");
        long1.grow(LONG);
        long1.come();
        for (int i = 0; i < MOST; i++) {
            assertThat(share("short").grow(FREE)).isTrue();
        }
        assertThat(held.held()).isEqualTo(LONG - FREE);
    }

    @Test
    void what_has_ended_holds_nothing_however_often_it_ends() {
        HeldBodies.Share one = share("one");
        one.grow(LONG);
        one.end();
        one.end();
        assertThat(held.held()).isZero();
    }
}
