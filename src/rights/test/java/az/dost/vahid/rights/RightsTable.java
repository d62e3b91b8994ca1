package az.dost.vahid.rights;

import az.dost.vahid.rights.Evaluation.ConditionOutcome;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules and their cases as a lawyer reads them, in one language. */
final class RightsTable {
    private static final Wordbook WORDS = Wordbook.builtIn();
    private static final String FACTS = "facts";
    private static final Map<Unknown, Words> UNKNOWN = Map.of(
            Unknown.NOT_ASKED, new Words("soruşulmayıb", "was not asked"),
            Unknown.SILENT, new Words("reyestr cavab verməyib", "its register did not answer"),
            Unknown.STALE, new Words("cavab köhnədir", "the answer is old"),
            Unknown.UNMAPPABLE, new Words("cavab etibarlı deyil", "the answer cannot be believed"),
            Unknown.CONFLICT, new Words("reyestrlər fərqlənir", "registers disagree"),
            Unknown.NOT_SAID, new Words("reyestr bunu bildirmir", "its register does not say it"));
    private static final Map<String, Words> SPOILT = Map.of(
            "without", new Words("soruşulmayıb", "not asked"),
            "silent", new Words("cavab vermir", "silent"),
            "stale", new Words("köhnə cavab", "old answer"),
            "unmappable", new Words("etibarsız cavab", "not believed"),
            "conflict", new Words("reyestrlər fərqlənir", "registers disagree"),
            "aboutConflict", new Words("ölən barədə reyestrlər fərqlənir", "registers disagree about the deceased"));
    private final Language language;

    RightsTable(Language language) {
        this.language = language;
    }

    private String say(String az, String en) {
        return language == Language.AZ ? az : en;
    }

    private String say(Words words) {
        return say(words.az(), words.en());
    }

    /** Every right, with all its versions and cases. */
    String text() {
        return RightCase.RIGHTS.stream().map(this::right).collect(Collectors.joining("\n"));
    }

    private String right(Right right) {
        List<RightCase> cases = RightCase.all().stream()
                .filter(one -> one.right().code().equals(right.code()))
                .toList();
        StringBuilder text = new StringBuilder("## " + say(right.title()) + "\n`" + right.code() + "`\n\n");
        JsonNode rules = RightCase.yaml(Path.of("contracts/rights", right.code() + ".yaml"))
                .path("versions");
        for (int i = 0; i < rules.size(); i++) {
            text.append(version(right.versions().get(i), rules.path(i)));
        }
        JsonNode file = RightCase.file(right);
        text.append("### ")
                .append(say("Hallar", "Cases"))
                .append(": `")
                .append(right.code())
                .append("`\n")
                .append(say("Başqası yazılmayıbsa, şəxs: ", "Where the case says nothing else, the person: "))
                .append(facts(file.path("person")))
                .append(".\n");
        if (file.has("about")) {
            text.append(say("Ölən: ", "The deceased: "))
                    .append(facts(file.path("about")))
                    .append(".\n");
        }
        text.append("\n| ")
                .append(say(
                        "hal | gün | nə fərqlidir | nəticə | səbəb", "case | day | what is different | outcome | why"))
                .append(" |\n| --- | --- | --- | --- | --- |\n");
        cases.forEach(one -> text.append("| %s | %s | %s | `%s` | %s |%n"
                .formatted(
                        say(one.name()),
                        one.day(),
                        different(one.written()),
                        one.written().path("outcome").asText(),
                        reason(one))));
        return text.toString();
    }

    private String version(RightVersion version, JsonNode rule) {
        StringBuilder text = new StringBuilder("**" + say("Qüvvədədir: ", "In force: ") + version.from() + " – "
                + (version.until() == null ? "…" : version.until()) + ".** " + version.law() + "\n\n| "
                + say("şərt | maddə | status | mənbə", "condition | article | status | source")
                + " |\n| --- | --- | --- | --- |\n");
        for (Condition one : version.conditions()) {
            text.append("| `%s`: %s | %s | `%s` | %s |%n"
                    .formatted(
                            one.id(),
                            say(one.title()),
                            one.article() == null ? "-" : one.article(),
                            one.status(),
                            one.source() == null ? "-" : "<" + one.source() + ">, " + one.dated()));
        }
        text.append("\n");
        if (version.amount() != null) {
            text.append("%s: %s, AZN: `%s`.%n"
                    .formatted(
                            say("Məbləğ", "Amount"),
                            say(version.amount().of()).toLowerCase(Locale.ROOT),
                            rule.at("/amount/is").asText().strip()));
        }
        version.wanted()
                .forEach(one -> text.append("- %s: %s. %s: %s.%n"
                        .formatted(
                                say("Heç bir reyestr bildirmir", "No register says it"),
                                say(one.title()),
                                say("Lazım olan", "Wanted"),
                                say(one.register()))));
        return text.append("\n").toString();
    }

