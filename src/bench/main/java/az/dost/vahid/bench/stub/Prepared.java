package az.dost.vahid.bench.stub;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One agency's prepared answers, found by what a request's body says. */
final class Prepared {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREFIX = 10;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Slot fin;
    private final Slot page;
    private final Slot signature = new Slot("SignatureValue>", '<');

    /** What stands between a fixed text and a closing character. */
    private record Slot(String before, char after) {
        String in(String text) {
            int at = text.indexOf(before);
            int from = at + before.length();
            return at < 0 ? null : text.substring(from, Math.max(from, text.indexOf(after, from)));
        }
    }

    Prepared(ConnectorFolder folder, Path recordings, StubKey key) {
        Connector connector = folder.connector();
        String request = folder.text(connector.call().request());
        fin = slot(request, "{fin}");
        page = connector.call().paging() == null ? null : slot(request, "{page}");
        try (var lines = Files.lines(recordings.resolve(connector.id() + ".jsonl"), StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                Recorded recorded = read(line);
                answers.put(recorded.fin() + "/" + recorded.page(), answer(connector, recorded, key));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Slot slot(String request, String placeholder) {
        int at = request.indexOf(placeholder);
        String before = request.substring(Math.max(0, at - PREFIX), at);
        // What another placeholder stands for is not known here, and XML may be written in more than one way before a
        // tag.
        return new Slot(
                before.substring(Math.max(before.lastIndexOf('}') + 1, before.lastIndexOf('<'))),
                request.charAt(at + placeholder.length()));
    }

    private static Recorded read(String line) {
        try {
            return JSON.readValue(line, Recorded.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Connector connector, Recorded recorded, StubKey key) {
        if (connector.protocol() == Connector.Protocol.SOAP) {
            return new SoapAnswer(recorded, key);
        }
        return connector.proof().kind() == Connector.ProofKind.XML_SIGNATURE
                ? new XmlAnswer(recorded, key)
                : new JsonAnswer(recorded, key);
    }

    /** Empty for a citizen of whom nothing was recorded. */
    Optional<Reply> reply(String request, String requestId) {
        Answer answer = answers.get(fin.in(request) + "/" + (page == null ? "1" : page.in(request)));
        return Optional.ofNullable(answer).map(prepared -> prepared.reply(requestId, signature.in(request)));
    }
}
