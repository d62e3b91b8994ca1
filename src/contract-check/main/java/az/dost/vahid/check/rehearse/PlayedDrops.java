package az.dost.vahid.check.rehearse;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Mode;
import az.dost.vahid.connector.Connector.ProofKind;
import az.dost.vahid.drop.row.Layout;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** An agency's files, made of its samples' rows and proven with a key of its own. */
public final class PlayedDrops {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String FIN = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int OTHERS_FROM = 1000;
    private static final int MOST_ROWS = 500_000;
    private static final int PASSERS_FROM = 1_000_000;
    private final Connector.Drop drop;
    private final DropText text;
    private final DropSeal seal;
    private final NamePattern names;
    private final PlayedKey key;
    private final Map<String, String> bad;
    private final SampleAnswer model;
    private final SampleAnswer deletion;
    private final Map<String, JsonNode> people = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();
    private SealedDrop first;
    private long sequence;

    /**
     * @param layout text of the layout file, null unless the drop is of fixed width
     * @param good samples with their outcome, each one page; at least one
     * @param bad rows that the mapping must refuse, by the names of their samples
     * @param from number of the first file, where names have a number
     */
    public PlayedDrops(
            Connector connector, String layout, List<SampleAnswer> good, Map<String, String> bad, long from) {
        drop = connector.drop();
        names = new NamePattern(drop.pattern());
        sequence = from;
        this.bad = bad;
        String algorithm = connector.proof().kind() == ProofKind.XML_SIGNATURE ? "RSA" : "EC";
        key = PlayedKey.of(connector.id(), algorithm);
        seal = new DropSeal(
                drop,
                connector.proof().kind(),
                new PlayedSignatures(key),
                new PlayedSignatures(PlayedKey.of(connector.id(), algorithm)));
        List<SampleAnswer> standing =
                good.stream().filter(sample -> !deletes(sample)).toList();
        if (standing.isEmpty()) {
            throw new IllegalStateException("The folder has no sample of a row that stands");
        }
        model = standing.get(0);
        deletion = good.stream().filter(PlayedDrops::deletes).findFirst().orElse(null);
        text = new DropText(
                drop, layout == null ? null : Layout.read(layout), model.pages().get(0));
        standing.forEach(this::add);
    }

    private static boolean deletes(SampleAnswer sample) {
        return sample.expected().path("deleted").asBoolean();
    }

    /** One citizen can only be told of once in a file: where samples share one, the later ones are given others. */
    private void add(SampleAnswer sample) {
        String fin = people.containsKey(sample.subject()) ? anybody(people.size()) : sample.subject();
        try {
            people.put(
                    fin,
                    JSON.readTree(sample.expected().path("facts").toString().replace(sample.subject(), fin)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        rows.add(row(sample, fin));
    }

    private String row(SampleAnswer sample, String fin) {
        return text.row(sample.as(fin, null, null, Optional.empty()).get(0));
    }

    /** A citizen of no sample. */
    public static String anybody(int number) {
        StringBuilder fin = new StringBuilder();
        for (int rest = number; fin.length() < 4; rest /= FIN.length()) {
            fin.insert(0, FIN.charAt(rest % FIN.length()));
        }
        return "5ZZ" + fin;
    }

    public PlayedKey key() {
        return key;
    }

    /** Whom good files tell of, with their facts (missing where there are none). */
    public Map<String, JsonNode> people() {
        return people;
    }

    /** Names of the samples whose rows the mapping must refuse. */
    public Set<String> badSamples() {
        return bad.keySet();
    }

    /** A good file of all samples' citizens, and of one who stands in no other file. @param day of its name */
    public synchronized SealedDrop good(LocalDate day) {
        SealedDrop made = sealed(day, body(), null);
        first = first == null ? made : first;
        return made;
    }

    /** A good file of the samples' citizens, and of invented ones with one and the same record. @param count of rows */
    public synchronized SealedDrop many(LocalDate day, int count) {
        List<String> all = body();
        IntStream.range(OTHERS_FROM, OTHERS_FROM + Math.max(0, count - all.size()))
                .forEach(i -> all.add(row(model, anybody(i))));
        return sealed(day, all, null);
    }

    /** A file of changes that deletes the first citizen; empty where the folder has no sample of that. */
    public synchronized Optional<SealedDrop> deletion(LocalDate day) {
        return drop.mode() != Mode.SNAPSHOT_AND_DELTA || deletion == null
                ? Optional.empty()
                : Optional.of(seal.of(
                        names.name(day, sequence++, false),
                        text.of(List.of(row(deletion, people.keySet().iterator().next())), 0),
                        null));
    }

    /**
     * A file of a row that the mapping must refuse and of a citizen of whom nothing may be known afterwards. @param
     * sample its name
     */
    public synchronized SealedDrop refused(LocalDate day, String sample) {
        return sealed(day, List.of(row(model, intruder()), text.row(bad.get(sample))), null);
    }

    /**
     * A file with this fault, and with a citizen of whom nothing may be known afterwards; of a late one not even that.
     *
     * @param limit of rows, for a file of more
     * @throws IllegalStateException when the fault cannot be made of these samples
     */
    public synchronized SealedDrop faulty(DropFault fault, LocalDate today, long limit) {
        return switch (fault) {
            case TOO_MANY_ROWS -> tooMany(today, limit);
            case WRONG_COUNT -> seal.of(names.name(today, sequence++, true), text.of(with(), 1), null);
            case DUPLICATE -> sealed(today, with(rows.get(0)), null);
            case BAD_ROW ->
                refused(
                        today,
                        bad.keySet().stream()
                                .findFirst()
                                .orElseThrow(() -> new IllegalStateException(
                                        "The folder has no sample with an expected-error.txt")));
            case EMPTY -> sealed(today, List.of(), null);
            case AHEAD -> sealed(today.plusDays(2), with(), null);
            case LATE -> sealed(today.minusDays(2), turned(), null);
            case REPLAYED -> (first == null ? good(today) : first).named(names.name(today, sequence++, true));
            case NAME_PATH -> {
                SealedDrop named = sealed(today, with(), null);
                yield named.named("..\\..\\" + named.name());
            }
            default -> sealed(today, with(), fault);
        };
    }

    private SealedDrop tooMany(LocalDate day, long limit) {
        if (limit > MOST_ROWS) {
            throw new IllegalStateException("More rows than drop.maxRows are not made: that is more than " + MOST_ROWS);
        }
        return many(day, (int) limit + 1);
    }

    /** Two files of the same rows would be one file. */
    private List<String> body() {
        List<String> all = new ArrayList<>(rows);
        all.add(row(model, anybody(PASSERS_FROM + (int) (sequence % OTHERS_FROM))));
        return all;
    }

    /** Each citizen with the record of the next one. */
    private List<String> turned() {
        List<String> fins = new ArrayList<>(people.keySet());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get((i + 1) % rows.size()).replace(fins.get((i + 1) % rows.size()), fins.get(i)))
                .toList();
    }

    /** The good rows, those given, and one of somebody else. */
    private List<String> with(String... more) {
        List<String> all = new ArrayList<>(rows);
        all.add(row(model, intruder()));
        all.addAll(List.of(more));
        return all;
    }

    /** Of whom files with a fault tell, and nobody else. */
    public static String intruder() {
        return anybody(OTHERS_FROM - 1);
    }

    private SealedDrop sealed(LocalDate day, List<String> content, DropFault fault) {
        return seal.of(names.name(day, sequence++, true), text.of(content, 0), fault);
    }
}
