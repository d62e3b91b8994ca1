package az.dost.vahid.journeys.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * An event in its normal form, checked against the contract.
 *
 * @param content the envelope; personal data
 * @param bytes exactly as they came
 * @param kept what is kept: those bytes, or where the normal form is another, that with all that came
 */
record Publication(ObjectNode content, byte[] bytes, byte[] kept) {
    private static final String CAME = "vahidcame";

    /** One that came as it is, or that is our own. */
    static Publication asItIs(ObjectNode content, byte[] bytes) {
        return new Publication(content, bytes, bytes);
    }

    /**
     * One that came in another form. A gateway of the version before reads what is kept as well, and delivers of it
     * what it knows.
     */
    static Publication of(ObjectNode content, CameAs came) {
        ObjectNode kept = content.deepCopy().set(CAME, came.kept());
        return new Publication(content, came.bytes(), kept.toString().getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return content.path("id").textValue();
    }

    String type() {
        return content.path("type").textValue();
    }

    /** Whose event it is: personal data. */
    String fin() {
        return content.path("data").path("fin").textValue();
    }

    @Override
    public String toString() {
        return "Publication of " + type();
    }
}
