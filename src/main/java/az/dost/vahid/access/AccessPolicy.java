package az.dost.vahid.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;

/** Who may ask for what, from the requesters' files; deny by default. */
public final class AccessPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    private final Map<String, Requester> byToken = new HashMap<>();

    /** @throws DefinitionException with every error of every file */
    public AccessPolicy(Resource[] files, DefinitionReader reader) {
        List<Finding> findings = new ArrayList<>();
        for (Resource file : files) {
            Definition definition = reader.read(file, "requesters/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                try {
                    add(JSON.treeToValue(definition.content(), Requester.class), definition, findings);
                } catch (JsonProcessingException e) {
                    findings.add(definition.at(e.getOriginalMessage()));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
    }

    private void add(Requester requester, Definition definition, List<Finding> findings) {
        if (byToken.values().stream().anyMatch(other -> other.id().equals(requester.id()))) {
            findings.add(definition.at("the id " + requester.id() + " is that of another requester", "id"));
        }
        Requester other = byToken.putIfAbsent(requester.tokenSha256(), requester);
        if (other != null) {
            findings.add(definition.at("the token is that of " + other.id() + " too", "tokenSha256"));
        }
    }

    /**
     * @param authorization value of the Authorization header, null when there is none
     * @throws ProblemException UNAUTHENTICATED
     */
    public Requester authenticate(String authorization) {
        // Looked up by digest: the time taken says nothing about a token that exists.
        Requester requester = authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? null
                : byToken.get(sha256(authorization.substring(BEARER.length())));
        if (requester == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        return requester;
    }

    /** @throws ProblemException NOT_GRANTED */
    public void authorise(Requester requester, String service) {
        if (!requester.granted(service)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, "service", "Your system has no grant for this service.");
        }
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
