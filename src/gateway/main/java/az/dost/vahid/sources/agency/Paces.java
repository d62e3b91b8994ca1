package az.dost.vahid.sources.agency;

import az.dost.vahid.answer.Question;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.proof.member.UrgentCalls;
import az.dost.vahid.sources.agency.call.Pace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rates of the agencies, {@code ratePerSecond} of their connectors: one limiter for all who call an agency here.
 * What can wait gets this gateway's part of what the urgent calls of all gateways leave.
 */
public final class Paces {
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final UrgentCalls urgent;

    Paces(UrgentCalls urgent) {
        this.urgent = urgent;
    }

    /** The limiter of an agency, at the rate of this version of its connector. */
    Pace of(Connector connector) {
        Pace pace = paces.computeIfAbsent(
                connector.id(),
                id -> new Pace(connector.ratePerSecond(), rate -> urgent.left(id, rate), () -> urgent.add(id)));
        pace.become(connector.ratePerSecond());
        return pace;
    }

    /**
     * Takes a place at each of these agencies for a lookup that can wait, or none at all. A question that got one says
     * so ({@link Question#placed()}).
     *
     * @param agencies ids; an agency without a rate, such as one that leaves files, always has a place
     */
    public synchronized boolean take(Collection<String> agencies) {
        List<Pace> limits =
                agencies.stream().map(paces::get).filter(Objects::nonNull).toList();
        if (!limits.stream().allMatch(Pace::free)) {
            return false;
        }
        limits.forEach(Pace::spend);
        return true;
    }
}
