package az.dost.vahid.sources.verdict;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.passport.Passport;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a citizen must still bring a paper. Only the register that issues the paper replaces it, by its own word: not
 * by what other registers say, and not by its silence.
 */
public final class DocumentRules {
    /**
     * The register has spoken, and neither it nor any other tells of a death: that is enough for a living person, also
     * for one whose death might be registered abroad.
     */
    private static final Set<DocumentReason> NO_RECORD = EnumSet.of(
            DocumentReason.NO_SUCH_RECORD, DocumentReason.ABSENCE_INCONCLUSIVE, DocumentReason.CITIZENSHIP_UNKNOWN);

    /**
     * The first rule that fits: 1. the paper is for the living, and the subject is dead; 2. no register holds it; 3.
     * the issuing register was not asked about this person, or 4. did not speak; 5. its record; 6. what it means that
     * it has none: of a paper for the dead, that nobody has died.
     *
     * @param gathered of a subject that some register knows
     */
    public static DocumentRuling of(Passport.PaperDocument paper, RulingInput gathered) {
        boolean fits = paper.states().contains(gathered.state());
        if (!fits && gathered.state() == SubjectState.DECEASED) {
            return DocumentRuling.of(DocumentReason.SUBJECT_DECEASED, null);
        }
        if (paper.fact() == null) {
            return DocumentRuling.of(DocumentReason.NO_REGISTER, null);
        }
        DocumentRuling ruling = byRegister(paper, gathered);
        return !fits && NO_RECORD.contains(ruling.reason())
                ? DocumentRuling.of(DocumentReason.SUBJECT_NOT_DECEASED, paper.register())
                : ruling;
    }

    private static DocumentRuling byRegister(Passport.PaperDocument paper, RulingInput gathered) {
        Optional<SourceAnswer> register = gathered.answer(paper.register());
        if (register.isEmpty()) {
            return another(paper, gathered)
                    .orElse(DocumentRuling.of(
                            ofTheDead(paper) && gathered.state() == SubjectState.KNOWN
                                    ? DocumentReason.DEATH_NOT_ASKED
                                    : DocumentReason.REGISTER_NOT_ASKED,
                            paper.register()));
        }
        if (!register.get().verdict().spoke()) {
            return another(paper, gathered)
                    .orElse(DocumentRuling.of(unheard(paper, register.get(), gathered.today()), paper.register()));
        }
        PaperRecords records = new PaperRecords(paper, register.get(), gathered.today());
        DocumentRuling ruling = records.ruling();
        return ruling == null
                ? absent(paper, records, register.get(), gathered)
                : ruling.reason() == DocumentReason.OTHER_STATE ? otherState(ruling, gathered) : ruling;
    }

    private static DocumentReason unheard(Passport.PaperDocument paper, SourceAnswer register, String today) {
        if (new PaperRecords(paper, register, today).doubted()) {
            return DocumentReason.UNMAPPABLE;
        }
        if (register.reason() == Reason.SWITCHED_OFF) {
            return DocumentReason.REGISTER_SWITCHED_OFF;
        }
        return switch (register.verdict()) {
            case REJECTED -> DocumentReason.REGISTER_REJECTED;
            case NOT_AUTHORISED -> DocumentReason.REGISTER_REFUSED;
            default -> DocumentReason.REGISTER_SILENT;
        };
    }

    private static Optional<DocumentRuling> another(Passport.PaperDocument paper, RulingInput gathered) {
        return Optional.ofNullable(gathered.otherSource(paper.fact(), paper.part(), paper.register(), ofTheDead(paper)))
                .map(source -> DocumentRuling.of(DocumentReason.OTHER_SOURCE_ONLY, source));
    }

    private static boolean ofTheDead(Passport.PaperDocument paper) {
        return !paper.states().contains(SubjectState.KNOWN);
    }

    private static DocumentRuling absent(
            Passport.PaperDocument paper, PaperRecords records, SourceAnswer register, RulingInput gathered) {
        if (records.doubted()) {
            return DocumentRuling.of(DocumentReason.UNMAPPABLE, register.agency());
        }
        return another(paper, gathered)
                .orElseGet(() -> DocumentRuling.of(
                        register.verdict() == Verdict.STALE
                                ? DocumentReason.STALE_ABSENCE
                                : absence(register.agency(), gathered),
                        register.agency()));
    }

    private static DocumentReason absence(String agency, RulingInput gathered) {
        return switch (gathered.absence(agency)) {
            case CONCLUSIVE -> DocumentReason.NO_SUCH_RECORD;
            case INCONCLUSIVE -> DocumentReason.ABSENCE_INCONCLUSIVE;
            case CONCLUSIVE_FOR_CITIZENS -> forCitizens(gathered);
        };
    }

    /**
     * A record of another kind lacks the act that would make it such a paper. Of a foreigner that act may stand in a
     * register abroad.
     */
    private static DocumentRuling otherState(DocumentRuling ruling, RulingInput gathered) {
        if (gathered.absence(ruling.source()) != Connector.Absence.CONCLUSIVE_FOR_CITIZENS) {
            return ruling;
        }
        DocumentReason reason = forCitizens(gathered);
        return reason == DocumentReason.NO_SUCH_RECORD ? ruling : DocumentRuling.of(reason, ruling.source());
    }

    private static DocumentReason forCitizens(RulingInput gathered) {
        return gathered.citizen()
                .map(citizen -> citizen ? DocumentReason.NO_SUCH_RECORD : DocumentReason.ABSENCE_INCONCLUSIVE)
                .orElse(DocumentReason.CITIZENSHIP_UNKNOWN);
    }

    private DocumentRules() {}
}
