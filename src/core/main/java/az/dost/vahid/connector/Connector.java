package az.dost.vahid.connector;

import az.dost.vahid.signature.key.RequestSignature;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One agency's descriptor, {@code connectors/<id>/connector.yaml}; every member is documented in
 * {@code contracts/connector.schema.json}, whose defaults are filled in.
 *
 * @param call null for a file drop
 * @param drop null for an agency that is called
 */
public record Connector(
        String id,
        Bilingual authority,
        String register,
        String legalBasis,
        boolean illustrative,
        Protocol protocol,
        String endpoint,
        List<String> facts,
        List<String> confirms,
        Absence absence,
        int timeoutMs,
        int maxConcurrent,
        int ratePerSecond,
        boolean shareInFlight,
        int maxReplyBytes,
        Call call,
        Auth auth,
        Proof proof,
        Drop drop,
        String mapping,
        List<Change> events) {
    /** Parts of an answer where the descriptor says nothing. */
    private static final int MOST_PARTS = 10;

    public Connector {
        absence = absence == null ? Absence.INCONCLUSIVE : absence;
        facts = facts == null ? List.of() : List.copyOf(facts);
        confirms = confirms == null ? List.of() : List.copyOf(confirms);
        events = events == null ? List.of() : List.copyOf(events);
    }

    /** Names of the files beside the descriptor that decide how it behaves. */
    public List<String> files() {
        return Stream.of(
                        mapping,
                        call == null ? null : call.request,
                        call == null ? null : call.header,
                        call == null || call.graphql == null ? null : call.graphql.variables,
                        drop == null ? null : drop.layout)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same with other bounds of its files; for rehearsals. */
    public Connector bounded(long maxFileBytes, long maxRows) {
        return new Connector(
                id,
                authority,
                register,
                legalBasis,
                illustrative,
                protocol,
                endpoint,
                facts,
                confirms,
                absence,
                timeoutMs,
                maxConcurrent,
                ratePerSecond,
                shareInFlight,
                maxReplyBytes,
                call,
                auth,
                proof,
                new Drop(
                        drop.pattern,
                        drop.signatureSuffix,
                        drop.unzip,
                        drop.format,
                        drop.charset,
                        drop.rows,
                        drop.row,
                        drop.delimiter,
                        drop.layout,
                        drop.trailer,
                        drop.mode,
                        drop.freshFor,
                        drop.keepFor,
                        maxFileBytes,
                        maxRows,
                        drop.nameSigned,
                        drop.quote,
                        drop.columns),
                mapping,
                events);
    }

    /**
     * A change of a fact that is told as a life event.
     *
     * @param data by field of the event's data, the place in the fact (JSON Pointer, RFC 6901)
     */
    public record Change(String fact, String type, Map<String, String> data) {}

    /** What it means when the register has no record of a person. */
    public enum Absence {
        /** There is none. */
        @JsonProperty("conclusive")
        CONCLUSIVE,
        /** Nothing: the register does not have everybody. */
        @JsonProperty("inconclusive")
        INCONCLUSIVE,
        /** For a citizen, that there is none; for a foreigner nothing. */
        @JsonProperty("conclusive-for-citizens")
        CONCLUSIVE_FOR_CITIZENS
    }

    public record Bilingual(String az, String en) {}

    public enum Protocol {
        @JsonProperty("soap")
        SOAP("soap"),
        @JsonProperty("rest")
        REST("rest"),
        @JsonProperty("graphql")
        GRAPHQL("rest"),
        @JsonProperty("x-road")
        X_ROAD("rest"),
        @JsonProperty("jdbc")
        JDBC("jdbc"),
        @JsonProperty("jms")
        JMS("jms"),
        @JsonProperty("file")
        FILE("file");

        private final String steps;

        Protocol(String steps) {
            this.steps = steps;
        }

        /** The route template that this protocol's connectors are stamped from. */
        public String template() {
            return "agency-" + steps;
        }

        /** Whether the client library holds the thread that calls it. */
        public boolean waits() {
            return this == JDBC || this == JMS;
        }
    }

    /**
     * @param query by name, a text or a list of texts; null for none
     * @param headers that each request has, by name; null for none
     * @param finInAddress why the FIN stands in path or query; null where it does not
     */
    public record Call(
            String request,
            String queue,
            String soapVersion,
            String soapAction,
            String method,
            String path,
            String contentType,
            String accept,
            String reply,
            List<Integer> okStatus,
            Paging paging,
            Poll poll,
            String finHeader,
            XRoad xRoad,
            Graphql graphql,
            boolean traceparent,
            Map<String, Object> query,
            Map<String, String> headers,
            String finInAddress,
            String header,
            List<String> okFaults,
            Attachments attachments) {
        public Call {
            okFaults = okFaults == null ? List.of() : List.copyOf(okFaults);
            attachments = attachments == null ? new Attachments(MOST_PARTS, Set.of()) : attachments;
        }

        /** Whether messages are envelopes of SOAP, over X-Road too. */
        public boolean soap() {
            return soapVersion != null;
        }

        /** Whether replies are XML. */
        public boolean xml() {
            return soap() || "xml".equals(reply);
        }

        /** Path below the endpoint, empty for none. */
        public String target() {
            return (xRoad == null || soap() ? "" : "/r1/" + xRoad.service()) + (path == null ? "" : path);
        }

        /**
         * What comes behind the endpoint where it is not the same for each request, or has a query; null where it is.
         */
        public CallAddress address() {
            return query == null && (path == null || path.indexOf('{') < 0)
                    ? null
                    : CallAddress.of(target(), query == null ? Map.of() : query);
        }
    }

    public record XRoad(String client, String service, String country, String representedParty) {}

    /** @param most parts beside an envelope; @param swaRefs local names of elements that refer to one */
    public record Attachments(int most, Set<String> swaRefs) {
        public Attachments {
            swaRefs = swaRefs == null ? Set.of() : Set.copyOf(swaRefs);
        }
    }

    public record Graphql(String variables, List<String> okErrors, List<String> mayFail) {}

    public record Paging(String items, String more, int maxPages) {}

    public record Poll(int status, int intervalMs, int maxAttempts) {}

    /** @param signature by which requests are signed, where they are */
    public record Auth(
            AuthKind kind,
            String header,
            String secret,
            String tokenPath,
            String clientId,
            String scope,
            String username,
            RequestSignature signature) {
        public Auth {
            signature = signature == null ? RequestSignature.RSA_SHA256 : signature;
        }
    }

    public enum AuthKind {
        @JsonProperty("none")
        NONE,
        @JsonProperty("api-key")
        API_KEY,
        @JsonProperty("oauth2")
        OAUTH2,
        @JsonProperty("mutual-tls")
        MUTUAL_TLS,
        @JsonProperty("wss-x509")
        WSS_X509,
        @JsonProperty("wss-username")
        WSS_USERNAME,
        @JsonProperty("soap-header")
        SOAP_HEADER,
        @JsonProperty("password")
        PASSWORD
    }

    /** @param subject how it is known whom an answer is about; REPLY when null */
    public record Proof(
            ProofKind kind, String header, AnswerTo answerTo, int maxAgeSeconds, boolean dated, Subject subject) {}

    public enum Subject {
        /** The mapping gives out the citizen. */
        @JsonProperty("reply")
        REPLY,
        /** Replies name nobody: they are about whom the request named. */
        @JsonProperty("request")
        REQUEST
    }

    public enum ProofKind {
        @JsonProperty("wss-x509")
        WSS_X509,
        @JsonProperty("xml-signature")
        XML_SIGNATURE,
        @JsonProperty("jws-detached")
        JWS_DETACHED,
        @JsonProperty("cms-detached")
        CMS_DETACHED,
        @JsonProperty("tls")
        TLS
    }

    public enum AnswerTo {
        @JsonProperty("signature-confirmation")
        SIGNATURE_CONFIRMATION,
        @JsonProperty("request-id")
        REQUEST_ID,
        @JsonProperty("jws-request-id")
        JWS_REQUEST_ID,
        @JsonProperty("connection")
        CONNECTION
    }

    public record Drop(
            String pattern,
            String signatureSuffix,
            boolean unzip,
            Format format,
            String charset,
            String rows,
            String row,
            String delimiter,
            String layout,
            Trailer trailer,
            Mode mode,
            String freshFor,
            String keepFor,
            long maxFileBytes,
            long maxRows,
            boolean nameSigned,
            String quote,
            List<String> columns) {
        public Drop {
            columns = columns == null ? null : List.copyOf(columns);
        }

        /** How long after the newest file's date an answer is fresh. */
        public TemporalAmount fresh() {
            return amount(freshFor);
        }

        /** How long it may be used at all; null for ever. */
        public TemporalAmount kept() {
            return keepFor == null ? null : amount(keepFor);
        }

        private static TemporalAmount amount(String iso) {
            return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
        }
    }

    public enum Format {
        @JsonProperty("xml")
        XML,
        @JsonProperty("csv")
        CSV,
        @JsonProperty("fixed-width")
        FIXED_WIDTH,
        @JsonProperty("json-lines")
        JSON_LINES
    }

    public enum Mode {
        @JsonProperty("snapshot")
        SNAPSHOT,
        @JsonProperty("snapshot-and-delta")
        SNAPSHOT_AND_DELTA,
        @JsonProperty("upsert")
        UPSERT
    }

    public record Trailer(String count, String sum, String of) {}
}
