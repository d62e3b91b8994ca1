package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.check.rehearse.PlayedFault;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AnswerTo;
import az.dost.vahid.connector.Connector.ProofKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that an agency does wrong.
 *
 * @param expected pattern of verdict and reason
 * @param skipped why it does not apply to the connector, null when it does
 */
public record FaultLine(PlayedFault fault, String title, String expected, String skipped) {
    private static final String LOST = "UNAVAILABLE .*|REJECTED .*|TIMED_OUT .*";

    /** @param timely whether the played answers are of now */
    public static List<FaultLine> all(Connector connector, boolean timely) {
        boolean view = connector.protocol() == Connector.Protocol.JDBC;
        boolean queue = connector.protocol() == Connector.Protocol.JMS;
        String tls =
                connector.proof().kind() == ProofKind.TLS ? "the connection is the proof, the reply has none" : null;
        String unbound =
                connector.proof().answerTo() == AnswerTo.CONNECTION && connector.protocol() != Connector.Protocol.X_ROAD
                        ? "answers are bound to their request by the connection"
                        : null;
        String message = queue ? "a message comes whole and has no status" : null;
        String open =
                connector.protocol().waits() && connector.auth().secret() == null ? "the agency asks for none" : null;
        String flat = view ? "rows are no document" : null;
        String untimely = view
                ? "the gateway's clock says of when rows are"
                : !connector.proof().dated()
                        ? "replies do not say of when they are"
                        : timely ? null : "the samples' time stands in pieces and cannot be moved";
        String nameless = connector.proof().subject() == Connector.Subject.REQUEST
                ? "replies name nobody, they are about whom the request named"
                : null;
        List<FaultLine> lines = new ArrayList<>(List.of(
                new FaultLine(
                        PlayedFault.SLOW,
                        "The agency answers after the connector's time-out",
                        "TIMED_OUT NO_ANSWER_IN_TIME",
                        null),
                new FaultLine(
                        PlayedFault.ERROR,
                        "The agency answers with an error of its own",
                        "UNAVAILABLE AGENCY_ERROR",
                        message),
                new FaultLine(
                        PlayedFault.REFUSE,
                        "The agency refuses the gateway's credentials",
                        "NOT_AUTHORISED CREDENTIALS_REFUSED",
                        open),
                new FaultLine(PlayedFault.TRUNCATE, "The connection ends in the middle of the answer", LOST, message),
                new FaultLine(PlayedFault.GARBAGE, "The answer is no document", "REJECTED .*", null),
                new FaultLine(
                        PlayedFault.HOSTILE,
                        "The answer grows or nests without end when it is read",
                        "REJECTED .*",
                        flat),
                new FaultLine(
                        PlayedFault.TOO_LONG,
                        "The answer is longer than the connector allows",
                        "REJECTED TOO_LONG",
                        null),
                new FaultLine(
                        PlayedFault.OTHER_CITIZEN,
                        "The answer is about another citizen",
                        "REJECTED OTHER_CITIZEN",
                        nameless),
                new FaultLine(
                        PlayedFault.OTHER_REQUEST, "The answer belongs to another request", "REJECTED .*", unbound),
                new FaultLine(PlayedFault.OLD, "The answer is an hour old", "REJECTED TOO_OLD", untimely),
                new FaultLine(PlayedFault.AHEAD, "The answer is of an hour from now", "REJECTED DATED_AHEAD", untimely),
                new FaultLine(PlayedFault.UNSIGNED, "The answer comes without its proof", "REJECTED .*", tls),
                new FaultLine(PlayedFault.TAMPERED, "The answer was changed after it was signed", "REJECTED .*", tls),
                new FaultLine(
                        PlayedFault.WRONG_SIGNER,
                        "The answer is signed with another key, or the server has one",
                        "REJECTED .*",
                        view ? null : tls),
                new FaultLine(
                        PlayedFault.PART_GONE,
                        "The answer refers to a part that did not come with it",
                        "REJECTED .*",
                        connector.call().soap() ? null : "a reply has no parts"),
                new FaultLine(
                        PlayedFault.GONE,
                        "What is asked is no longer there",
                        LOST,
                        queue ? "a queue that nobody reads is a slow agency" : null),
                new FaultLine(
                        PlayedFault.COLUMN_GONE,
                        "The view lacks a column that it had",
                        "UNAVAILABLE AGENCY_ERROR",
                        view ? null : "there is no view")));
        return lines;
    }

    String id() {
        return "fault-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Line run(Stand stand, String fin) {
        String wanted = expected.equals(LOST) ? "anything but an answer" : expected.replace(" .*", "");
        if (skipped != null || !stand.server.plays(fault)) {
            return new Line(
                    id(),
                    title,
                    Outcome.SKIPPED,
                    wanted,
                    skipped != null ? skipped : "neither query nor samples show how",
                    0);
        }
        stand.server.faults(Map.of(fault, 1.0));
        long started = System.nanoTime();
        boolean refused =
                fault == PlayedFault.REFUSE && stand.connector.protocol().waits();
        SourceAnswer answer = refused ? stand.askAsStranger(fin) : stand.ask(fin);
        stand.server.faults(Map.of());
        boolean passed =
                Conformance.told(answer).matches(expected) && answer.facts().isEmpty();
        return new Line(
                id(),
                title,
                passed ? Outcome.PASSED : Outcome.FAILED,
                wanted,
                passed ? Conformance.told(answer) : stand.told(answer),
                Conformance.ms(started));
    }
}
