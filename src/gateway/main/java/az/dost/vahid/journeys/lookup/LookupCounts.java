package az.dost.vahid.journeys.lookup;

import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.sources.verdict.DocumentVerdict;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the audit chain tells of a lookup for figures: read from the dossier as it was combined, before it is written.
 */
final class LookupCounts {
    static RecordedDossier.Counts of(Lookup.Assembled lookup) {
        Map<String, Integer> papers = new LinkedHashMap<>();
        for (DocumentVerdict verdict : DocumentVerdict.values()) {
            papers.put(verdict.name(), 0);
        }
        lookup.dossier
                .path("documents")
                .forEach(document -> papers.merge(document.path("verdict").textValue(), 1, Integer::sum));
        return new RecordedDossier.Counts(
                lookup.tookMs(),
                lookup.office(),
                lookup.request.channel() == null
                        ? null
                        : lookup.request.channel().name(),
                lookup.dossier.path("completeness").textValue(),
                papers,
                lookup.dossier.path("conflicts").size(),
                apart(lookup));
    }

    private static RecordedDossier.Apart apart(Lookup.New lookup) {
        return lookup.checksCaller()
                ? RecordedDossier.Apart.CALLER_CHECK
                : lookup.background() && lookup.known.completes() == null ? RecordedDossier.Apart.BULK : null;
    }

    /** By which way the citizen of a dossier came; null where nobody said it. */
    static Channel channel(RecordedDossier kept) {
        RecordedDossier.Counts counts = kept.about().counts();
        return counts == null || counts.channel() == null ? null : Channel.valueOf(counts.channel());
    }

    private LookupCounts() {}
}
