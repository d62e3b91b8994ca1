package az.dost.vahid.edge.message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hostile messages at every consumer, by the ten thousand. */
@Tag("attack")
@Tag("siege")
class MessageSiegeTest {
    @Test
    void nothing_is_deserialised_sent_elsewhere_or_stuck() throws Exception {
        new Siege().run(10000);
    }
}
