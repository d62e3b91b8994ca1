package az.dost.vahid.kit.contract;

import az.dost.vahid.kit.contract.PublicContract.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code src/docs/contracts.md} says of each case: its rows and its sums are made of the cases, so that neither
 * tells of what no test shows.
 */
final class PublicContractsPage {
    static final Path FILE = Path.of("src/docs/contracts.md");
    /** What stands where others have a country. */
    private static final Set<String> NO_COUNTRY = Set.of("none", "European Union");

    private final List<PublicContract> contracts;

    PublicContractsPage(List<PublicContract> contracts) {
        this.contracts = contracts;
    }

    /**
     * Batches are those contracts that the code was written with, and those that nobody looked at before it was done.
     */
    private Stream<PublicContract> batch(int number) {
        return contracts.stream()
                .filter(contract -> contract.said().path("batch").asInt(1) == number);
    }

    /** Rows of a batch's table, in the order of their ids. */
    List<String> rows(int batch) throws IOException {
        List<String> rows = new ArrayList<>();
        for (PublicContract contract : batch(batch).toList()) {
            rows.add("| [" + contract.id() + "](../kit/test/resources/kit/public/" + contract.id() + "/SOURCE.md) | "
                    + contract.said().path("country").asText() + ": "
                    + contract.said().path("register").asText() + " | "
                    + contract.said().path("kind").asText() + " | "
                    + contract.said().path("licence").asText()
                    + (contract.copied() ? "" : ", not copied") + " | `" + command(contract) + "` | "
                    + contract.edits().size() + " | "
                    + contract.said().path("minutes").asText("-")
                    + " | " + far(contract) + " |");
        }
        return rows;
    }

    /** As from within the folder of the case. */
    private static String command(PublicContract contract) {
        return String.join(" ", contract.arguments(Path.of("source"))).replace("`", "'");
    }

    private static String far(PublicContract contract) {
        String why = contract.said().path("why").asText("");
        return switch (contract.reach()) {
                    case REFUSED -> "refused: ";
                    case WRITTEN -> "written, not to be asked: ";
                    case CHECKED -> "checked" + (why.isEmpty() ? "" : ", not asked: ");
                    case ASKED -> "asked" + (why.isEmpty() ? "" : ", not certified: ");
                    case CERTIFIED ->
                        (contract.leaves() ? "loaded and certified" : "asked and certified")
                                + (why.isEmpty() ? "" : ": ");
                }
                + why;
    }

    /** One sentence. */
    String sum(int batch) {
        return "%d contracts of %d countries: %d certified, %d asked, %d checked, %d written only, %d refused."
                .formatted(
                        batch(batch).count(),
                        batch(batch)
                                .map(contract -> contract.said().path("country").asText())
                                .filter(country -> !NO_COUNTRY.contains(country))
                                .distinct()
                                .count(),
                        count(batch, Reach.CERTIFIED),
                        count(batch, Reach.ASKED),
                        count(batch, Reach.CHECKED),
                        count(batch, Reach.WRITTEN),
                        count(batch, Reach.REFUSED));
    }

    private long count(int batch, Reach reach) {
        return batch(batch).filter(contract -> contract.reach() == reach).count();
    }
}
