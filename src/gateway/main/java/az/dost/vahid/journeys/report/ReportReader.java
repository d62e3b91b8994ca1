package az.dost.vahid.journeys.report;

import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import org.apache.camel.Exchange;

/** Who reads a report: an official whom the token proves. */
final class ReportReader {
    private final Caller caller;

    private ReportReader(Caller caller) {
        this.caller = caller;
    }

    /**
     * @throws ProblemException OFFICIAL_UNPROVEN for a system's own token; NOT_GRANTED for who is neither an analyst
     *     nor a centre's manager
     */
    static ReportReader of(Exchange exchange) {
        Caller caller = Caller.of(exchange);
        if (caller.official() == null) {
            throw new ProblemException(ProblemCode.OFFICIAL_UNPROVEN);
        }
        if (!caller.is(OfficialRole.ANALYST) && !caller.is(OfficialRole.CENTRE_MANAGER)) {
            throw notGranted();
        }
        return new ReportReader(caller);
    }

    /** @throws ProblemException as {@link #of}; NOT_GRANTED for all but analysts */
    static Caller analyst(Exchange exchange) {
        ReportReader reader = of(exchange);
        if (!reader.isAnalyst()) {
            throw notGranted();
        }
        return reader.caller;
    }

    boolean isAnalyst() {
        return caller.is(OfficialRole.ANALYST);
    }

    /** @throws ProblemException CENTRE_FOREIGN for a manager of another centre */
    void centre(String code) {
        if (!isAnalyst() && !code.equals(caller.office())) {
            throw new ProblemException(ProblemCode.CENTRE_FOREIGN);
        }
    }

    private static ProblemException notGranted() {
        return new ProblemException(ProblemCode.NOT_GRANTED, null, "None of your roles opens this address.");
    }
}
