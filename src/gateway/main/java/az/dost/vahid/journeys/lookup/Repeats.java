package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.sources.agency.call.GatherProgress;
import az.dost.vahid.sources.repeat.FirstResult;
import az.dost.vahid.sources.repeat.FirstResults;
import az.dost.vahid.sources.repeat.KeyTaken;
import az.dost.vahid.sources.repeat.KeyedRequest;
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
    /** Exchange property: another request came first under the lookup's key, which is that one's now. */
    private static final String LOST = "vahid.repeat.lost";

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
    private final ConcurrentMap<String, InHand> inHand = new ConcurrentHashMap<>();

    /** @param official for whom the lookup is made */
    private record InHand(GatherProgress progress, String official) {}

    Repeats(FirstResults results, UnderWay underWay) {
        this.results = results;
        this.underWay = underWay;
    }

    /**
     * Takes up the lookup's key, if it has one, once no other request under it is in hand.
     *
     * @throws ProblemException OVERLOADED when another has not ended by this one's deadline
     */
    Lookup.New begin(Exchange exchange, Lookup lookup) {
        if (lookup.key == null) {
            return new Lookup.New(lookup);
        }
        Runnable end = underWay.begin(lookup.requester.id(), lookup.key, lookup.deadline() - System.nanoTime());
        String name = name(lookup.requester.id(), lookup.key);
        GatherProgress mine = new GatherProgress();
        mine.attach(exchange);
        InHand one = new InHand(mine, lookup.request.official());
        inHand.put(name, one);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                inHand.remove(name, one);
                end.run();
            }
        });
        LookupRequest request = lookup.request;
        KeyedRequest asked = results.asked(
                lookup.requester.id(),
                lookup.key,
                request.fin(),
                request.service(),
                request.caseRef(),
                request.official(),
                further(request),
                request.deadlineMs());
        return new Lookup.New(lookup, asked, mine, Lookup.Known.NOTHING);
    }

    /**
     * What the first request under the lookup's key came to; empty when this is the first, or has no key.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_USED, INTERNAL
     */
    Optional<FirstResult> find(Lookup.New lookup) {
        return lookup.underKey == null ? Optional.empty() : results.find(lookup.underKey);
    }

    /**
     * How far the lookup under a requester's key is; empty where this gateway has none in hand, and where it is made
     * for another official than the token proves.
     */
    Optional<GatherProgress> underWay(Caller caller, String key) {
        return Optional.ofNullable(inHand.get(name(caller.requester().id(), key)))
                .filter(one -> caller.official() == null || caller.official().equals(one.official))
                .map(InHand::progress);
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
    ActRecord.Change keep(Lookup.New lookup) {
        return lookup.underKey == null ? NOTHING : keep(lookup.underKey, FirstResult.dossier(lookup.id));
    }

    /**
     * The same of a refusal that will stay one.
     *
     * @param exchange null where the request was refused before its journey began
     * @param lookup null where the request was refused before there was one
     * @param entry id of the refusal's entry
     */
    ActRecord.Change keep(Exchange exchange, Lookup lookup, UUID entry, ProblemException problem) {
        KeyedRequest held = held(exchange, lookup);
        return held == null || !LASTING.contains(problem.code())
                ? NOTHING
                : keep(held, FirstResult.refusal(entry, problem));
    }

    /** Null where the lookup has no key, or lost it. */
    private static KeyedRequest held(Exchange exchange, Lookup lookup) {
        return lookup instanceof Lookup.New begun && exchange.getProperty(LOST) == null ? begun.underKey : null;
    }

    private ActRecord.Change keep(KeyedRequest asked, FirstResult result) {
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
    FirstResult other(Exchange exchange, Lookup lookup, DataAccessException fault) {
        KeyedRequest held = held(exchange, lookup);
        if (held == null || !KeyTaken.in(fault)) {
            throw fault;
        }
        exchange.setProperty(LOST, true);
        return results.find(held).orElseThrow(() -> new ProblemException(ProblemCode.OVERLOADED));
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
