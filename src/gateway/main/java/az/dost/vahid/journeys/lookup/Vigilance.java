package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.journeys.misuse.Misuse;
import az.dost.vahid.journeys.misuse.Ruling;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.protection.ProtectedPersons;
import az.dost.vahid.proof.protection.Protection;
import az.dost.vahid.signature.key.PersonHash;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Looks at each lookup that is granted, before any agency is asked: is the citizen protected, and does it look like
 * misuse?
 */
public final class Vigilance {
    /** Exchange property: milliseconds that the lookup waits. */
    private static final String DELAY = "vahid.delay";

    private final PersonHash hash;
    private final ProtectedPersons persons;
    private final Misuse misuse;
    private final Semaphore slowed;

    /** @param mostSlowed lookups that may be slowed down at once */
    Vigilance(PersonHash hash, ProtectedPersons persons, Misuse misuse, int mostSlowed) {
        this.hash = hash;
        this.persons = persons;
        this.misuse = misuse;
        this.slowed = new Semaphore(mostSlowed);
    }

    /**
     * A protected person and a broken rule are refused alike and after the same work: the answer does not tell which it
     * was.
     *
     * @throws ProblemException APPROVAL_NEEDED, CALLER_NOT_CONFIRMED instead of it where a caller is checked;
     *     OVERLOADED when too many lookups are slowed down already
     */
    public Lookup.Judged judge(Exchange exchange, Lookup.Granted lookup) {
        LookupRequest request = lookup.request;
        String person = hash.of(request.fin());
        Protection protection =
                persons.protection(person, lookup.requester.id(), request.official(), request.caseRef());
        Ruling ruling = lookup.background()
                ? misuse.judgeGranted(
                        lookup.requester,
                        request.official(),
                        request.service(),
                        request.caseRef(),
                        person,
                        protection != Protection.NONE)
                : misuse.judge(
                        lookup.requester,
                        request.official(),
                        request.service(),
                        request.caseRef(),
                        request.fin(),
                        person,
                        protection != Protection.NONE);
        if (ruling.blocked() || protection == Protection.UNAPPROVED) {
            // Whoever has proven nothing yet is not told that somebody is protected either.
            throw new ProblemException(
                    lookup.checksCaller() ? ProblemCode.CALLER_NOT_CONFIRMED : ProblemCode.APPROVAL_NEEDED);
        }
        exchange.setProperty(DELAY, ruling.delayMs());
        if (ruling.delayMs() > 0) {
            slow(exchange);
        }
        return new Lookup.Judged(lookup, person, ruling.delayMs());
    }

    private void slow(Exchange exchange) {
        if (!slowed.tryAcquire()) {
            throw new ProblemException(ProblemCode.OVERLOADED);
        }
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                slowed.release();
            }
        });
    }

    /** Sees whether any register knew the citizen. */
    public void learn(Lookup.Combined lookup) {
        if (!lookup.background() && lookup.draft.path("facts").isEmpty() && unknownToMost(lookup.answers)) {
            misuse.unknown(
                    lookup.requester,
                    lookup.request.official(),
                    lookup.request.service(),
                    lookup.request.caseRef(),
                    lookup.person);
        }
    }

    /**
     * Registers that did not speak say nothing of a citizen: nobody is taken for one who tries out FINs because
     * agencies are silent.
     */
    private static boolean unknownToMost(List<SourceAnswer> answers) {
        return 2
                        * answers.stream()
                                .filter(answer -> answer.verdict() == Verdict.NO_RECORD)
                                .count()
                > answers.size();
    }
}
