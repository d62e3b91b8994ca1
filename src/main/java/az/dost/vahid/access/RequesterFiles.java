package az.dost.vahid.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.key.ClientCertificate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The requesters' files, one each in a folder. */
public final class RequesterFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ResourcePatternResolver resources;
    private final String pattern;
    private final DefinitionReader reader;
    private String seen = "";

    /** @param folder with its scheme, {@code file:} or {@code classpath:} */
    public RequesterFiles(ResourcePatternResolver resources, String folder, DefinitionReader reader) {
        this.resources = resources;
        this.pattern = folder + "/*.yaml";
        this.reader = reader;
    }

    /**
     * All requesters.
     *
     * @throws DefinitionException with every error of every file
     */
    Requesters read() {
        Requesters requesters = new Requesters();
        List<Finding> findings = new ArrayList<>();
        Resource[] files = files();
        seen = look(files);
        for (Resource file : files) {
            Definition definition = reader.read(file, "requesters/" + file.getFilename());
            findings.addAll(definition.findings());
            if (definition.findings().isEmpty()) {
                try {
                    add(JSON.treeToValue(definition.content(), Requester.class), requesters, definition, findings);
                } catch (JsonProcessingException e) {
                    findings.add(definition.at(e.getOriginalMessage()));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException(findings);
        }
        return requesters;
    }

    private static void add(Requester requester, Requesters requesters, Definition definition, List<Finding> findings) {
        if (requesters.addId(requester) != null) {
            findings.add(definition.at("the id " + requester.id() + " is that of another requester", "id"));
        }
        Requester other = requester.tokenSha256() == null ? null : requesters.addToken(requester.tokenSha256(), requester);
        if (other != null) {
            findings.add(definition.at("the token is that of " + other.id() + " too", "tokenSha256"));
        }
        for (String client : requester.clients()) {
            other = requesters.addClient(client, requester);
            if (other != null) {
                findings.add(definition.at("the client " + client + " is that of " + other.id() + " too", "clients"));
            }
        }
        for (String pem : requester.certificates()) {
            try {
                other = requesters.addCertificate(ClientCertificate.of(pem), requester);
                if (other != null) {
                    findings.add(definition.at("a certificate is that of " + other.id() + " too", "certificates"));
                }
            } catch (IllegalArgumentException e) {
                findings.add(definition.at("a certificate cannot be read as PEM", "certificates"));
            }
        }
    }

    /** Whether a file came, went or changed since they were read. */
    boolean changed() {
        return !look(files()).equals(seen);
    }

    private Resource[] files() {
        try {
            Resource[] files = resources.getResources(pattern);
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String look(Resource[] files) {
        StringBuilder look = new StringBuilder();
        try {
            for (Resource file : files) {
                look.append(file.getFilename()).append(' ').append(file.lastModified()).append(' ').append(file.contentLength()).append('\n');
            }
        } catch (IOException e) {
            // It went while it was looked at: the next look will tell.
            look.append('?');
        }
        return look.toString();
    }
}
