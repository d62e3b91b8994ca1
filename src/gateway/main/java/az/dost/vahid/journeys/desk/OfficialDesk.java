package az.dost.vahid.journeys.desk;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * Who an official is here and what he worked on last, {@code contracts/desk.openapi.yaml}; it is his token that says
 * who asks.
 */
public final class OfficialDesk {
    private final AccessPolicy access;
    private final PassportCatalogue passports;
    private final DeskRows rows;
    private final Clock clock;

    /** @param clock in whose zone a day begins */
    OfficialDesk(AccessPolicy access, PassportCatalogue passports, DeskRows rows, Clock clock) {
        this.access = access;
        this.passports = passports;
        this.rows = rows;
        this.clock = clock;
    }

    public void myself(Exchange exchange) {
        Caller caller = proven(exchange);
        Requester requester = caller.requester();
        String official = caller.official();
        Set<OfficialRole> does = requester.does(official);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("official", official)
                .put("requester", requester.id())
                .put("requesterName", requester.name());
        if (caller.office() != null) {
            body.put("office", caller.office());
        }
        ArrayNode roles = body.putArray("roles");
        does.stream().sorted().map(OfficialRole::name).forEach(roles::add);
        ArrayNode services = body.putArray("services");
        passports.all().stream()
                .map(Passport::code)
                .filter(code -> access.grants(requester, code, official))
                .sorted()
                .forEach(services::add);
        ArrayNode views = body.putArray("views");
        if (!services.isEmpty()) {
            requester.views(official).stream().sorted().map(Enum::name).forEach(views::add);
        }
        if (does.contains(OfficialRole.DATA_STEWARD)) {
            ArrayNode registers = body.putArray("registers");
            requester.registers().forEach(registers::add);
        }
        HttpAnswer.json(exchange.getMessage(), body);
    }

    /**
     * The newest dossier of each case, the newest first.
     *
     * @throws ProblemException as {@link #proven(Exchange)}; as {@link OfficialCases#of}
     */
    public void cases(Exchange exchange) {
        Caller caller = proven(exchange);
        OfficialCases asked = OfficialCases.of(exchange.getMessage(), clock);
        ObjectNode page = asked.page(rows.ofOfficial(caller.requester().id(), caller.official(), asked));
        HttpAnswer.json(exchange.getMessage(), page);
        asked.paging().tell(exchange.getMessage(), page.path("next").textValue());
    }

    /** @throws ProblemException as {@link #proven(Exchange, OfficialRole)}; NOT_GRANTED for who works at no office */
    public static Caller ofOffice(Exchange exchange, OfficialRole role) {
        Caller caller = proven(exchange, role);
        if (caller.office() == null) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED, null, "Your requester's file names no office of yours.");
        }
        return caller;
    }

    /** @throws ProblemException as {@link #proven(Exchange)}; NOT_GRANTED for who has not this role */
    public static Caller proven(Exchange exchange, OfficialRole role) {
        Caller caller = proven(exchange);
        if (!caller.is(role)) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "None of your roles opens this address.");
        }
        return caller;
    }

    /**
     * @throws ProblemException OFFICIAL_UNPROVEN for a system's own token; NOT_GRANTED for an official whom the
     *     requester's file does not list
     */
    static Caller proven(Exchange exchange) {
        Caller caller = Caller.of(exchange);
        if (caller.official() == null) {
            throw new ProblemException(ProblemCode.OFFICIAL_UNPROVEN);
        }
        if (caller.requester().does(caller.official()).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_GRANTED, null, "Your requester's file gives you nothing to do.");
        }
        return caller;
    }
}
