package az.dost.vahid.edge.message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hostile messages at every consumer, a few of each kind; {@link MessageSiegeTest} has ten thousand. */
@Tag("attack")
class MessageAttackTest {
    @Test
    void nothing_is_deserialised_sent_elsewhere_or_stuck() throws Exception {
        new Siege().run(60);
    }
}
