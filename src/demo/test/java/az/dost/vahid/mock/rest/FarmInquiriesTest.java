package az.dost.vahid.mock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.RestEndpoint.Request;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FarmInquiriesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T08:00:00Z");
    private static final Request QUESTION = new Request("POST", "/v1/sorgular", Map.of(), new byte[0]);
    private final FarmInquiries inquiries = new FarmInquiries(2);

    @Test
    void areReadyAfterATenthOfASecond() {
        FarmInquiries.Inquiry inquiry =
                inquiries.find(inquiries.accept("W1D0W01", QUESTION, NOON)).orElseThrow();
        assertThat(inquiry.ready(NOON.plusMillis(99))).isFalse();
        assertThat(inquiry.ready(NOON.plusMillis(100))).isTrue();
    }

    @Test
    void stayUntilTooManyNewerOnesCome() {
        String first = inquiries.accept("W1D0W01", QUESTION, NOON);
        String second = inquiries.accept("W1D0W01", QUESTION, NOON);
        assertThat(inquiries.find(first)).isPresent();
        String third = inquiries.accept("W1D0W01", QUESTION, NOON);
        assertThat(inquiries.find(first)).isEmpty();
        assertThat(inquiries.find(second)).isPresent();
        assertThat(inquiries.find(third)).isPresent();
    }

    @Test
    void areKeptUnderAnIdThatNobodyCanGuessFromTheFin() {
        assertThat(inquiries.accept("W1D0W01", QUESTION, NOON))
                .doesNotContainIgnoringCase("W1D0W01")
                .isNotEqualTo(inquiries.accept("W1D0W01", QUESTION, NOON));
    }
}
