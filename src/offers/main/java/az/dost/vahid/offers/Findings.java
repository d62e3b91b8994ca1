package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Kin;
import az.dost.vahid.rights.Rights;
import az.dost.vahid.signature.key.PersonHash;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is found becomes what it leads to: an offer, nothing, or another look. Each is one transaction with an entry of
 * the audit chain, and happens once.
 */
final class Findings {
    private static final String ENTITLED = "ENTITLED";
    private static final String UNDECIDED = "UNDECIDED";
    private static final String NOT_ENTITLED = "NOT_ENTITLED";

    private final Rights rights;
    private final PersonHash persons;
    private final Intents intents;
    private final Offers offers;
    private final Evaluations evaluations;
    private final DisputedFacts disputes;
    private final OfferDocument document;
    private final ActRecord acts;
    private final Duration stands;
    private final Duration birthdaysWithin;

    /**
     * @param stands how long an offer can be accepted
     * @param birthdaysWithin so far ahead a birthday is waited for
     */
    Findings(
            Rights rights,
            PersonHash persons,
            Intents intents,
            Offers offers,
            Evaluations evaluations,
            DisputedFacts disputes,
            OfferDocument document,
            ActRecord acts,
            Duration stands,
            Duration birthdaysWithin) {
        this.rights = rights;
        this.persons = persons;
        this.intents = intents;
        this.offers = offers;
        this.evaluations = evaluations;
        this.disputes = disputes;
        this.document = document;
        this.acts = acts;
        this.stands = stands;
        this.birthdaysWithin = birthdaysWithin;
    }

    /** @param today in Azerbaijan */
    void decide(TakenIntent taken, Look look, LocalDate today) {
        Intent intent = taken.intent();
        Optional<ObjectNode> found = rights.evaluate(intent.right(), look.basis(), today);
        String outcome = found.map(one -> one.path("outcome").textValue()).orElse(NOT_ENTITLED);
        boolean disputed = found.map(one -> !disputes.among(intent.person(), intent.about(), Rights.read(one))
                        .isEmpty())
                .orElse(false);
        if (outcome.equals(NOT_ENTITLED)) {
            withdraw(intent);
            open(taken, look, today, outcome, null);
        } else if (outcome.equals(UNDECIDED) || disputed) {
            undecided(taken, look, found.orElseThrow(), disputed, today);
        } else if (!offered(taken, look.dossier(), found.orElseThrow())) {
            ended(taken, look.dossier(), outcome, Intent.State.KNOWN, null);
        }
    }

    /** What was offered stands on something that a later look did not find. */
    private void withdraw(Intent intent) {
        offers.open(intent).ifPresent(offer -> offers.withdraw(offer, Offers.LATER_FACT, connection -> true));
    }

