package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.View;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.sources.agency.call.GatherProgress;
import az.dost.vahid.sources.repeat.Asked;
import az.dost.vahid.sources.repeat.FirstResult;
import az.dost.vahid.sources.repeat.FirstResults;
import az.dost.vahid.sources.repeat.KeyTaken;
import az.dost.vahid.sources.repeat.UnderWay;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.dao.DataAccessException;

/**
 * Lookups under an idempotency key. A lookup without one costs nothing here; one with a key costs a query before it,
 * and a row in the transaction of what it comes to.
 */
final class Repeats {
    /** Exchange property: the refusal that is told is on record since the first time. */
    private static final String TOLD = "vahid.repeat.told";

    private static final ActRecord.Change NOTHING = connection -> true;
    /**
     * Decided about the question itself. Any other refusal is of the moment, or says what the sender is to mend in the
     * request.
     */
    private static final Set<ProblemCode> LASTING = EnumSet.of(
            ProblemCode.NOT_GRANTED,
            ProblemCode.APPROVAL_NEEDED,
            ProblemCode.SERVICE_UNKNOWN,
            ProblemCode.FACT_NOT_IN_SERVICE);

    private final FirstResults results;
    private final UnderWay underWay;
    private final ConcurrentMap<String, GatherProgress> progress = new ConcurrentHashMap<>();

    Repeats(FirstResults results, UnderWay underWay) {
        this.results = results;
        this.underWay = underWay;
    }

    /**
     * What the first request under the lookup's key came to, once that has ended; empty when this is the first, or has
     * no key.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_USED, INTERNAL; OVERLOADED when the first has not ended by this one's
     *     deadline
     */
    Optional<FirstResult> find(Exchange exchange, Lookup lookup) {
        if (lookup.key == null) {
            return Optional.empty();
        }
        Runnable end =
                underWay.begin(lookup.requester.id(), lookup.key, lookup.question.deadline() - System.nanoTime());
        String name = name(lookup.requester.id(), lookup.key);
        lookup.progress = new GatherProgress();
        lookup.progress.attach(exchange);
        progress.put(name, lookup.progress);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                progress.remove(name, lookup.progress);
                end.run();
            }
        });
        LookupRequest request = lookup.request;
        Asked asked = results.asked(
                lookup.requester.id(),
                lookup.key,
                request.fin(),
                request.service(),
                request.caseRef(),
                request.official(),
                further(request),
                request.deadlineMs());
        Optional<FirstResult> first = results.find(asked);
        lookup.asked = first.isEmpty() ? asked : null;
        return first;
    }

    /** How far the lookup under a requester's key is; empty where this gateway has none in hand. */
    Optional<GatherProgress> underWay(String requester, String key) {
        return Optional.ofNullable(progress.get(name(requester, key)));
    }

    private static String name(String requester, String key) {
        return requester + ' ' + key;
    }

    /**
     * Names of facts are words; what may be left out stands among them as what is none, and keys of before it could be
     * said hold.
     */
    private static String further(LookupRequest request) {
        String facts = String.join(" ", request.facts());
        String viewed = request.view() == View.FULL ? facts : facts + " view=" + request.view();
        return request.channel() == null ? viewed : viewed + " channel=" + request.channel();
    }

    /** Keeps the lookup's dossier as what its key came to; made in the dossier's transaction. */
    ActRecord.Change keep(Lookup lookup) {
        return lookup.asked == null ? NOTHING : keep(lookup.asked, FirstResult.dossier(lookup.id));
    }

    /**
     * The same of a refusal that will stay one.
     *
     * @param lookup null where the request was refused before there was one
     * @param entry id of the refusal's entry
     */
    ActRecord.Change keep(Lookup lookup, UUID entry, ProblemException problem) {
        return lookup == null || lookup.asked == null || !LASTING.contains(problem.code())
                ? NOTHING
                : keep(lookup.asked, FirstResult.refusal(entry, problem));
    }

    private ActRecord.Change keep(Asked asked, FirstResult result) {
        return connection -> {
            results.keep(connection, asked, result);
            return true;
        };
    }

    /**
     * What another request under the lookup's key came to, which was kept in the same moment.
     *
     * @param fault why this one was not kept
     * @throws DataAccessException the fault, when it was for another reason
     * @throws ProblemException IDEMPOTENCY_KEY_USED when that one asked something else; OVERLOADED when it is gone
     */
    FirstResult other(Lookup lookup, DataAccessException fault) {
        if (lookup == null || lookup.asked == null || !KeyTaken.in(fault)) {
            throw fault;
        }
        Asked asked = lookup.asked;
        lookup.asked = null;
        return results.find(asked).orElseThrow(() -> new ProblemException(ProblemCode.OVERLOADED));
    }

    /** The refusal as it was told the first time, under the same instance. */
    static ProblemException again(Exchange exchange, FirstResult refusal) {
        exchange.setProperty(Problems.INSTANCE, refusal.refusal());
        exchange.setProperty(TOLD, true);
        return refusal.problem();
    }

    /** Whether what is told is on record already. */
    static boolean told(Exchange exchange) {
        return exchange.getProperty(TOLD, false, Boolean.class);
    }
}
