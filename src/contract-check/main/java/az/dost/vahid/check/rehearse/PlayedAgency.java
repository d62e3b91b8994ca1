package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.connector.Connector.ProofKind;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agency's answers, made from its samples and proven with a key of its own. */
public final class PlayedAgency {
    private static final Pattern SIGNATURE_VALUE = Pattern.compile("<(?:\\w+:)?SignatureValue[^>]*>([^<]+)<");
    /** The content of a Body that is a Fault. */
    private static final Pattern FAULT = Pattern.compile("Body[^>]*>\\s*<(?:[\\w.-]+:)?Fault\\b");

    private static final int DONE = 200;
    private static final int FAILED = 500;
    private static final PlayedParts NO_PARTS = new PlayedParts(Map.of());
    private static final String SOMEBODY_ELSE = "9ZZ9ZZ9";
    private static final String OTHER_REQUEST = "00000000-0000-4000-8000-000000000000";
    private final Connector connector;
    private final String mapping;
    /** By whom they are about. */
    private final Map<String, SampleAnswer> samples = new LinkedHashMap<>();

    private final Placeholders placeholders;
    private final PlayedKey key;
    private final PlayedSignatures signatures;
    private final PlayedSignatures stranger;
    private volatile Duration clock = Duration.ZERO;
    private volatile int atLeast;

    /**
     * @param mapping text of the mapping
     * @param request text of the request file, null when there is none
     * @param header text of the file with its soap:Header, null when there is none
     * @param samples at least one
     */
    public PlayedAgency(
            Connector connector, String mapping, String request, String header, List<SampleAnswer> samples) {
        this(connector, mapping, request, header, samples, algorithm -> PlayedKey.of(connector.id(), algorithm));
    }

    /** @param keys gives the agency's key, and a stranger's, by algorithm; else as above */
    public PlayedAgency(
            Connector connector,
            String mapping,
            String request,
            String header,
            List<SampleAnswer> samples,
            Function<String, PlayedKey> keys) {
        this.connector = connector;
        this.mapping = mapping;
        for (int i = 0; i < samples.size(); i++) {
            this.samples.putIfAbsent(citizen(samples.get(i), i), samples.get(i));
        }
        this.placeholders = new Placeholders(
                request,
                header,
                connector.call().soap() ? "soap" : connector.call().contentType());
        String algorithm = connector.proof().kind() == ProofKind.WSS_X509 ? "RSA" : "EC";
        this.key = keys.apply(algorithm);
        this.signatures = new PlayedSignatures(key);
        this.stranger = new PlayedSignatures(keys.apply(algorithm));
    }

    /**
     * Whom to ask about for a sample's answer: of one that names nobody somebody invented. @param number of the sample
     */
    public static String citizen(SampleAnswer sample, int number) {
        return sample.subject().isEmpty() ? PlayedDrops.anybody(number) : sample.subject();
    }

    public PlayedKey key() {
        return key;
    }

    /** @param ahead by how much the agency's clock is ahead of the gateway's */
    public void clock(Duration ahead) {
        clock = ahead;
    }

    /** Makes replies longer, by blanks behind them. @param characters that each has at least */
    public void atLeast(int characters) {
        atLeast = characters;
    }

    /** Whether any answer has parts beside its envelope. */
    boolean parted() {
        return samples.values().stream().anyMatch(sample -> !sample.parts().isEmpty());
    }

    /** Whether answers are of now: not so where a sample's time stands in pieces, or nowhere. */
    public boolean timely() {
        return !connector.proof().dated()
                || samples.values().stream()
                        .allMatch(sample -> sample.moment(mapping).isPresent());
    }

    /**
     * @param header name and value of the header with a detached signature, null when there is none; @param status over
     *     HTTP
     */
    public record Answer(byte[] body, String mediaType, Map.Entry<String, String> header, int status) {
        Answer(byte[] body, String mediaType, Map.Entry<String, String> header) {
            this(body, mediaType, header, DONE);
        }
    }

    /**
     * @param requestId of the X-Request-Id header
     * @param fault null for none
     * @throws IllegalArgumentException when the request is not of its form, or asks about nobody
     */
    public Answer answer(byte[] request, String requestId, PlayedFault fault) {
        return answer(request, Map.of(), requestId, fault);
    }