    /**
     * Has those looked at whose right it may be. Where a register was not heard the event's person is asked about
     * again, as often as the rule says; then those are looked at who are known.
     *
     * @param about dossier of the event's person
     */
    void kin(TakenIntent taken, OpenDossier about) {
        Intent sought = taken.intent();
        Kin kin = rights.kin(sought.right(), about.content());
        Set<String> silent = Rights.silent(about.content());
        String registers = silent.isEmpty() ? null : String.join(",", silent);
        if (intents.again(taken) && (!kin.all() || !silent.isEmpty())) {
            acts.keep(
                    RecordId.next(),
                    "right-evaluated",
                    said(taken, about.id(), UNDECIDED, registers),
                    connection -> intents.askAgain(connection, taken, registers));
            return;
        }
        ActRecord.Change next = intents.keepingAll(kin.people().stream()
                .map(fin -> new Intent(
                        RecordId.next(),
                        sought.event(),
                        sought.right(),
                        persons.of(fin),
                        sought.about(),
                        Intent.content(sought.data(), fin, about.id())))
                .toList());
        boolean found = kin.all() || !kin.people().isEmpty();
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said(taken, about.id(), found ? "KIN" : UNDECIDED, registers)
                        .put("kin", kin.people().size()),
                connection -> Intents.held(connection, taken)
                        && next.make(connection)
                        && Intents.end(
                                connection,
                                taken,
                                found ? Intent.State.KIN_FOUND : Intent.State.UNDECIDED,
                                found ? null : registers));
    }

    /** Withdraws all that is offered to one who died. */
    void died(TakenIntent taken) {
        // Not once the death itself is taken back.
        offers.open(taken.intent().person())
                .forEach(offer -> offers.withdraw(offer, Offers.DEATH, connection -> Intents.held(connection, taken)));
        intents.awaitNothing(taken.intent().person(), taken.intent().event());
        intents.end(taken, Intent.State.WITHDRAWN, null);
    }

    /** @return false when it is offered already, or its person died */
    private boolean offered(TakenIntent taken, UUID dossier, ObjectNode found) {
        Intent intent = taken.intent();
        UUID id = RecordId.next();
        Instant at = RecordId.time(id);
        Instant until = at.plus(stands).truncatedTo(ChronoUnit.SECONDS);
        String jws = document.of(id, intent, found, dossier, at, until);
        ActRecord.Change add = offers.adding(new Offer(
                id,
                intent.id(),
                intent.right(),
                intent.person(),
                intent.about(),
                rights.awardedBy(intent.right()),
                until,
                offers.seal(id, jws),
                Offer.State.OFFERED,
                null,
                id));
        ActRecord.Change evaluated = evaluations.keeping(dossier, intent, ENTITLED, null);
        ObjectNode said = said(intent, dossier, ENTITLED)
                .put("awardedBy", rights.awardedBy(intent.right()))
                .put("until", until.toString());
        return acts.keep(
                id,
                "right-offered",
                said,
                connection -> Intents.held(connection, taken)
                        && add.make(connection)
                        && evaluated.make(connection)
                        && Intents.end(connection, taken, Intent.State.OFFERED, null));
    }

    private void undecided(TakenIntent taken, Look look, ObjectNode found, boolean disputed, LocalDate today) {
        UUID dossier = look.dossier();
        String registers = String.join(",", rights.unheard(found, look.basis()));
        if (intents.again(taken) && (disputed || Rights.mayChange(found))) {
            ActRecord.Change evaluated = evaluations.keeping(dossier, taken.intent(), UNDECIDED, registers);
            ObjectNode said = said(taken, dossier, UNDECIDED, registers);
            acts.keep(
                    RecordId.next(),
                    "right-evaluated",
                    disputed ? said.put("because", "DISPUTED") : said,
                    connection -> intents.askAgain(connection, taken, registers) && evaluated.make(connection));
        } else {
            open(taken, look, today, UNDECIDED, registers);
        }
    }

    /** There is no right today: the end, unless a birthday brings it about. */
    private void open(TakenIntent taken, Look look, LocalDate today, String outcome, String code) {
        Intent intent = taken.intent();
        Optional<LocalDate> birthday =
                rights.birthday(intent.right(), look.basis(), today, today.plusDays(birthdaysWithin.toDays()));
        if (birthday.isEmpty()) {
            ended(taken, look.dossier(), outcome, Intent.State.valueOf(outcome), code);
            return;
        }
        ActRecord.Change evaluated = evaluations.keeping(look.dossier(), intent, outcome, missing(outcome, code));
        Instant then = birthday.get().atStartOfDay(Baku.ZONE).toInstant();
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said(taken, look.dossier(), outcome, code).put("because", "BIRTHDAY_AHEAD"),
                connection -> intents.askOn(connection, taken, then) && evaluated.make(connection));
    }

    private void ended(TakenIntent taken, UUID dossier, String outcome, Intent.State state, String code) {
        ActRecord.Change evaluated = evaluations.keeping(dossier, taken.intent(), outcome, missing(outcome, code));
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said(taken, dossier, outcome, code),
                connection -> Intents.end(connection, taken, state, code) && evaluated.make(connection));
    }

    /** Which registers did not say it, where that left it open. */
    private static String missing(String outcome, String registers) {
        return outcome.equals(UNDECIDED) && registers != null && !registers.isEmpty() ? registers : null;
    }

    /**
     * Of what was not known it says how often that was so before, and which registers did not say it, so that reports
     * count it.
     *
     * @param registers null for none
     */
    private static ObjectNode said(TakenIntent taken, UUID dossier, String outcome, String registers) {
        ObjectNode said = said(taken.intent(), dossier, outcome);
        if (outcome.equals(UNDECIDED)) {
            said.put("asked", taken.asked());
            if (registers != null) {
                said.put("registers", registers);
            }
        }
        return said;
    }

    private static ObjectNode said(Intent intent, UUID dossier, String outcome) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("right", intent.right())
                .put("dossier", dossier.toString())
                .put("event", intent.event().toString())
                .put("outcome", outcome);
    }
}
