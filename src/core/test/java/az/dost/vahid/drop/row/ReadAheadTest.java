package az.dost.vahid.drop.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.drop.DropPostponed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {
    private static final String NAME = "read-ahead-test";
    private static final int BATCH = 1 << 14;

    /** Numbers from 1 on, each as long as is said; after the last one what is said. */
    private static final class Numbers implements RowReader {
        private final int last;
        private final int length;
        private final Throwable end;
        private volatile long characters;
        private volatile int number;

        Numbers(int last, int length, Throwable end) {
            this.last = last;
            this.length = length;
            this.end = end;
        }

        @Override
        public JsonNode next() throws IOException {
            if (number < last) {
                characters += length;
                return IntNode.valueOf(++number);
            }
            if (end instanceof IOException e) {
                throw e;
            }
            if (end instanceof Error e) {
                throw e;
            }
            return null;
        }

        @Override
        public long characters() {
            return characters;
        }
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals(NAME));
    }

    private static Thread reader() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitWaiting() throws InterruptedException {
        while (reader().getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
    }

    private static int readUntilFault(ReadAhead rows) throws IOException {
        int number = 0;
        try {
            while (rows.next() != null) {
                number++;
            }
        } catch (ZipException e) {
            return number;
        }
        throw new AssertionError("no fault came");
    }

    @Test
    void rowsComeInTheirOrder() throws Exception {
        try (ReadAhead rows = new ReadAhead(new Numbers(100_000, 100, null), NAME)) {
            for (int number = 1; number <= 100_000; number++) {
                assertThat(rows.next().intValue()).isEqualTo(number);
            }
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void aFaultOfReadingComesAfterTheRowsThatWereReadBeforeIt() throws Exception {
        try (ReadAhead rows = new ReadAhead(new Numbers(1234, 100, new ZipException("damaged")), NAME)) {
            assertThat(readUntilFault(rows)).isEqualTo(1234);
        }
    }

    @Test
    void anErrorOfTheReaderReachesTheOneWhoLoads() {
        try (ReadAhead rows = new ReadAhead(new Numbers(0, 1, new StackOverflowError("deep")), NAME)) {
            assertThatThrownBy(rows::next).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void readingGoesNoFurtherAheadThanTheBoundInCharacters() throws Exception {
        Numbers numbers = new Numbers(Integer.MAX_VALUE, 100, null);
        try (ReadAhead rows = new ReadAhead(numbers, NAME)) {
            awaitWaiting();
            assertThat(numbers.characters)
                    .isBetween((long) ReadAhead.MAX_CHARACTERS, ReadAhead.MAX_CHARACTERS + BATCH + 100L);
            rows.next();
        }
    }

    @Test
    void ofRowsAsLongAsTheBoundThereIsOneAtATime() throws Exception {
        Numbers numbers = new Numbers(Integer.MAX_VALUE, ReadAhead.MAX_CHARACTERS, null);
        try (ReadAhead rows = new ReadAhead(numbers, NAME)) {
            for (int number = 1; number <= 5; number++) {
                assertThat(rows.next().intValue()).isEqualTo(number);
                awaitWaiting();
                assertThat(numbers.number)
                        .as("none is read while this one is mapped")
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void aLoadThatEndsEndsTheThreadThatWaitsForRoom() throws Exception {
        try (ReadAhead rows = new ReadAhead(new Numbers(Integer.MAX_VALUE, 100, null), NAME)) {
            rows.next();
            awaitWaiting();
        }
    }

    @Test
    void aLoadThatIsToldToStopIsPostponed() throws Exception {
        try (ReadAhead rows = new ReadAhead(new Numbers(10, 100, null), NAME)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(rows::next).isInstanceOf(DropPostponed.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