    private String different(JsonNode written) {
        Stream<String> facts = Stream.of("with", "aboutWith")
                .filter(written::has)
                .map(which ->
                        (which.equals("with") ? "" : say("ölən: ", "the deceased: ")) + facts(written.path(which)));
        Stream<String> spoilt = SPOILT.entrySet().stream()
                .filter(one -> written.has(one.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> say(one.getValue()) + ": `"
                        + RightCase.texts(written.path(one.getKey())).collect(Collectors.joining(" ")) + "`");
        Stream<String> event = written.has("event")
                ? Stream.of(
                        written.path("event").isEmpty()
                                ? say("hadisə bilinmir", "no event is known")
                                : say("başqa hadisə", "another event"))
                : Stream.empty();
        Stream<String> nobody = written.path("aboutNobody").booleanValue()
                ? Stream.of(say("ölən barədə soruşulmayıb", "nobody was asked about the deceased"))
                : Stream.empty();
        String all =
                Stream.of(facts, spoilt, event, nobody).flatMap(some -> some).collect(Collectors.joining("; "));
        return all.isEmpty() ? "-" : all;
    }

    private String facts(JsonNode facts) {
        return facts.properties().stream()
                .map(fact -> word(fact.getKey()) + " – " + value(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Personal numbers and names say nothing to a lawyer. */
    private String value(String key, JsonNode value) {
        if (value.isNull()) {
            return say("yoxdur", "none");
        }
        if (value.isArray()) {
            return value.valueStream().map(one -> value(key, one)).collect(Collectors.joining(" + "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(field -> !field.getKey().matches("fin|givenName|surname|.*Fin|.*Number|.*[vV]oen"))
                    .map(field -> word(key + "." + field.getKey()) + ": "
                            + value(key + "." + field.getKey(), field.getValue()))
                    .collect(Collectors.joining(", ", "(", ")"))
                    .replace("()", say("bir nəfər", "one person"));
        }
        return WORDS.find(FACTS, key + "." + value.asText(), language).orElse(value.asText());
    }

    private String word(String key) {
        return WORDS.find(FACTS, key, language).orElse(key);
    }

    private String reason(RightCase one) {
        Optional<Evaluation> evaluated = one.evaluated(one.dossier());
        if (evaluated.isEmpty()) {
            return say("Həmin gün üçün qanun bilinmir", "No law of that day is known");
        }
        Evaluation found = evaluated.get();
        return switch (found.outcome()) {
            case ENTITLED ->
                say("Bütün şərtlər yerinə yetirilir", "Every condition holds")
                        + (found.amount() == null ? "" : ": " + found.amount().toPlainString() + " AZN");
            case NOT_ENTITLED ->
                say("Yerinə yetirilmir: ", "Does not hold: ")
                        + rows(found, row -> row.outcome() == ConditionOutcome.DOES_NOT_HOLD);
            case UNDECIDED ->
                say("Bilinmir: ", "Not known: ") + rows(found, row -> row.outcome() == ConditionOutcome.NOT_KNOWN);
        };
    }

    private String rows(Evaluation found, Predicate<Evaluation.Row> which) {
        RightVersion version = found.right().on(found.day()).orElseThrow();
        return found.rows().stream()
                .filter(which)
                .map(row -> say(row.condition().title()) + unknown(row, version))
                .collect(Collectors.joining("; "));
    }

    private String unknown(Evaluation.Row row, RightVersion version) {
        if (row.outcome() == ConditionOutcome.DOES_NOT_HOLD) {
            return "";
        }
        String why = row.facts().stream()
                .filter(read -> read.unknown() != null)
                .map(read -> read.unknown() == Unknown.NO_REGISTER
                        ? say("lazımdır: ", "wanted: ") + register(read.place(), version)
                        : word(place(read.place())) + ": " + say(UNKNOWN.get(read.unknown()))
                                + (read.source() == null ? "" : " (`" + read.source() + "`)"))
                .distinct()
                .collect(Collectors.joining(", "));
        // What is known of a list may be all, or not.
        return " ("
                + (why.isEmpty()
                        ? say("bir qeyd və ya onun bir sahəsi çatışmır", "a record, or a field of one, is missing")
                        : why)
                + ")";
    }

    private static String place(String place) {
        return place.replaceFirst("^" + RightVersion.ABOUT + "[.]", "").replaceFirst("[.]recorded$", "");
    }

    private String register(String place, RightVersion version) {
        return version.wanted().stream()
                .filter(one -> place.endsWith("." + one.id()))
                .map(one -> say(one.register()))
                .findFirst()
                .orElseThrow();
    }
}
