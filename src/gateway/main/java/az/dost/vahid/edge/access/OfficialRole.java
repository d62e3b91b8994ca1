package az.dost.vahid.edge.access;

import java.util.Set;
import org.springframework.util.CollectionUtils;

/**
 * What an official is, by his requester's file. Somebody with a role does what it opens and nothing else ({@code roles}
 * of {@code faces.yaml}).
 */
public enum OfficialRole {
    /** Looks up for citizens of the own office. */
    CLERK,
    /** Answers calls: verdicts of documents only, of callers who passed the check questions. */
    HOT_LINE,
    /** Sees the figures of the own office. */
    CENTRE_MANAGER,
    /** Runs the bus. */
    OPERATOR,
    /** Sees what an operator sees. */
    OPERATOR_READ,
    /** Works off what looked like misuse. */
    AUDITOR,
    /** Sees what an auditor sees, but no register's answer. */
    AUDITOR_READ,
    /** Sees figures of all offices. */
    ANALYST,
    /** Works off what other registers say against the one that he keeps. */
    DATA_STEWARD,
    /** Adds agencies, on the mocks. */
    INTEGRATOR;

    /** Attribute of a request with the roles to which its address is open; nobody outside can set one. */
    public static final String OPEN_TO = "vahid.open-to";

    /** Whether somebody with these roles may do what is open to those. */
    static boolean opens(Set<OfficialRole> had, Set<OfficialRole> open) {
        return CollectionUtils.containsAny(open, had);
    }
}
