package az.dost.vahid.mock.kit;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/**
 * What agencies were told to answer otherwise than the population has it: substitutions of text in the payload of the
 * replies that name one citizen. They are made before the agency signs, so that an absurd answer is truly signed.
 */
public final class Substitutions {
    private final Map<String, List<Altered>> altered = new ConcurrentHashMap<>();

    /**
     * @param fin replies that hold this text are altered, and no others
     * @param replace in this order
     * @param status HTTP status instead of the agency's, for REST agencies only; 0: as it is
     */
    public record Altered(String fin, List<Substitution> replace, int status) {}

    /**
     * @param text what is replaced, wherever it stands
     * @param with instead of it; empty: nothing
     * @param pattern whether {@code text} is a regular expression, and {@code with} may name its groups
     */
    public record Substitution(String text, String with, boolean pattern) {
        private String in(String payload) {
            Pattern sought = Pattern.compile(text, pattern ? Pattern.DOTALL : Pattern.LITERAL);
            return sought.matcher(payload).replaceAll(pattern ? with : Matcher.quoteReplacement(with));
        }
    }

    /** Adds to what the agency was told before. */
    void alter(String agency, Altered more) {
        altered.computeIfAbsent(agency, id -> new CopyOnWriteArrayList<>()).add(more);
    }

    void clear() {
        altered.clear();
    }

    /** The payload, UTF-8, as the agency has to sign it. */
    public byte[] of(String agency, byte[] payload) {
        return altered.containsKey(agency)
                ? of(agency, new String(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : payload;
    }

    /** The document as the agency has to sign it; substitutions see it without an XML declaration. */
    public Document of(String agency, Document payload) {
        return altered.containsKey(agency)
                ? XmlFactories.parse(of(agency, text(payload)).getBytes(StandardCharsets.UTF_8))
                : payload;
    }

    private String of(String agency, String payload) {
        String now = payload;
        for (Altered each : altered.getOrDefault(agency, List.of())) {
            if (payload.contains(each.fin())) {
                for (Substitution substitution : each.replace()) {
                    now = substitution.in(now);
                }
            }
        }
        return now;
    }

    /** An endpoint whose replies nobody signs. */
    public RestEndpoint altering(String agency, RestEndpoint endpoint) {
        return request -> of(agency, endpoint.answer(request));
    }

    public RestEndpoint.Reply of(String agency, RestEndpoint.Reply reply) {
        String payload = new String(reply.body(), StandardCharsets.UTF_8);
        int status = altered.getOrDefault(agency, List.of()).stream()
                .filter(each -> each.status() > 0 && payload.contains(each.fin()))
                .mapToInt(Altered::status)
                .reduce(reply.status(), (earlier, later) -> later);
        return new RestEndpoint.Reply(status, reply.headers(), of(agency, reply.body()));
    }

    private static String text(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
