package az.dost.vahid.kit.draft;

import az.dost.vahid.check.wsdl.BoundOperation;
import az.dost.vahid.check.wsdl.BoundPart;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The descriptor's {@code call} of an operation: straight to the agency, or through X-Road where its headers say so.
 */
final class SoapCall {
    private static final Set<String> X_ROAD =
            Set.of("http://x-road.eu/xsd/xroad.xsd", "http://x-road.eu/xsd/representation.xsd");
    private static final Set<String> OLD_X_ROAD =
            Set.of("http://x-road.ee/xsd/x-road.xsd", "http://x-tee.riik.ee/xsd/xtee.xsd");
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String NAMES = "INSTANCE/CLASS/MEMBER/SUBSYSTEM";
    private final BoundOperation operation;
    private final List<BoundPart> said;

    /** @param said all header parts of the request */
    SoapCall(BoundOperation operation, List<BoundPart> said) {
        this.operation = operation;
        this.said = said;
    }

    private boolean xRoad() {
        return said.stream().anyMatch(part -> X_ROAD.contains(part.name().getNamespaceURI()));
    }

    String protocol() {
        return xRoad() ? "x-road" : "soap";
    }

    /** Those that the gateway does not write by itself. */
    List<BoundPart> headers() {
        return said.stream()
                .filter(part -> !X_ROAD.contains(part.name().getNamespaceURI())
                        && !SECURITY.equals(part.name().getNamespaceURI()))
                .distinct()
                .toList();
    }

    /** @param references names of the reply's elements that refer to attachments */
    Map<String, Object> members(List<String> references) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("request", "request.xml");
        if (!headers().isEmpty()) {
            call.put("header", "header.xml");
        }
        call.put("soapVersion", xRoad() ? "1.1" : operation.soapVersion());
        if (!operation.action().isEmpty()) {
            call.put("soapAction", operation.action());
        }
        if (xRoad()) {
            Map<String, Object> parties = new LinkedHashMap<>();
            parties.put("client", NAMES);
            parties.put(
                    "service",
                    NAMES + "/" + segment(operation.name())
                            + (operation.xRoadVersion().isEmpty() ? "" : "/" + segment(operation.xRoadVersion())));
            call.put("xRoad", parties);
        } else {
            operation
                    .address()
                    .map(SoapCall::path)
                    .filter(path -> path != null && path.length() > 1)
                    .ifPresent(path -> call.put("path", path));
        }
        if (!references.isEmpty()) {
            call.put("attachments", Map.of("swaRefs", references));
        }
        return call;
    }

    /** Whoever asks by X-Road, and whom, stands in no contract. */
    List<Guess> constants() {
        return !xRoad()
                ? List.of()
                : Stream.of("client", "service")
                        .map(party -> new Guess(
                                "call/xRoad/" + party,
                                "constant",
                                false,
                                NAMES + " stands for names that X-Road knows, and the contract does not have them"))
                        .toList();
    }

    private static String segment(String name) {
        return name.replaceAll("[^A-Za-z0-9'()+,.=_-]", "_");
    }

    private static String path(String address) {
        try {
            return URI.create(address.strip()).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What a person has to know of the header. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (xRoad()) {
            notes.add(
                    "X-Road's headers are written by the gateway; say in call.xRoad who asks and whose service it is");
        }
        if (!headers().isEmpty()) {
            notes.add("header.xml has the header that the contract wants: replace what is only an example");
        }
        if (said.stream().anyMatch(part -> SECURITY.equals(part.name().getNamespaceURI()))) {
            notes.add("the contract wants a WS-Security header: auth says which, wss-x509 or wss-username");
        }
        if (said.stream().anyMatch(part -> OLD_X_ROAD.contains(part.name().getNamespaceURI()))) {
            notes.add(
                    "the headers are those of X-Road before version 6: they are drafted as they stand, and the gateway fills in none of them but placeholders");
        }
        return notes;
    }
}