    /**
     * The same to a request that says more than its body.
     *
     * @param beside what stands for placeholders in address and headers
     */
    Answer answer(byte[] request, Map<String, String> beside, String requestId, PlayedFault fault) {
        Map<String, String> filled = new HashMap<>(beside);
        filled.putAll(placeholders.read(request));
        String fin = filled.get("fin");
        if (fin == null) {
            throw new IllegalArgumentException("The request has no FIN where the connector says");
        }
        SampleAnswer sample =
                samples.getOrDefault(fin, samples.values().iterator().next());
        Instant time = Instant.now()
                .plus(
                        fault == PlayedFault.OLD
                                ? Duration.ofHours(-1)
                                : fault == PlayedFault.AHEAD ? Duration.ofHours(1) : clock);
        boolean other = fault == PlayedFault.OTHER_REQUEST;
        Optional<SampleAnswer.Moment> moment = sample.moment(mapping);
        List<String> pages = sample.as(
                fault == PlayedFault.OTHER_CITIZEN ? SOMEBODY_ELSE : fin,
                other ? OTHER_REQUEST : filled.getOrDefault("requestId", requestId),
                time,
                moment);
        int page = Math.max(1, Math.min(pages.size(), Integer.parseInt(filled.getOrDefault("page", "1"))));
        String reply = pages.get(page - 1);
        PlayedParts parts = new PlayedParts(sample.parts());
        String whole = parts.whole(
                connector.call().xRoad() == null || !connector.call().soap()
                        ? reply
                        : PlayedSecurityServer.repeating(reply, request, other ? OTHER_REQUEST : null));
        byte[] body = (whole + " ".repeat(Math.max(0, atLeast - whole.length()))).getBytes(StandardCharsets.UTF_8);
        if (fault == PlayedFault.HOSTILE) {
            return HostileReply.to(
                    connector,
                    reply,
                    hostile -> prove(hostile, signatures, request, requestId, false, NO_PARTS, false));
        }
        PlayedSignatures signer =
                fault == PlayedFault.UNSIGNED ? null : fault == PlayedFault.WRONG_SIGNER ? stranger : signatures;
        Answer sent = prove(
                body, signer, request, other ? OTHER_REQUEST : requestId, other, parts, fault == PlayedFault.PART_GONE);
        return fault == PlayedFault.TAMPERED
                ? tampered(sent, fin)
                : connector.call().soap() && FAULT.matcher(reply).find()
                        ? new Answer(sent.body(), sent.mediaType(), sent.header(), FAILED)
                        : sent;
    }

    /** @param missing whether a part stays away */
    private Answer prove(
            byte[] body,
            PlayedSignatures signer,
            byte[] request,
            String requestId,
            boolean otherRequest,
            PlayedParts parts,
            boolean missing) {
        String type = !connector.call().soap()
                ? connector.call().accept()
                : "1.2".equals(connector.call().soapVersion()) ? "application/soap+xml" : "text/xml";
        ProofKind kind = connector.proof().kind();
        byte[] signed = signer == null
                ? body
                : switch (kind) {
                    case XML_SIGNATURE -> signer.xml(body);
                    case WSS_X509 ->
                        signer.soap(
                                body,
                                connector.proof().answerTo() == AnswerTo.SIGNATURE_CONFIRMATION
                                        ? otherRequest ? new byte[256] : signatureValue(request)
                                        : null,
                                parts.apart());
                    case JWS_DETACHED, TLS, CMS_DETACHED -> body;
                };
        byte[] message = parts.none() ? signed : parts.message(signed, type, missing);
        Map.Entry<String, String> header = signer == null || kind != ProofKind.JWS_DETACHED
                ? null
                : Map.entry(
                        connector.proof().header(),
                        signer.jws(
                                message, connector.proof().answerTo() == AnswerTo.JWS_REQUEST_ID ? requestId : null));
        return new Answer(message, parts.none() ? type : parts.mediaType(type), header);
    }

    private static byte[] signatureValue(byte[] request) {
        Matcher value = SIGNATURE_VALUE.matcher(new String(request, StandardCharsets.UTF_8));
        if (!value.find()) {
            throw new IllegalArgumentException("The request is not signed");
        }
        return Base64.getMimeDecoder().decode(value.group(1));
    }

    private static Answer tampered(Answer answer, String fin) {
        // Bytes of a part that are no UTF-8 stay as they are.
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        return new Answer(
                text.replace(fin, fin.replaceFirst(".$", fin.endsWith("1") ? "2" : "1"))
                        .getBytes(StandardCharsets.ISO_8859_1),
                answer.mediaType(),
                answer.header());
    }
}
