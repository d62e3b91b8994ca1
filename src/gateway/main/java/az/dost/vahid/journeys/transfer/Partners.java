package az.dost.vahid.journeys.transfer;

import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each partner may send and get at this moment: asked at each file, and at each block of it. */
public final class Partners {
    private static final String SEND = "send:";
    private final StandingDefinitions<Map<String, Partner>> files;
    private final AccessPolicy access;

    /** @throws az.dost.vahid.definition.DefinitionException with every error of the partners' files */
    Partners(PartnerFiles files, AccessPolicy access, Troubles troubles) {
        this.files = files.standing(troubles);
        this.access = access;
    }

    /** Takes over what has changed of those that there are; a new one gets its routes at the next start. */
    public void refresh() {
        files.refresh();
    }

    Collection<Partner> all() {
        return files.now().values();
    }

    /** Whether files are exchanged with it at all. */
    boolean known(String partner) {
        return files.now().containsKey(partner) && access.named(partner).isPresent();
    }

    /** The file types for which the partner has a grant, in alphabetical order. */
    Set<String> sends(Partner partner) {
        Set<String> types = new TreeSet<>();
        access.named(partner.id()).map(Requester::grants).orElse(Set.of()).stream()
                .filter(grant -> grant.startsWith(SEND))
                .forEach(grant -> types.add(grant.substring(SEND.length())));
        return types;
    }

    boolean sends(String sender, String type) {
        return known(sender)
                && access.named(sender)
                        .filter(requester -> requester.grants().contains(SEND + type))
                        .isPresent();
    }

    /** Whether a file of this sender may go to a receiver. */
    boolean takes(String receiver, String type, String sender) {
        return known(receiver)
                && sends(sender, type)
                && files.now().get(receiver).takes(type, sender);
    }

    List<String> receivers(String sender, String type) {
        return all().stream()
                .map(Partner::id)
                .filter(receiver -> takes(receiver, type, sender))
                .toList();
    }
}
