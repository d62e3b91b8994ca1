package az.dost.vahid.offers;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.journeys.lookup.OpenDossier;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.rights.Rights;
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
    private final Intents intents;
    private final Offers offers;
    private final Evaluations evaluations;
    private final DisputedFacts disputes;
    private final Kin kin;
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
            Intents intents,
            Offers offers,
            Evaluations evaluations,
            DisputedFacts disputes,
            Kin kin,
            OfferDocument document,
            ActRecord acts,
            Duration stands,
            Duration birthdaysWithin) {
        this.rights = rights;
        this.intents = intents;
        this.offers = offers;
        this.evaluations = evaluations;
        this.disputes = disputes;
        this.kin = kin;
        this.document = document;
        this.acts = acts;
        this.stands = stands;
        this.birthdaysWithin = birthdaysWithin;
    }

    /** @param today in Azerbaijan */
    void decide(TakenIntent taken, OpenDossier dossier, LocalDate today) {
        Intent intent = taken.intent();
        Optional<ObjectNode> found = rights.evaluate(intent.right(), dossier.content(), intent.data(), today);
        String outcome = found.map(one -> one.path("outcome").textValue()).orElse(NOT_ENTITLED);
        boolean disputed = found.map(one ->
                        !disputes.among(intent.person(), Rights.read(one)).isEmpty())
                .orElse(false);
        if (outcome.equals(NOT_ENTITLED)) {
            withdraw(intent);
            open(taken, dossier, today, outcome, null);
        } else if (outcome.equals(UNDECIDED) || disputed) {
            undecided(taken, dossier, found.orElseThrow(), disputed, today);
        } else if (!offered(taken, dossier.id(), found.orElseThrow())) {
            ended(taken, dossier.id(), outcome, Intent.State.KNOWN, null);
        }
    }

    /** What was offered stands on something that a later look did not find. */
    private void withdraw(Intent intent) {
        offers.open(intent).ifPresent(offer -> offers.step(offer, Offer.State.WITHDRAWN, Offers.LATER_FACT, null));
    }

    /** Has those looked at whose right it may be; where a register was not heard, they are asked for again. */
    void kin(TakenIntent taken, OpenDossier dossier) {
        Intent sought = taken.intent();
        Optional<Set<String>> found = Kin.in(dossier.content());
        ObjectNode said = said(sought, dossier.id(), found.isPresent() ? "KIN" : UNDECIDED);
        ActRecord.Change next = found.isPresent() ? kin.keeping(sought, found.get()) : connection -> true;
        boolean again = found.isEmpty() && intents.again(taken);
        Intent.State state = found.isPresent() ? Intent.State.KIN_FOUND : Intent.State.UNDECIDED;
        found.ifPresent(some -> said.put("kin", some.size()));
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said,
                connection -> Intents.held(connection, taken)
                        && next.make(connection)
                        && (again
                                ? intents.askAgain(connection, taken, null)
                                : Intents.end(connection, taken, state, null)));
    }

    /** Withdraws all that is offered to one who died. */
    void died(TakenIntent taken) {
        offers.open(taken.intent().person())
                .forEach(offer -> offers.step(offer, Offer.State.WITHDRAWN, Offers.DEATH, null));
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
        ActRecord.Change evaluated = evaluations.keeping(dossier, intent, ENTITLED);
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

    private void undecided(TakenIntent taken, OpenDossier from, ObjectNode found, boolean disputed, LocalDate today) {
        UUID dossier = from.id();
        String registers = String.join(",", rights.unheard(found, from.content()));
        if (intents.again(taken) && (disputed || Rights.mayChange(found))) {
            ActRecord.Change evaluated = evaluations.keeping(dossier, taken.intent(), UNDECIDED);
            acts.keep(
                    RecordId.next(),
                    "right-evaluated",
                    disputed
                            ? said(taken.intent(), dossier, UNDECIDED).put("because", "DISPUTED")
                            : said(taken.intent(), dossier, UNDECIDED),
                    connection -> intents.askAgain(connection, taken, registers) && evaluated.make(connection));
        } else {
            open(taken, from, today, UNDECIDED, registers);
        }
    }

    /** There is no right today: the end, unless a birthday brings it about. */
    private void open(TakenIntent taken, OpenDossier from, LocalDate today, String outcome, String code) {
        Intent intent = taken.intent();
        Optional<LocalDate> birthday = rights.birthday(
                intent.right(), from.content(), intent.data(), today, today.plusDays(birthdaysWithin.toDays()));
        if (birthday.isEmpty()) {
            ended(taken, from.id(), outcome, Intent.State.valueOf(outcome), code);
            return;
        }
        ActRecord.Change evaluated = evaluations.keeping(from.id(), intent, outcome);
        Instant then = birthday.get().atStartOfDay(Baku.ZONE).toInstant();
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said(intent, from.id(), outcome).put("because", "BIRTHDAY_AHEAD"),
                connection -> intents.askOn(connection, taken, then) && evaluated.make(connection));
    }

    private void ended(TakenIntent taken, UUID dossier, String outcome, Intent.State state, String code) {
        ActRecord.Change evaluated = evaluations.keeping(dossier, taken.intent(), outcome);
        acts.keep(
                RecordId.next(),
                "right-evaluated",
                said(taken.intent(), dossier, outcome),
                connection -> Intents.end(connection, taken, state, code) && evaluated.make(connection));
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
