package az.dost.vahid.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/**
 * How far one contract came.
 *
 * @param made whether a folder was written
 * @param guesses how many places the draft only guessed; -1 where no folder was written, as in the numbers behind it
 * @param drafted errors of the draft as it stands
 * @param confirmed errors that are left when all guesses are taken for right
 * @param edited files that the edits change
 * @param checked errors then
 * @param tried the verdict when it is asked, or why it was not
 * @param first the first words of what stopped it; empty when nothing did
 */
record SurveyedContract(
        String id,
        boolean made,
        int guesses,
        int drafted,
        int confirmed,
        int edited,
        int checked,
        String tried,
        String first) {
    private static final int WORDS = 200;

    static SurveyedContract of(PublicContract contract, Path source, Path folder) throws Exception {
        Desk desk = new Desk(contract, folder);
        Desk.Said made = desk.write(source, "--json");
        if (made.code() != 0) {
            return new SurveyedContract(contract.id(), false, -1, -1, -1, 0, -1, "-", words(made.text()));
        }
        int guesses = (int) count(made.json().path("guesses"));
        int drafted = desk.check().errors().size();
        desk.confirm();
        int confirmed = desk.check().errors().size();
        List<String> edited = desk.edit();
        List<String> left = desk.check().errors();
        if (!left.isEmpty() || contract.leaves()) {
            return new SurveyedContract(
                    contract.id(),
                    true,
                    guesses,
                    drafted,
                    confirmed,
                    edited.size(),
                    left.size(),
                    "-",
                    left.isEmpty() ? "" : words(left.get(0)));
        }
        if (edited.isEmpty()) {
            // A draft may have no error and yet say nothing of when its answers are: it is not for asking.
            return new SurveyedContract(
                    contract.id(), true, guesses, drafted, confirmed, 0, 0, "-", "nobody has edited it");
        }
        Desk.Said tried = desk.ask();
        String verdict = tried.code() > 1 || !tried.text().startsWith("{")
                ? "none"
                : tried.json().path("verdict").asText() + " "
                        + tried.json().path("reason").asText("");
        return new SurveyedContract(
                contract.id(),
                true,
                guesses,
                drafted,
                confirmed,
                edited.size(),
                0,
                verdict.strip(),
                tried.code() == 0
                        ? ""
                        : words(
                                tried.text().startsWith("{")
                                        ? tried.json().path("mapping").asText(tried.text())
                                        : tried.text()));
    }

    private static long count(JsonNode guesses) {
        long open = 0;
        for (JsonNode guess : guesses) {
            open += guess.path("known").asBoolean(false) ? 0 : 1;
        }
        return open;
    }

    /** As they can stand in a row. */
    private static String words(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replace('|', '/');
        return line.length() > WORDS ? line.substring(0, WORDS) + " ..." : line;
    }

    String row() {
        return "| " + id + " | " + (made ? "written" : "refused") + " | " + guesses + " | " + drafted + " | "
                + confirmed + " | " + edited + " | " + checked + " | " + tried + " | " + first + " |";
    }
}
