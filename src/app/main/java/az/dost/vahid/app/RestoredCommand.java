package az.dost.vahid.app;

import az.dost.vahid.logging.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * An operator says that the database was restored to an earlier time. Until then no root is signed over a record that
 * is behind its anchors.
 */
@Command(
        name = "restored",
        mixinStandardHelpOptions = true,
        description =
                "Say that the database was restored to an earlier time: the record goes on with a signed entry that says what is missing. Further arguments are the"
                        + " settings of the gateways, which best have not started yet.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the record goes on", "1:it could not be told; the report says why", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid record restored --by \"A. Operator\" --because \"restored to 10:15, the disk was lost\" --spring.config.additional-location=file:gateway.yaml"
        })
final class RestoredCommand implements Callable<Integer> {
    private static final int LONGEST = 500;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who says so; it stands in the record for ever.")
    private String by;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "TEXT",
            description =
                    "What happened and to which time it was restored, without personal data; it stands in the record for ever.")
    private String because;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        String name = text("--by", by);
        String reason = text("--because", because);
        String told = RecordAlone.restored(settings, name, reason);
        if (told == null) {
            return 1;
        }
        spec.commandLine().getOut().println("The record goes on. Its entry says: " + told);
        return 0;
    }

    private String text(String option, String given) {
        if (given.isBlank() || given.length() > LONGEST) {
            throw new ParameterException(spec.commandLine(), option + " has between 1 and " + LONGEST + " characters");
        }
        return PlainText.of(given.strip());
    }
}
