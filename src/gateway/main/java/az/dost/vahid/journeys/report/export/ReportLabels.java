package az.dost.vahid.journeys.report.export;

import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What people read for the codes of a report. */
public final class ReportLabels {
    /** Where the words of a row's key may stand, the first that has it counts. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "BY_FAMILY",
            List.of("passport.family."),
            "BY_CHANNEL",
            List.of("passport.channel."),
            "D_CHANNEL",
            List.of("passport.channel."),
            "BY_OUTCOME",
            List.of("statistics.Outcome."));

    private static final Set<String> REFUSALS = Set.of("BY_REFUSAL", "D_REFUSALS");
    private final Supplier<Wordbook> words;
    private final Function<String, Optional<Word>> service;

    /** @param service name of a service, by its code */
    public ReportLabels(Supplier<Wordbook> words, Function<String, Optional<Word>> service) {
        this.words = words;
        this.service = service;
    }

    Word table(String table) {
        return value("report.Table." + table).orElse(new Word(table, table));
    }

    Word figure(String figure) {
        return value("report.Figure." + figure).orElse(new Word(figure, figure));
    }

    /** The key itself where nothing names it. */
    Word row(String table, String key) {
        Optional<Word> ours = value("report.Row." + key);
        if (ours.isPresent()) {
            return ours.get();
        }
        Optional<Word> named = table.equals("BY_SERVICE")
                ? service.apply(key)
                : REFUSALS.contains(table)
                        ? Optional.ofNullable(words.get().of("problems").get(key))
                        : KINDS.getOrDefault(table, List.of()).stream()
                                .map(kind -> value(kind + key))
                                .flatMap(Optional::stream)
                                .findFirst();
        return named.orElse(new Word(key, key));
    }

    private Optional<Word> value(String key) {
        return Optional.ofNullable(words.get().of("values").get(key));
    }
}
