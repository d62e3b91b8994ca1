package az.dost.vahid.faces;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two citizens whom agencies mix up under the fault OTHER_CITIZEN: one is asked for, and the registers tell of the
 * other.
 *
 * @param others words that registers write of the other one and none of the one who was asked for
 */
record MixedUp(String asked, String other, Set<String> others) {
    private static final int SHORTEST = 6;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** Agencies that are called; the others' files are read by the FIN of their rows. */
    static List<String> agencies() {
        return RunningVahid.get().connectors().stream()
                .filter(connector -> connector.protocol() != Protocol.FILE)
                .map(Connector::id)
                .toList();
    }

    /**
     * The first two from a citizen on who are no kin, and of whom the other one has had several jobs: the answer comes
     * in pages.
     */
    static MixedUp from(int first) {
        Population people = RunningVahid.get().population();
        int asked = IntStream.range(first, people.size() - 1)
                .filter(n -> people.facts("employment", n + 1).get("employment") instanceof List<?> jobs
                        && jobs.size() > 2
                        && words(people, n).stream().noneMatch(people.fin(n + 1)::equals))
                .findFirst()
                .orElseThrow();
        Set<String> words = words(people, asked + 1);
        words.removeAll(words(people, asked));
        return new MixedUp(people.fin(asked), people.fin(asked + 1), words);
    }

    private static Set<String> words(Population people, int citizen) {
        Set<String> words = new TreeSet<>(Set.of(people.fin(citizen)));
        for (Connector connector : RunningVahid.get().connectors()) {
            leaves(JSON.valueToTree(people.facts(connector.id(), citizen)), words);
        }
        return words;
    }

    /** As the registers write them: in capitals, and days in every order. A word of a code list tells of nobody. */
    private static void leaves(JsonNode node, Set<String> words) {
        node.forEach(inner -> leaves(inner, words));
        String word = node.isTextual() ? node.textValue() : "";
        if (word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            String[] day = word.split("-");
            words.addAll(List.of(
                    word,
                    String.join(".", day),
                    String.join("", day),
                    day[2] + "." + day[1] + "." + day[0],
                    day[2] + "/" + day[1] + "/" + day[0]));
        } else if (word.length() >= SHORTEST && !word.matches("[A-Z_]+")) {
            words.addAll(List.of(word, word.toUpperCase(Locale.forLanguageTag("az"))));
        }
    }

    /**
     * What is the other's in something that was given out; every part of a container is looked through, and the payload
     * of a JWS.
     */
    Set<String> in(byte[] given) {
        String text = new String(given, StandardCharsets.UTF_8);
        Set<String> found = new HashSet<>();
        if (text.startsWith("PK")) {
            try {
                ZipParts.of(given).values().forEach(part -> found.addAll(in(part)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")) {
            return in(Base64.getUrlDecoder().decode(text.split("\\.")[1]));
        }
        found.addAll(others.stream().filter(text::contains).collect(Collectors.toSet()));
        return found;
    }

    Set<String> in(String given) {
        return in(given.getBytes(StandardCharsets.UTF_8));
    }
}
