package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.sources.verdict.DocumentReason;
import az.dost.vahid.sources.verdict.DocumentVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code contracts/problems.md} lists every code and every reason, in the order of the code, and nothing else. */
class ProblemsDocumentTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z_]+)` \\| ([A-Z_, ]+|[0-9]+) \\| .+ \\|$", Pattern.MULTILINE);

    @Test
    void listsEveryCodeWithItsStatus() throws IOException {
        assertThat(rows().stream()
                        .filter(row -> row.group(2).matches("[0-9]+"))
                        .map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code + " " + code.status())
                        .toList());
    }

    @Test
    void listsEveryReasonWithAVerdict() throws IOException {
        List<MatchResult> reasons = rows().stream()
                .filter(row -> !row.group(2).matches("[0-9]+"))
                .filter(row -> !of(DocumentVerdict.values()).contains(row.group(2)))
                .toList();
        assertThat(reasons)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::name).toList());
        assertThat(reasons)
                .allSatisfy(row ->
                        assertThat(of(Verdict.values())).contains(row.group(2).split(", ")));
    }

    @Test
    void listsEveryReasonOfADocumentWithItsVerdict() throws IOException {
        assertThat(rows().stream()
                        .filter(row -> of(DocumentVerdict.values()).contains(row.group(2)))
                        .map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(DocumentReason.values())
                        .map(reason -> reason + " " + reason.verdict())
                        .toList());
    }

    private static List<String> of(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Contracts.FOLDER.resolve("problems.md")))
                .results()
                .toList();
    }
}
