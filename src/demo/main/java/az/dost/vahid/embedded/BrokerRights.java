package az.dost.vahid.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;

/**
 * Who may do what at the demonstration's broker: the gateway everything, a requester send to the queues of requests and
 * fetch its own answers, an agency answer corrections and fetch its own. Of two rights the one for the longer name
 * counts, so each says all.
 */
final class BrokerRights {
    static final String GATEWAY = "gateway";
    private static final String REQUESTERS = "requesters";
    private static final String AGENCIES = "agencies";
    private static final String TEMPORARY = "temporary";
    private static final Role ALL =
            new Role(GATEWAY, true, true, true, true, true, true, true, true, true, true, true, true);

    /** The name of a user's own role; the user's name may be that of a role. */
    private static String own(String user) {
        return "own-" + user;
    }

    @SuppressWarnings("removal") // The successor asks for a prefix on each queue.
    static void grant(Configuration configuration, Set<String> requesters, Set<String> agencies) {
        configuration.setSecurityEnabled(true);
        // So that what is temporary has rights of its own.
        configuration.setTemporaryQueueNamespace(TEMPORARY);
        rights(configuration, "#");
        rights(configuration, TEMPORARY + ".#", fetches(REQUESTERS), fetches(AGENCIES));
        List.of("vahid.lookup", "vahid.bulk", "vahid.events.publish")
                .forEach(queue -> rights(configuration, queue, sends(REQUESTERS)));
        rights(configuration, "vahid.corrections.answers", sends(AGENCIES));
        requesters.forEach(user -> rights(configuration, "requester." + user + ".#", fetches(own(user))));
        agencies.forEach(user -> rights(configuration, "vahid.corrections." + user, fetches(own(user))));
    }

    private static void rights(Configuration configuration, String match, Role... more) {
        Set<Role> roles = new HashSet<>(Set.of(more));
        roles.add(ALL);
        configuration.putSecurityRoles(match, roles);
    }

    private static Role sends(String role) {
        return new Role(role, true, false, false, false, false, false, false, false, false, false, false, false);
    }

    /** From a queue that may have to be made first. */
    private static Role fetches(String role) {
        return new Role(role, false, true, true, false, true, true, false, true, true, false, false, false);
    }

    /** @param secret of the gateway's own user */
    static SecurityConfiguration users(String secret, Map<String, String> requesters, Map<String, String> agencies) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(GATEWAY, secret);
        users.addRole(GATEWAY, GATEWAY);
        add(users, requesters, REQUESTERS);
        add(users, agencies, AGENCIES);
        return users;
    }

    private static void add(SecurityConfiguration users, Map<String, String> added, String role) {
        added.forEach((user, password) -> {
            users.addUser(user, password);
            users.addRole(user, role);
            users.addRole(user, own(user));
        });
    }

    private BrokerRights() {}
}
