package az.dost.vahid.journeys.watch;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Takes answers of watched agencies aside, within a lookup: as little as can be is done here. */
public final class AnswerTap implements Processor {
    private final Catalogue catalogue;
    private volatile Watched watched = new Watched(null, Set.of());

    /** Ids of the watched agencies among some folders. */
    private record Watched(Collection<ConnectorFolder> folders, Set<String> agencies) {}

    AnswerTap(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether the body has a watched agency's answer. */
    public boolean wanted(Exchange exchange) {
        Set<String> agencies = agencies();
        return !agencies.isEmpty()
                && exchange.getMessage().getBody() instanceof List<?> answers
                && answers.stream().anyMatch(answer -> said((SourceAnswer) answer, agencies));
    }

    private Set<String> agencies() {
        Watched known = watched;
        Collection<ConnectorFolder> folders = catalogue.folders();
        // The catalogue has other folders once a connector has come or changed.
        if (known.folders() != folders) {
            known = new Watched(
                    folders,
                    folders.stream()
                            .map(ConnectorFolder::connector)
                            .filter(connector -> connector.protocol() != Connector.Protocol.FILE
                                    && !connector.events().isEmpty())
                            .map(Connector::id)
                            .collect(Collectors.toSet()));
            watched = known;
        }
        return known.agencies();
    }

    /** A stale answer says nothing new. */
    private static boolean said(SourceAnswer answer, Set<String> agencies) {
        return (answer.verdict() == Verdict.ANSWERED || answer.verdict() == Verdict.NO_RECORD)
                && agencies.contains(answer.agency());
    }

    /** Leaves of a copied exchange what is compared: neither evidence nor dossier is held any longer for it. */
    @Override
    public void process(Exchange copy) {
        String fin = copy.getProperty("vahid.question", Question.class).fin();
        Set<String> agencies = agencies();
        List<WatchedAnswer> taken = ((List<?>) copy.getMessage().getBody())
                .stream()
                        .map(SourceAnswer.class::cast)
                        .filter(answer -> said(answer, agencies))
                        .map(answer -> new WatchedAnswer(
                                fin,
                                answer.agency(),
                                answer.asOf(),
                                answer.facts(),
                                answer.unmappable().stream()
                                        .map(Unmappable::fact)
                                        .collect(Collectors.toSet())))
                        .toList();
        copy.removeProperties("*");
        copy.getMessage().setBody(taken);
    }
}
