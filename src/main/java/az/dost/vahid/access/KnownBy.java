package az.dost.vahid.access;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.signature.key.ClientCertificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each requester is known by: its id, token, clients and certificates. Where two files claim the same, it is the one's who had
 * it before; where nobody had, neither is a requester: nobody can say whom of them a token stands for.
 */
final class KnownBy {
    private final Map<String, String> before;
    private final Map<Definition, Requester> read = new LinkedHashMap<>();
    private final Map<Definition, List<ClientCertificate>> certificates = new LinkedHashMap<>();
    /** By what is claimed, who claims it. */
    private final Map<Claim, List<Definition>> claims = new LinkedHashMap<>();

    /** @param what of a finding; @param member of the file */
    private record Claim(String key, String what, String member) { }

    /** @param before by claim, the file that had it when the files were read last */
    KnownBy(Map<String, String> before) {
        this.before = before;
    }

    /** What is wrong with the certificates of one; it is left out then. */
    List<Finding> add(Requester requester, Definition definition) {
        List<Finding> findings = new ArrayList<>();
        List<ClientCertificate> shown = new ArrayList<>();
        for (String pem : requester.certificates()) {
            try {
                shown.add(ClientCertificate.of(pem));
            } catch (IllegalArgumentException e) {
                findings.add(definition.at("a certificate cannot be read as PEM", "certificates"));
            }
        }
        if (findings.isEmpty()) {
            read.put(definition, requester);
            certificates.put(definition, shown);
            claim("id " + requester.id(), "the id " + requester.id() + " is that of another requester", "id", definition);
            if (requester.tokenSha256() != null) {
                claim("token " + requester.tokenSha256(), "the token is that of %s too", "tokenSha256", definition);
            }
            requester.clients().forEach(client ->
                    claim("client " + client, "the client " + client.replace("%", "%%") + " is that of %s too", "clients", definition));
            shown.forEach(one -> claim("certificate " + one.thumbprint(), "a certificate is that of %s too", "certificates", definition));
        }
        return findings;
    }

    private void claim(String key, String what, String member, Definition definition) {
        List<Definition> claiming = claims.computeIfAbsent(new Claim(key, what, member), one -> new ArrayList<>());
        if (!claiming.contains(definition)) {
            claiming.add(definition);
        }
    }

    /** Those who claim nothing that is somebody else's; the others are added to the findings. */
    Requesters requesters(List<Finding> findings) {
        Set<Definition> out = claims.entrySet().stream().filter(claim -> claim.getValue().size() > 1)
                .flatMap(claim -> refused(claim.getKey(), claim.getValue(), findings).stream()).collect(Collectors.toSet());
        out.forEach(read::remove);
        Requesters requesters = new Requesters();
        read.forEach((definition, requester) -> requesters.add(requester, certificates.get(definition)));
        return requesters;
    }

    private List<Definition> refused(Claim claim, List<Definition> claiming, List<Finding> findings) {
        List<Definition> refused = new ArrayList<>(claiming);
        refused.removeIf(one -> one.file().equals(before.get(claim.key())));
        for (Definition one : refused) {
            Definition other = claiming.get(claiming.get(0) == one ? 1 : 0);
            findings.add(one.at(claim.what().formatted(read.get(other).id()), claim.member()));
        }
        return refused;
    }

    /** By claim, the file that has it from now on. */
    Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        claims.forEach((claim, claiming) -> claiming.stream().filter(read::containsKey).forEach(one -> owners.put(claim.key(), one.file())));
        return owners;
    }
}
