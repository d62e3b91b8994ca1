package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.normalise.SoapContent;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.AttachedParts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a SOAP fault of one agency means: those that its connector lists are replies, any other is told by its names and
 * never by its text.
 */
public final class AgencyFaults {
    /** WS-Security 1.1, section 12. */
    private static final Set<String> REFUSED =
            Set.of("FailedAuthentication", "InvalidSecurityToken", "SecurityTokenUnavailable");

    private final Connector.Call call;

    public AgencyFaults(Connector connector) {
        this.call = connector.call();
    }

    /** The fault in a body that came with an error's status; empty when there is none to be read. */
    public Optional<SoapContent> in(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        try {
            return SoapContent.of(
                            AttachedParts.of(body, null, call.attachments().most())
                                    .document())
                    .filter(SoapContent::fault);
        } catch (ProofException e) {
            return Optional.empty();
        }
    }

    /** @throws AgencyException when the content is a fault, and none that is a reply */
    public void refuse(SoapContent content, Conversation conversation) {
        if (!content.fault() || content.names().stream().anyMatch(call.okFaults()::contains)) {
            return;
        }
        List<String> names = content.names().stream()
                .filter(name -> namesNobody(name.toUpperCase(Locale.ROOT), conversation))
                .toList();
        AgencyException known = call.xRoad() != null && !names.isEmpty()
                ? ofExchange(names.get(0))
                : new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
        boolean refused = names.stream().anyMatch(REFUSED::contains);
        // Nothing is given out of what was rejected.
        boolean told = !names.isEmpty() && known.verdict() != Verdict.REJECTED;
        throw new AgencyException(
                refused ? Verdict.NOT_AUTHORISED : known.verdict(),
                refused ? Reason.CREDENTIALS_REFUSED : known.reason(),
                told ? String.join(" ", names) : null);
    }

    /** Nor anybody else than the one asked for: a code that only looks like a FIN is no loss. */
    private static boolean namesNobody(String name, Conversation conversation) {
        return !name.contains(conversation.question.fin())
                && Stream.of(name.split("[._-]"))
                        .noneMatch(part ->
                                Fin.FORM.matcher(part).matches() && part.chars().anyMatch(Character::isDigit));
    }

    /**
     * By the last part of the type of an error of X-Road's, which servers before 7.8 write in capitals and without
     * underscores.
     */
    public static AgencyException ofExchange(String type) {
        return switch (type.substring(type.lastIndexOf('.') + 1)
                .replace("_", "")
                .toLowerCase(Locale.ROOT)) {
            case "accessdenied", "sslauthenticationfailed", "unknownmember" ->
                new AgencyException(Verdict.NOT_AUTHORISED, Reason.CREDENTIALS_REFUSED);
            case "networkerror" -> new AgencyException(Verdict.UNAVAILABLE, Reason.CONNECTION_FAILED);
            case "invalidsignaturevalue" -> new AgencyException(Verdict.REJECTED, Reason.SIGNATURE_INVALID);
            case "inconsistentresponse" -> new AgencyException(Verdict.REJECTED, Reason.OTHER_REQUEST);
            default -> new AgencyException(Verdict.UNAVAILABLE, Reason.AGENCY_ERROR);
        };
    }
}
