package az.dost.vahid.journeys.quality;

import az.dost.vahid.journeys.tally.Chain;
import az.dost.vahid.journeys.tally.ChainEntry;
import az.dost.vahid.journeys.tally.Cursor;
import az.dost.vahid.journeys.tally.KeptDossiers;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the lookups that the chain tells of, in its order: what disagrees becomes a ticket, and what agrees closes one.
 * Nobody is looked up for it, and nothing of it is on a lookup's way. Whoever is killed in the middle loses nothing:
 * each step is taken once, however often an entry is read.
 */
public final class TicketJob {
    /** In one turn; the next one goes on. */
    private static final int MOST_PAGES = 400;

    private final Cursor cursor;
    private final Chain chain;
    private final Tickets tickets;
    private final KeptDossiers dossiers;
    private final Function<String, List<String>> given;
    private final Predicate<String> kept;

    /**
     * @param given facts that an agency gives, by its id
     * @param kept whether a person, by the keyed hash of the FIN, is kept from whoever has no approval
     */
    TicketJob(
            Cursor cursor,
            Chain chain,
            Tickets tickets,
            KeptDossiers dossiers,
            Function<String, List<String>> given,
            Predicate<String> kept) {
        this.cursor = cursor;
        this.chain = chain;
        this.tickets = tickets;
        this.dossiers = dossiers;
        this.given = given;
        this.kept = kept;
    }

    /** Reads what there is. @throws org.springframework.dao.DataAccessException what was read before stays read */
    public void run() {
        int pages = 0;
        while (pages < MOST_PAGES && page()) {
            pages++;
        }
    }

    /** Whether there was anything to read. */
    private boolean page() {
        List<ChainEntry> entries = chain.after(cursor.read());
        if (entries.isEmpty()) {
            return false;
        }
        List<ChainEntry> lookups = entries.stream().filter(TicketJob::tells).toList();
        Map<UUID, JsonNode> seen =
                dossiers.of(lookups.stream().map(ChainEntry::id).toList());
        Map<ByteBuffer, Ticket> known = new HashMap<>();
        tickets.of(lookups.stream().map(entry -> entry.text("person")).toList())
                .forEach(ticket -> known.put(ByteBuffer.wrap(ticket.matter()), ticket));
        for (ChainEntry lookup : lookups) {
            JsonNode dossier = seen.get(lookup.id());
            if (dossier != null) {
                see(lookup, dossier, known);
            }
        }
        cursor.move(entries.get(entries.size() - 1));
        return true;
    }

    /**
     * Whether registers may be told of what it shows. Where a law keeps a lookup from the person it is kept from
     * registers too; who was given verdicts alone has kept nothing that a register said.
     */
    private static boolean tells(ChainEntry entry) {
        return entry.is("DOSSIER")
                && !entry.json().path("withheld").asBoolean()
                && !entry.json().has("view");
    }

    private void see(ChainEntry lookup, JsonNode dossier, Map<ByteBuffer, Ticket> known) {
        String person = lookup.text("person");
        long at = lookup.at().toEpochMilli();
        Set<ByteBuffer> disagreeing = new HashSet<>();
        for (Disagreement found : Disagreement.in(dossier)) {
            ByteBuffer matter = ByteBuffer.wrap(tickets.matter(found.about(), person));
            disagreeing.add(matter);
            Ticket ticket = known.get(matter);
            if (ticket == null) {
                open(lookup, dossier, found, matter.array()).ifPresent(opened -> known.put(matter, opened));
            } else if (ticket.progress().claimed() && at > ticket.progress().sinceMs()) {
                step(ticket, ticket.progress().reopenedAt(at), "ticket-reopened", lookup, known);
            }
        }
        Set<String> facts = new HashSet<>();
        lookup.json().path("facts").forEach(fact -> facts.add(fact.asText()));
        for (Ticket ticket : List.copyOf(known.values())) {
            if (ticket.person().equals(person)
                    && !disagreeing.contains(ByteBuffer.wrap(ticket.matter()))
                    && ticket.progress().state() != Progress.State.CLOSED
                    && at > ticket.progress().seenMs()
                    && ticket.settledBy(dossier, facts)) {
                step(ticket, ticket.progress().as(Progress.State.CLOSED, at), "ticket-closed", lookup, known);
            }
        }
    }

    /** Empty where nobody is told of the person, and where somebody else has opened it. */
    private Optional<Ticket> open(ChainEntry lookup, JsonNode dossier, Disagreement found, byte[] matter) {
        String person = lookup.text("person");
        if (kept.test(person)) {
            return Optional.empty();
        }
        long at = lookup.at().toEpochMilli();
        Ticket ticket = new Ticket(
                RecordId.at(at),
                matter,
                person,
                found.about(),
                needs(lookup, found.about()),
                lookup.id(),
                Progress.begun(at));
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("fin", dossier.at("/subject/fin").asText())
                .put("seenAt", lookup.at().toString());
        put(content, "value", found.value());
        put(content, "otherValue", found.otherValue());
        return tickets.open(ticket, content) ? Optional.of(ticket) : Optional.empty();
    }

    private static void put(ObjectNode content, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            content.set(name, value);
        }
    }

    /** Of the facts of the lookup, those that the registers give: a conflict may span two of them. */
    private List<String> needs(ChainEntry lookup, About about) {
        Set<String> concerned = new HashSet<>();
        if (about.kind() == About.Kind.UNREADABLE) {
            concerned.add(about.fact());
        } else if (about.kind() == About.Kind.CONFLICT) {
            concerned.addAll(given.apply(about.agency()));
            concerned.addAll(given.apply(about.other()));
        }
        Set<String> needs = new TreeSet<>();
        lookup.json().path("facts").forEach(fact -> needs.add(fact.asText()));
        needs.retainAll(concerned);
        return List.copyOf(needs);
    }

    private void step(Ticket ticket, Progress next, String act, ChainEntry lookup, Map<ByteBuffer, Ticket> known) {
        ObjectNode said =
                JsonNodeFactory.instance.objectNode().put("dossier", lookup.id().toString());
        if (tickets.step(ticket, next, act, said, null)) {
            known.put(ByteBuffer.wrap(ticket.matter()), ticket.with(next));
        }
    }
}
