package az.dost.vahid.signature.presentation;

import az.dost.vahid.signature.CheckCode;
import com.authlete.sd.Disclosure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts disclosures where the signed digests are (RFC 9901, section 7.1, step 3). */
final class ShownClaims {
    private static final String DIGESTS = "_sd";
    private static final String ELEMENT = "...";
    private static final String HASH = "_sd_alg";
    private static final String SHA_256 = "sha-256";
    /** Of the type, never shown or hidden by choice (SD-JWT VC, section 2.2.2.2). */
    private static final Set<String> ALWAYS_SHOWN =
            Set.of("iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status");

    private static final int MOST_DEPTH = 50;
    private static final int OF_A_CLAIM = 3;
    private static final int OF_AN_ELEMENT = 2;

    /** Those that are not put anywhere yet, by digest. */
    private final Map<String, JsonNode> left = new HashMap<>();

    private final Set<String> digests = new HashSet<>();

    private ShownClaims(List<Disclosure> disclosures) {
        for (Disclosure one : disclosures) {
            JsonNode said = CompactJws.read(
                    CompactJws.decode(one.getDisclosure(), CheckCode.CREDENTIAL_MALFORMED),
                    CheckCode.CREDENTIAL_MALFORMED);
            if (!said.isArray() || !said.path(0).isTextual()) {
                throw malformed();
            }
            if (left.put(one.digest(SHA_256), said) != null) {
                throw foreign("A disclosure stands in it twice");
            }
        }
    }

    /**
     * All claims of a credential whose signature holds, those that are disclosed among them.
     *
     * @throws PresentationException CREDENTIAL_MALFORMED, CREDENTIAL_NOT_ALLOWED, DISCLOSURE_FOREIGN
     */
    static ObjectNode of(ObjectNode payload, List<Disclosure> disclosures) {
        ShownClaims claims = new ShownClaims(disclosures);
        if (payload.has(HASH) && !SHA_256.equals(payload.path(HASH).textValue())) {
            throw new PresentationException(
                    CheckCode.CREDENTIAL_NOT_ALLOWED, "Its disclosures are hashed with something else than SHA-256");
        }
        ObjectNode all = claims.object(payload, 0);
        all.remove(HASH);
        if (!claims.left.isEmpty()) {
            throw foreign("It has a disclosure that is not of this credential");
        }
        return all;
    }

    private JsonNode value(JsonNode value, int depth) {
        if (depth > MOST_DEPTH) {
            throw malformed();
        }
        return value instanceof ObjectNode object
                ? object(object, depth)
                : value instanceof ArrayNode array ? array(array, depth) : value;
    }

    private ObjectNode object(ObjectNode object, int depth) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equals(ELEMENT)) {
                throw malformed();
            }
            if (!field.getKey().equals(DIGESTS)) {
                all.set(field.getKey(), value(field.getValue(), depth + 1));
            }
        }
        if (object.has(DIGESTS) && !object.path(DIGESTS).isArray()) {
            throw malformed();
        }
        for (JsonNode digest : object.path(DIGESTS)) {
            JsonNode said = said(digest);
            if (said != null) {
                put(all, said, depth);
            }
        }
        return all;
    }

    private void put(ObjectNode all, JsonNode said, int depth) {
        String name = said.path(1).textValue();
        if (said.size() != OF_A_CLAIM || name == null) {
            throw malformed();
        }
        boolean reserved = name.equals(DIGESTS) || name.equals(ELEMENT) || depth == 0 && ALWAYS_SHOWN.contains(name);
        if (reserved || all.has(name)) {
            throw foreign("It has a disclosure of a name that may not be disclosed, or stands there already");
        }
        all.set(name, value(said.path(2), depth + 1));
    }

    private ArrayNode array(ArrayNode array, int depth) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array) {
            if (!element.has(ELEMENT)) {
                all.add(value(element, depth + 1));
                continue;
            }
            if (element.size() != 1) {
                throw malformed();
            }
            JsonNode said = said(element.path(ELEMENT));
            if (said != null) {
                if (said.size() != OF_AN_ELEMENT) {
                    throw malformed();
                }
                all.add(value(said.path(1), depth + 1));
            }
        }
        return all;
    }

    /**
     * What is disclosed of a digest; null where nothing is, as for those that stand there to hide how many there are.
     */
    private JsonNode said(JsonNode digest) {
        if (!digest.isTextual()) {
            throw malformed();
        }
        if (!digests.add(digest.textValue())) {
            throw foreign("A digest stands in it twice");
        }
        return left.remove(digest.textValue());
    }

    private static PresentationException malformed() {
        return new PresentationException(
                CheckCode.CREDENTIAL_MALFORMED, "Its digests or disclosures are not of the form that they should be");
    }

    private static PresentationException foreign(String message) {
        return new PresentationException(CheckCode.DISCLOSURE_FOREIGN, message);
    }
}
